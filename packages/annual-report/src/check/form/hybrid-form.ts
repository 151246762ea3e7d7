import { getForm } from '../../form/forms.ts';
import { nameTable } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';
import { formsUsed } from './forms-used.ts';

export const hybridForm: ReportRule = {
  id: 'form.hybridForm',
  family: 'form',
  title: '各表使用同一版格式',
  source: '国办公开办函〔2019〕60号、〔2021〕30号各附一套完整格式，不能混用。',
  severity: 'warning',
  *check({ report }) {
    const used = [...formsUsed(report)];
    if (used.length < 2) return;
    const list = used.map(
      ([form, tables]) => `${tables.map(nameTable).join('、')}是${getForm(form).instrument}的格式`,
    );
    yield {
      message: `本报告混用了两版格式：${list.join('；')}。`,
      places: used.flatMap(([form, tables]) =>
        tables.map((id) => ({
          what: nameTable(id),
          value: getForm(form).instrument,
          place: report.tables[id]?.place ?? null,
        })),
      ),
    };
  },
};
