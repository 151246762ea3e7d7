import type { CellId } from '../../form/form.ts';
import type { PlacedReport } from '../facts.ts';
import { nameCell } from '../name-cell.ts';
import type { YearsRule } from '../rule.ts';
import { figure } from './pairs.ts';

/** Cells in which both print a figure, but not the same. */
const differingCells = (one: PlacedReport, other: PlacedReport): readonly CellId[] =>
  [...one.facts.report.cells.keys()].filter((id) => {
    const [a, b] = [figure(one, id), figure(other, id)];
    return a !== null && b !== null && a !== b;
  });

export const sameYearTwice: YearsRule = {
  id: 'years.sameYearTwice',
  family: 'years',
  title: '一个年度只有一份报告',
  source: '条例第四十九条：每年公布一份上一年度的报告；同一年度有两份时，比较以先给出的一份为准。',
  severity: 'warning',
  *checkYears({ reports, surplus }) {
    for (const extra of surplus) {
      const first = reports.find(({ year }) => year === extra.year);
      const differing = first ? differingCells(first, extra) : [];
      const [example] = differing;
      const verdict =
        first === undefined || example === undefined
          ? '两份的数字没有不同，可能是同一份报告'
          : `两份有 ${differing.length} 格数字不同，如${nameCell(example)}分别为 ${figure(first, example)} 和 ${figure(extra, example)}，请核对以哪一份为准，或其中一份年度有误`;
      yield {
        message: `${extra.year} 年度的报告给出了不止一份：${verdict}。`,
        cells: differing,
        places: [first, extra]
          .filter((placed) => placed !== undefined)
          .map(({ facts, index }) => ({
            what: `${extra.year} 年度报告`,
            value: facts.report.title ?? facts.report.agency,
            place: null,
            report: index,
          })),
      };
    }
  },
};
