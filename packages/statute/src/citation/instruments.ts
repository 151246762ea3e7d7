import type { InForce } from '../in-force.ts';

/** A law, regulation, interpretation or notice that is cited. */
export interface Instrument extends InForce {
  /** The full title, without 《》. */
  readonly title: string;
  /** What it is called among those who know it. */
  readonly shortTitle: string;
  /** Under which number it was issued, where it is usually cited with it. */
  readonly number: string | null;
}

const reconsiderationLaw = { title: '中华人民共和国行政复议法', shortTitle: '行政复议法', number: null };

/** Everything that the tables of this package cite. A law that was renumbered stands here once a version. */
export const instruments = {
  regulation: {
    title: '中华人民共和国政府信息公开条例',
    shortTitle: '条例',
    number: '国务院令第711号',
    from: '2019-05-15',
    to: null,
  },
  reconsiderationLaw2017: { ...reconsiderationLaw, from: '2018-01-01', to: '2023-12-31' },
  reconsiderationLaw2023: { ...reconsiderationLaw, from: '2024-01-01', to: null },
  litigationLaw: {
    title: '中华人民共和国行政诉讼法',
    shortTitle: '行政诉讼法',
    number: null,
    from: '2017-07-01',
    to: null,
  },
  interpretation2011: {
    title: '最高人民法院关于审理政府信息公开行政案件若干问题的规定',
    shortTitle: '法释〔2011〕17号',
    number: '法释〔2011〕17号',
    from: '2011-08-13',
    to: '2025-05-31',
  },
  interpretation2025: {
    title: '最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释',
    shortTitle: '法释〔2025〕8号',
    number: '法释〔2025〕8号',
    from: '2025-06-01',
    to: null,
  },
  feeMeasure: {
    title: '政府信息公开信息处理费管理办法',
    shortTitle: '信息处理费管理办法',
    number: '国办函〔2020〕109号',
    from: '2021-01-01',
    to: null,
  },
  archivesLaw: {
    title: '中华人民共和国档案法',
    shortTitle: '档案法',
    number: null,
    from: '2021-01-01',
    to: null,
  },
  personalInformationLaw: {
    title: '中华人民共和国个人信息保护法',
    shortTitle: '个人信息保护法',
    number: null,
    from: '2021-11-01',
    to: null,
  },
  minorsLaw: {
    title: '中华人民共和国未成年人保护法',
    shortTitle: '未成年人保护法',
    number: null,
    from: '2021-06-01',
    to: null,
  },
  form2019: {
    title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
    shortTitle: '国办公开办函〔2019〕60号',
    number: '国办公开办函〔2019〕60号',
    from: '2019-05-15',
    to: '2020-12-31',
  },
  form2021: {
    title: '中华人民共和国政府信息公开工作年度报告格式',
    shortTitle: '国办公开办函〔2021〕30号',
    number: '国办公开办函〔2021〕30号',
    from: '2021-01-01',
    to: null,
  },
} as const satisfies Readonly<Record<string, Instrument>>;

export type InstrumentId = keyof typeof instruments;
