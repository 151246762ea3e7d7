import type { Cell, Report } from '../report.ts';
import { exactNumber } from './exact-json.ts';

/**
 * A report as one line of JSON (docs/schemas/report.schema.json), as `gongkai report read --json`
 * prints it and as our documents embed it. Figures are number literals with exactly their digits.
 *
 * @param file the name of the file that was read; null where there is none.
 */
export const reportToJson = (report: Report, file: string | null = null): string =>
  JSON.stringify({
    file,
    agency: report.agency,
    year: report.year,
    form: report.form,
    title: report.title,
    published: report.published,
    tables: report.tables,
    cells: Object.fromEntries(Array.from(report.cells, ([id, cell]) => [id, cellToJson(cell)])),
    sections: report.sections.map(({ id, title, place, paragraphs }) => ({
      id,
      title,
      text: paragraphs.map((paragraph) => paragraph.text).join('\n'),
      place,
      paragraphs,
    })),
    preamble: report.preamble,
    problems: report.problems,
  });

const cellToJson = ({ value, unit, raw, status, place, remark, by }: Cell) => ({
  value: exactNumber(value),
  unit,
  raw,
  status,
  place,
  remark,
  by,
});
