import { z } from 'zod';
import { isCellId } from '../form/forms.ts';
import { reportTitle } from '../form/report-title.ts';
import { type Problem, ReadError } from '../problem.ts';
import type { Report } from '../report.ts';
import { parseExactJson } from './exact-json.ts';
import { cellsOfInput } from './input-cells.ts';
import { paragraphsOfInput, sectionsOfInput } from './input-sections.ts';
import { mostCommonForm, tablesOfInput } from './input-tables.ts';
import { type ReportInput, reportInputSchema } from './report-input-schema.ts';

/**
 * A report from JSON: the object of `read --json`, or what a person writes by hand
 * (docs/schemas/report-input.schema.json). Where `tables` is given the report is taken as it stands;
 * where not, tables and sections are completed from the form. Throws a `ReadError` that says what is
 * wrong and where.
 */
export const parseReportJson = (text: string): Report => {
  const input = validate(parse(text));
  const unknown = Object.keys(input.cells ?? {}).filter((id) => !isCellId(id));
  if (unknown.length > 0) throw new ReadError('json.unknownCell', { cells: unknown.join('、') });
  const { agency = null, year = null, published = null } = input;
  const tables = tablesOfInput(input);
  return {
    title: input.title === undefined && agency && year ? reportTitle(agency, year) : (input.title ?? null),
    agency,
    year,
    form: input.form === undefined ? mostCommonForm(tables) : input.form,
    published,
    tables,
    cells: cellsOfInput(input, tables),
    sections: sectionsOfInput(input),
    preamble: paragraphsOfInput(input.preamble),
    // A later version may know more codes; messages are complete in themselves.
    problems: (input.problems ?? []) as readonly Problem[],
  };
};

const parse = (text: string): unknown => {
  try {
    return parseExactJson(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ReadError('json.syntax', { detail: error instanceof Error ? error.message : String(error) });
  }
};

const chinese = z.locales.zhCN();
const shownIssues = 3;

const validate = (data: unknown): ReportInput => {
  const { data: input, error } = reportInputSchema.safeParse(data, { error: chinese.localeError });
  if (input) return input;
  const details = error.issues
    .slice(0, shownIssues)
    .map(({ path, message }) => `${path.join('.')} ${message}`.trim());
  const more = error.issues.length > shownIssues ? `等 ${error.issues.length} 处` : '';
  throw new ReadError('json.invalid', { detail: details.join('；') + more });
};
