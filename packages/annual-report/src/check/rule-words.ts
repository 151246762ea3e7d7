import type { RuleFamily, Severity } from './rule.ts';

/** What families of rules are called wherever people read of them. */
export const familyNames: Readonly<Record<RuleFamily, string>> = {
  sums: '勾稽关系',
  form: '格式与填写',
  narrative: '正文与表格',
  years: '年度之间',
  agencies: '机关之间',
  competence: '职权',
  dates: '日期与说明',
};

/** A severity in a word, and what follows from it. */
export const severityWords: Readonly<Record<Severity, { readonly name: string; readonly meaning: string }>> =
  {
    error: { name: '错误', meaning: '与格式、法律规定或报告自身矛盾，发布前必须改正' },
    warning: { name: '警告', meaning: '很可能有误，须由人核对' },
    notice: { name: '提示', meaning: '值得一看，可能另有原因' },
  };
