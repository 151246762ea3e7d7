import type { Decimal } from '../../decimal.ts';
import type { CellId } from '../../form/form.ts';
import type { YearPair } from '../facts.ts';
import { nameCell } from '../name-cell.ts';
import type { YearsRule } from '../rule.ts';
import { evidenceIn, figure } from './pairs.ts';

/** Fewer figures than this are often the same two years running: small organs report a handful of ones. */
const leastFigures = 8;
const mostShown = 4;

interface Printed {
  readonly id: CellId;
  readonly value: Decimal;
}

/** The figures other than 0 of both reports, where every cell of one is what it is in the other; otherwise none. */
const repeated = ({ before, after }: YearPair): readonly Printed[] => {
  const printed: Printed[] = [];
  const ids = new Set([...before.facts.report.cells.keys(), ...after.facts.report.cells.keys()]);
  for (const id of ids) {
    const [last, now] = [figure(before, id) ?? '0', figure(after, id) ?? '0'];
    if (last !== now) return [];
    if (now !== '0') printed.push({ id, value: now });
  }
  return printed;
};

export const sameFigures: YearsRule = {
  id: 'years.sameFigures',
  family: 'years',
  title: '数字不照搬上年报告',
  source: '条例第五十条：报告的是当年的工作；两年所有数字一模一样，多是沿用上年的表格没有更新。',
  severity: 'warning',
  *checkYears({ pairs }) {
    for (const pair of pairs) {
      const printed = repeated(pair);
      // 1 and 2 everywhere is no fingerprint.
      if (printed.length < leastFigures || printed.every(({ value }) => value.length < 2)) continue;
      const examples = printed.filter(({ value }) => value.length > 1).slice(0, mostShown);
      const list = examples.map(({ id, value }) => `${nameCell(id)}都是 ${value}`).join('，');
      yield {
        message: `${pair.year} 年度报告的数字与 ${pair.year - 1} 年度报告完全相同（除 0 以外共 ${printed.length} 格，如${list}），可能沿用了上年的表格，没有更新。`,
        cells: printed.map(({ id }) => id),
        places: examples.flatMap(({ id }) => [evidenceIn(pair.before, id), evidenceIn(pair.after, id)]),
      };
    }
  },
};
