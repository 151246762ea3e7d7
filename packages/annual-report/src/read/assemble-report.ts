import { type Problem, problem } from '../problem.ts';
import type { Cell, Report } from '../report.ts';
import type { Alignment } from './align/alignment.ts';
import type { Outline } from './outline/read-outline.ts';
import type { Source } from './source.ts';

/** The first report year with statutory tables (国办公开办函〔2019〕60号). */
const firstYearWithTables = 2019;

/** Every figure read off a picture is marked as such; what arithmetic had to settle says more. */
const recognised = (cells: Alignment['cells']): Alignment['cells'] =>
  new Map(
    [...cells].map(([id, cell]): [string, Cell] => [
      id,
      cell.status === 'printed' || cell.status === 'byOrder' ? { ...cell, status: 'recognised' } : cell,
    ]),
  );

/** One report from what its lines, its tables and its outline told. */
export const assembleReport = (source: Source, alignment: Alignment, outline: Outline): Report => {
  const { title, agency, year, published, sections, preamble } = outline;
  const problems: Problem[] = [...source.problems, ...alignment.problems, ...outline.problems];
  if (alignment.form === null) {
    if (year !== null && year < firstYearWithTables) problems.push(problem('report.before2019'));
    else if (!problems.some(({ code }) => code === 'table.absent'))
      problems.push(problem('table.absent', null, { table: '法定表格' }));
  }
  return {
    title,
    agency,
    year,
    form: alignment.form,
    published,
    tables: alignment.tables,
    cells: source.recognised ? recognised(alignment.cells) : alignment.cells,
    sections,
    preamble,
    problems,
  };
};
