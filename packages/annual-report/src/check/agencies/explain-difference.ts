import { compare, type Decimal, multiply, subtract } from '../../decimal.ts';
import type { CellId } from '../../form/form.ts';
import type { PlacedReport } from '../facts.ts';
import { countsAs } from '../sums/check-relation.ts';

/** A cell in which the parent is not the sum of its children. */
export interface Difference {
  readonly id: CellId;
  readonly parent: Decimal;
  readonly children: Decimal;
  /** parent − children */
  readonly difference: Decimal;
}

const amount = 'proactive.20-8.charges.amount';

const nameOf = ({ facts }: PlacedReport): string => facts.report.agency ?? '没有写明机关的报告';

/** Cells in which a child has something. */
const filled = (child: PlacedReport): number =>
  [...child.facts.report.cells.values()].filter(({ value }) => value !== null && value !== '0').length;

/** Children whose every figure is what the parent lacks (or has too much). */
const wholeChildren = (
  children: readonly PlacedReport[],
  differences: readonly Difference[],
): readonly PlacedReport[] =>
  children.filter(
    (child) =>
      filled(child) === differences.length &&
      differences.every(
        ({ id, difference }) => countsAs(child.facts.report.cells.get(id)) === difference.replace('-', ''),
      ),
  );

/** A child that gave 元 where 万元 is asked for: with its amount converted, the sum is right. */
const inYuan = (children: readonly PlacedReport[], { id, difference }: Difference): readonly PlacedReport[] =>
  children.filter((child) => {
    const value = child.facts.report.cells.get(id)?.value;
    if (!value || compare(value, '0') <= 0) return false;
    return subtract(multiply(value, '0.0001'), value) === difference;
  });

/**
 * What would account for all the differences of one direction, in a sentence each; several where several children
 * would, none where nothing simple does. Two differing cells at least are asked for, so that 1 in one cell, which
 * many children have, blames nobody.
 */
export const explainDifference = (
  children: readonly PlacedReport[],
  differences: readonly Difference[],
): string => {
  const [first, ...others] = differences;
  if (first && others.length === 0 && first.id === amount) {
    const names = inYuan(children, first).map(nameOf);
    if (names.length === 1) return `可能是${names[0]}的收费金额以元为单位填写，换算成万元后即相符。`;
  }
  if (others.length === 0) return '';
  const names = wholeChildren(children, differences).map(nameOf);
  if (names.length === 0 || names.length > 3) return '';
  const list = names.join('或者');
  return first?.difference.startsWith('-')
    ? `各格相差的正好是${list}的数量，汇总时可能漏了这份报告。`
    : `各格相差的正好是${list}的数量，汇总时可能把这份报告计了两次。`;
};
