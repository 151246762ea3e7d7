import type { ReportRule } from '../rule.ts';

export const feeStatement: ReportRule = {
  id: 'dates.feeStatement',
  family: 'dates',
  title: '报告信息处理费的收取情况',
  source:
    '国办公开办函〔2021〕30号所附格式第六部分：应当报告依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）收取信息处理费的情况；没有收取的，也要写明。',
  severity: 'warning',
  // The measure is in force since 2021-01-01; reports for earlier years cannot speak of it.
  years: [2021, null],
  *check({ report, paragraphs, text }) {
    if (paragraphs.length === 0) return;
    if (/处理费|收费|费用|109\s*号/u.test(text.replaceAll('行政事业性收费', ''))) return;
    const other = report.sections.find(({ id }) => id === 'other');
    yield {
      message: '“六、其他需要报告的事项”没有报告信息处理费的收取情况；没有收取的，也应当写明。',
      places: [{ what: '其他需要报告的事项', value: null, place: other?.place ?? null }],
      expected: '信息处理费收取情况',
      found: null,
      ...(report.form === '2019' ? { severity: 'notice' as const } : {}),
    };
  },
};
