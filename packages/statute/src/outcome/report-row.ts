import { accepted, type Checked, refused } from '../checked.ts';
import { type InForce, versionOn } from '../in-force.ts';
import type { ReportFormId, ReportRowId } from './outcome.ts';
import { getOutcome, isOutcomeId, type OutcomeId } from './outcomes.ts';

/** Which form counts a request that was concluded on a day of these years. */
export const reportForms: readonly (InForce & { readonly form: ReportFormId })[] = [
  { form: '2019', from: '2019-01-01', to: '2020-12-31' },
  { form: '2021', from: '2021-01-01', to: null },
];

/** The rows that an agency chose for outcomes whose row no text settles, as rows of the form of 2021. */
export type RowChoices = Readonly<Partial<Record<OutcomeId, ReportRowId>>>;

/** The rows of （六） were one in 2019. */
const rowIn2019 = (row: ReportRowId): ReportRowId =>
  row.startsWith('otherHandling') ? 'otherHandling' : row;

/** The row of table 三 in which a form counts an outcome, the agency's own choices considered. */
export const rowOfOutcome = (id: OutcomeId, form: ReportFormId, choices: RowChoices = {}): ReportRowId => {
  const choice = choices[id];
  if (choice === undefined) return getOutcome(id).rows[form];
  return form === '2019' ? rowIn2019(choice) : choice;
};

/**
 * The row that counts a request concluded on a day (`YYYY-MM-DD`). Throws a RangeError before 2019:
 * the reports of that time have no such table.
 */
export const rowOn = (id: OutcomeId, date: string, choices: RowChoices = {}): ReportRowId => {
  const version = versionOn(reportForms, date);
  if (version === null) throw new RangeError(`${date} 还没有统一的年度报告格式，没有可以计入的一行。`);
  return rowOfOutcome(id, version.form, choices);
};

/** Checks the rows that an agency set: only unsettled outcomes, only the rows that are defensible. */
export const checkRowChoices = (choices: Readonly<Record<string, string>>): Checked<RowChoices> => {
  for (const [id, row] of Object.entries(choices)) {
    if (!isOutcomeId(id)) return refused(`没有编号为“${id}”的办理结果。`);
    const { name, rows, otherRows } = getOutcome(id);
    if (row === rows['2021'] || otherRows.includes(row)) continue;
    if (otherRows.length === 0) return refused(`“${name}”计入哪一行由年度报告格式规定，不能改为“${row}”。`);
    return refused(`“${name}”只能计入 ${[rows['2021'], ...otherRows].join('、')}，不能计入“${row}”。`);
  }
  return accepted(choices as RowChoices);
};
