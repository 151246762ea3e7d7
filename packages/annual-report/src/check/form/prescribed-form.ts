import { getForm, prescribedForm as prescribedFor } from '../../form/forms.ts';
import type { ReportRule } from '../rule.ts';
import { formsUsed } from './forms-used.ts';

export const prescribedForm: ReportRule = {
  id: 'form.prescribedForm',
  family: 'form',
  title: '使用报告年度规定的格式',
  source:
    '2019、2020 年度适用国办公开办函〔2019〕60号所附格式；2021 年度起适用国办公开办函〔2021〕30号所附格式。',
  severity: 'error',
  years: [2019, null],
  *check({ report }) {
    if (report.year === null) return;
    const [used, ...others] = formsUsed(report).keys();
    const wanted = prescribedFor(report.year);
    if (used === undefined || others.length > 0 || used === wanted) return;
    yield {
      message: `${report.year} 年度报告应当使用${getForm(wanted).instrument}规定的格式，本报告的表格是${getForm(used).instrument}的格式。`,
      places: [{ what: '表格格式', value: getForm(used).instrument, place: null }],
      expected: getForm(wanted).instrument,
      found: getForm(used).instrument,
      // A report of 2019 or 2020 on the later form was rather published again than filled in wrongly.
      ...(wanted === '2019' ? { severity: 'warning' as const } : {}),
    };
  },
};
