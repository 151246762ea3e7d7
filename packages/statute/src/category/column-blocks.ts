import type { Category, CategoryList } from './category.ts';

/** The blocks of the column 政府信息公开 that every government site keeps (国办公开办函〔2019〕61号). */
export const columnBlocks = {
  source: '国办公开办函〔2019〕61号',
  confidence: 'practice',
  entries: [
    { id: 'guide', name: '政府信息公开指南' },
    { id: 'rules', name: '政府信息公开制度' },
    { id: 'statutory_content', name: '法定主动公开内容' },
    { id: 'annual_reports', name: '政府信息公开年报' },
    { id: 'apply', name: '依申请公开' },
  ],
} as const satisfies CategoryList<Category>;
