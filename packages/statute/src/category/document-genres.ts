import type { Category, CategoryList } from './category.ts';

/** 体裁分类: the fifteen kinds of official document (公文种类). */
export const documentGenres = {
  source: '党政机关公文处理工作条例',
  confidence: 'unconfirmed',
  entries: [
    { id: 'resolution', name: '决议' },
    { id: 'decision', name: '决定' },
    { id: 'order', name: '命令（令）' },
    { id: 'communique', name: '公报' },
    { id: 'announcement', name: '公告' },
    { id: 'public_notice', name: '通告' },
    { id: 'opinion', name: '意见' },
    { id: 'notice', name: '通知' },
    { id: 'circular', name: '通报' },
    { id: 'report', name: '报告' },
    { id: 'request', name: '请示' },
    { id: 'reply', name: '批复' },
    { id: 'proposal', name: '议案' },
    { id: 'letter', name: '函' },
    { id: 'minutes', name: '纪要' },
  ],
} as const satisfies CategoryList<Category>;
