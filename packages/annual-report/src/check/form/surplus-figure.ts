import type { ReportRule } from '../rule.ts';

export const surplusFigure: ReportRule = {
  id: 'form.surplusFigure',
  family: 'form',
  title: '一行的数字不多于表格的列',
  source: '国办公开办函〔2019〕60号、〔2021〕30号所附格式：各表的列不得增减；多出的数字使整行无法对应。',
  severity: 'warning',
  *check({ report }) {
    for (const { code, message, place } of report.problems) {
      if (code !== 'table.surplusFigure') continue;
      yield {
        message: `${message}请对照原件核对这一行。`,
        places: [{ what: '多出的数字', value: null, place }],
      };
    }
  },
};
