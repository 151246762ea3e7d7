import type { Form, Table } from '../../form/form.ts';
import { getForm, prescribedForm } from '../../form/forms.ts';
import type { ProblemCode } from '../../problem.ts';
import { nameTable } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';

/** Where the reader could not get at the tables, their absence is no fault of the report. */
const unreadable: ReadonlySet<ProblemCode> = new Set([
  'report.severalMixed',
  'scan.noRecogniser',
  'file.noText',
]);

/** 表二 as a whole where no part of it is there; otherwise part by part. */
const nameMissing = (form: Form, missing: readonly Table[]): string => {
  const inTwo = ({ id }: Table): boolean => id.startsWith('proactive.');
  const whole = form.tables.filter(inTwo).every((table) => missing.includes(table));
  return [
    ...(whole ? ['表二（主动公开政府信息情况）'] : []),
    ...missing
      .filter((table) => !(whole && inTwo(table)))
      .map((table) =>
        inTwo(table)
          ? `表二“${table.title}”`
          : `${nameTable(table.id)}（${table.title.replace(/^.、/, '')}）`,
      ),
  ].join('、');
};

export const tableMissing: ReportRule = {
  id: 'form.tableMissing',
  family: 'form',
  title: '法定表格齐全',
  source: '国办公开办函〔2019〕60号、〔2021〕30号：年度报告第二、三、四部分以统一表格填报。',
  severity: 'error',
  years: [2019, null],
  *check({ report }) {
    if (report.year === null && report.form === null) return;
    if (report.problems.some(({ code }) => unreadable.has(code))) return;
    const form = getForm(report.form ?? prescribedForm(report.year ?? 2021));
    const missing = form.tables.filter(({ id }) => !report.tables[id]?.found);
    if (missing.length === 0) return;
    const list = nameMissing(form, missing);
    yield {
      message:
        missing.length === form.tables.length
          ? '报告中没有找到任何一张法定表格。'
          : `报告中没有找到以下表格：${list}。`,
      cells: [],
      places: missing.map(({ id }) => ({ what: nameTable(id), value: null, place: null })),
      expected: `${form.tables.length} 张表格`,
      found: `${form.tables.length - missing.length} 张表格`,
      // A table is there, but its head is too damaged to tell of which form it is.
      ...(report.problems.some(({ code }) => code === 'table.formUnclear')
        ? { severity: 'warning' as const }
        : {}),
    };
  },
};
