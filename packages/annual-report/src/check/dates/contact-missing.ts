import type { ReportRule } from '../rule.ts';

export const contactMissing: ReportRule = {
  id: 'dates.contactMissing',
  family: 'dates',
  title: '写明联系方式',
  source: '各地通行写法：“如对本报告有疑问，请与……联系（地址、电话、邮箱）”，便于公众核实。',
  severity: 'notice',
  years: [2019, null],
  *check({ paragraphs, text }) {
    if (paragraphs.length === 0) return;
    if (
      /联系(?:电话|方式|地址|人)|电话\s*[:：]|地址\s*[:：]|邮编\s*[:：]|(?:请与|请联系|请致电|可与).{0,60}|(?:可|请)(?:直接)?(?:向|到).{2,40}(?:反映|咨询|提出)|咨询电话|邮箱\s*[:：]|[\w.-]@[\w-]+\.\w|\d{3,4}\s*[-—－)）]\s*\d{7,8}/u.test(
        text,
      )
    )
      return;
    yield {
      message: '报告没有写明联系方式（地址、电话或电子邮箱）。',
      places: [{ what: '联系方式', value: null, place: null }],
      expected: '联系方式',
      found: null,
    };
  },
};
