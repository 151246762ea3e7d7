import type { Decimal } from '../../decimal.ts';
import type { CellId } from '../../form/form.ts';
import { cellEvidence } from '../evidence.ts';
import type { PlacedReport } from '../facts.ts';
import type { Evidence } from '../rule.ts';
import { countsAs } from '../sums/check-relation.ts';

/** A printed figure; null where nothing, or no number, is printed. */
export const figure = ({ facts }: PlacedReport, id: CellId): Decimal | null =>
  facts.report.cells.get(id)?.value ?? null;

/** A figure for comparing: blank counts as 0, absent and unreadable are null. */
export const amountOf = ({ facts }: PlacedReport, id: CellId): Decimal | null =>
  countsAs(facts.report.cells.get(id)) ?? null;

export const evidenceIn = ({ facts, index }: PlacedReport, id: CellId): Evidence => {
  const evidence = cellEvidence(facts.report, id, index);
  return { ...evidence, what: `${facts.report.year ?? ''} 年度报告${evidence.what}` };
};
