import { sum } from '../../decimal.ts';
import type { CellId, TableId } from '../../form/form.ts';
import { cellId } from '../../form/forms.ts';
import type { Report } from '../../report.ts';
import { cellEvidence } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import type { FindingDraft, ReportRule } from '../rule.ts';

const rows: readonly (readonly [TableId, string])[] = [
  ['proactive.20-5', 'licensing'],
  ['proactive.20-5', 'otherServices'],
  ['proactive.20-6', 'penalties'],
  ['proactive.20-6', 'coercion'],
];

const rowsWithChange: readonly string[] = [
  ...rows.map(([table, row]) => `${table}.${row}`),
  'proactive.20-8.charges',
];

interface Line {
  readonly cells: readonly [previous: CellId, change: CellId, decisions: CellId];
  readonly expected: string;
  readonly found: string;
}

/** The rows with three figures that are not all 0: 0 + 0 = 0 says nothing about how an organ counts. */
const linesOf = (report: Report): readonly Line[] =>
  rows.flatMap(([table, row]): readonly Line[] => {
    if (report.tables[table]?.form !== '2019') return [];
    const cells = [
      cellId(table, row, 'previousItems'),
      cellId(table, row, 'change'),
      cellId(table, row, 'decisions'),
    ] as const;
    const [previous, change, found] = cells.map((id) => report.cells.get(id)?.value ?? null);
    if (!previous || !change || !found) return [];
    if (previous === '0' && change === '0' && found === '0') return [];
    return [{ cells, expected: sum([previous, change]), found }];
  });

/** However an organ counts, it cannot drop more items than it had. */
function* droppedTooMany(report: Report): Generator<FindingDraft> {
  for (const row of rowsWithChange) {
    const cells = [`${row}.previousItems`, `${row}.change`];
    const [previous, change] = cells.map((id) => report.cells.get(id)?.value ?? null);
    if (!previous || !change || previous.startsWith('-') || !sum([previous, change]).startsWith('-'))
      continue;
    yield {
      message: `${nameCell(cells[0] ?? '')}为 ${previous}，本年增/减为 ${change}，减少的比原有的还多。`,
      cells,
      places: cells.map((id) => cellEvidence(report, id)),
      expected: `不小于 -${previous}`,
      found: change,
      severity: 'warning',
    };
  }
}

export const previousPlusChange: ReportRule = {
  id: 'sums.previousPlusChange',
  family: 'sums',
  title: '2019 年格式：上一年项目数量、本年增/减与处理决定数量相合',
  source:
    '2019 年格式表二没有写明三列的关系，各机关口径不同（有的处理决定数量是件数，与项目数不可比）；同一份报告中其他行符合时，不符的一行值得核对。',
  severity: 'notice',
  forms: ['2019'],
  *check({ report }) {
    yield* droppedTooMany(report);
    const lines = linesOf(report);
    const holding = lines.filter(({ expected, found }) => expected === found);
    if (holding.length === 0) return;
    for (const { cells, expected, found } of lines) {
      if (expected === found || expected.startsWith('-')) continue;
      const [previous, change, decisions] = cells;
      yield {
        message: `${nameCell(previous)} ${report.cells.get(previous)?.value} 加本年增/减 ${report.cells.get(change)?.value} 等于 ${expected}，${nameCell(decisions)}填的是 ${found}；本报告中另有 ${holding.length} 行符合这一关系，请核对这一行。`,
        cells,
        places: cells.map((id) => cellEvidence(report, id)),
        expected,
        found,
      };
    }
  },
};
