import { type AgencyKind, type ColumnBlock, columnBlocks } from '@gongkai/contract';
import { article20, article21 } from '@gongkai/statute';

/** A column (栏目) that an agency begins with. */
export interface StandardColumn {
  readonly block: ColumnBlock;
  readonly category: string | null;
  readonly name: string;
  readonly description: string;
  readonly updateDays: number | null;
}

type Article20Id = (typeof article20)[number]['id'];

/**
 * Which items of 条例第二十条 a kind of agency begins with: those that each of the kind has something for. An empty
 * column counts against a site (政府网站检查指标: 空白栏目), so the rest is added where there is something to publish.
 */
const items: Readonly<Record<AgencyKind, readonly Article20Id[]>> = {
  government: article20.map(({ id }) => id),
  department: [
    'rules_and_documents',
    'organisation',
    'plans',
    'licensing_and_services',
    'penalties_and_coercion',
    'budgets',
    'charges',
    'procurement',
    'otherwise_required',
  ],
  township: [
    'rules_and_documents',
    'organisation',
    'plans',
    'budgets',
    'charges',
    'procurement',
    'social_policy',
    'emergencies',
    'otherwise_required',
  ],
};

/** 国办秘函〔2019〕19号: columns of policy documents are stale after six months without anything new. */
const documentDays = 180;

const block = (id: Exclude<ColumnBlock, 'statutory_content'>, description: string): StandardColumn => ({
  block: id,
  category: null,
  name: columnBlocks[id],
  description,
  updateDays: null,
});

/**
 * The columns of a new agency: the statutory blocks of 国办公开办函〔2019〕61号, and below 法定主动公开内容 the categories
 * of 条例第二十条 and, for governments and townships, 第二十一条.
 */
export const standardColumns = (kind: AgencyKind): readonly StandardColumn[] => {
  const level = { government: 'cityAndCounty', department: null, township: 'township' }[kind];
  return [
    block(
      'guide',
      '公开信息的分类、编排体系、获取方式，政府信息公开工作机构的联系方式（条例第十二条第二款）',
    ),
    block('rules', '政府信息公开的法律、法规、规章和本单位的工作制度'),
    ...article20
      .filter(({ id }) => items[kind].includes(id))
      .map(
        ({ id, name, text }): StandardColumn => ({
          block: 'statutory_content',
          category: id,
          name,
          description: text,
          updateDays: id === 'rules_and_documents' ? documentDays : null,
        }),
      ),
    ...article21
      .filter((entry) => entry.level === level)
      .map(
        ({ id, name }): StandardColumn => ({
          block: 'statutory_content',
          category: id,
          name,
          description: '',
          updateDays: null,
        }),
      ),
    block('annual_reports', '历年政府信息公开工作年度报告（条例第四十九条、第五十条）'),
  ];
};
