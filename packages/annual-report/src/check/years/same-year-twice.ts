import type { YearsRule } from '../rule.ts';

export const sameYearTwice: YearsRule = {
  id: 'years.sameYearTwice',
  family: 'years',
  title: '一个年度只有一份报告',
  source: '条例第四十九条：每年公布一份上一年度的报告；同一年度有两份时，比较以先给出的一份为准。',
  severity: 'warning',
  *checkYears({ reports, surplus }) {
    for (const extra of surplus) {
      const first = reports.find(({ year }) => year === extra.year);
      yield {
        message: `${extra.year} 年度的报告给出了不止一份，请核对是否重复，或其中一份年度有误。`,
        places: [first, extra]
          .filter((placed) => placed !== undefined)
          .map(({ facts, index }) => ({
            what: `${extra.year} 年度报告`,
            value: facts.report.title ?? facts.report.agency,
            place: null,
            report: index,
          })),
      };
    }
  },
};
