import type { ReportRule } from '../rule.ts';

export const rowMisnamed: ReportRule = {
  id: 'form.rowMisnamed',
  family: 'form',
  title: '表格各行的名称与格式规定的文字一致',
  source: '国办公开办函〔2019〕60号、〔2021〕30号所附格式：各表的行名由格式规定，不得增减改动。',
  severity: 'notice',
  *check({ report }) {
    for (const { code, message, place } of report.problems) {
      if (code !== 'row.misnamed') continue;
      yield {
        message: `表格的行名${message}`,
        places: [{ what: '行名', value: null, place }],
      };
    }
  },
};
