import type { AgencyKind } from '../agency-kind.ts';
import type { CheckOptions, ReportRule } from '../rule.ts';
import { dayInWords } from './in-words.ts';

const departments: ReadonlySet<AgencyKind> = new Set(['nationalDepartment', 'department', 'branch']);

/** Townships, sub-districts and zones have no deadline of their own in 第四十九条: the later one is applied. */
const deadlineOf = (kind: AgencyKind, { departmentDeadline, governmentDeadline }: CheckOptions): string =>
  departments.has(kind) ? departmentDeadline : governmentDeadline;

export const publishedLate: ReportRule = {
  id: 'dates.publishedLate',
  family: 'dates',
  title: '在规定期限内发布',
  source:
    '条例第四十九条：县级以上人民政府部门应当在每年1月31日前公布本机关上一年度报告；县级以上地方人民政府的主管部门应当在每年3月31日前公布本级政府上一年度报告。期限可以设置。',
  severity: 'warning',
  years: [2019, null],
  *check({ report: { year, published }, agency, options }) {
    if (year === null || published === null) return;
    const deadline = `${year + 1}-${deadlineOf(agency.kind, options)}`;
    // Beyond the next year it is rather the year that is wrong: dates.publishedYear.
    if (published <= deadline || published >= `${year + 2}-01-01`) return;
    yield {
      message: `报告的发布日期是 ${dayInWords(published)}，晚于规定的 ${dayInWords(deadline)}。`,
      places: [{ what: '发布日期', value: published, place: null }],
      expected: `不晚于 ${deadline}`,
      found: published,
    };
  },
};
