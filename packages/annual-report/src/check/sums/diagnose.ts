import type { Report } from '../../report.ts';
import type { CheckedRelation } from './check-relation.ts';
import {
  explainByPairs,
  explainBySingles,
  explainByTotals,
  type Hypothesis,
  type System,
  systemOf,
} from './explain.ts';
import { explainByRows } from './explain-rows.ts';

/** Failing relations with a common cause, and all that could be the cause (none: nothing simple explains them). */
export interface Diagnosis {
  readonly failures: readonly CheckedRelation[];
  /** Each heals all the failures; where none does, those that heal some of them. */
  readonly hypotheses: readonly Hypothesis[];
  /** Whether each hypothesis heals all the failures. */
  readonly complete: boolean;
  /** Whether one hypothesis is left and nothing else of the table stays unexplained, which could tell otherwise. */
  readonly certain: boolean;
}

interface Group {
  readonly members: readonly string[];
  readonly hypotheses: readonly Hypothesis[];
  readonly complete: boolean;
}

// Past this many failures (columns read wrongly, a table of another year) pairs explain nothing any more.
const mostForPairs = 10;
// More ways than this are no explanation for a reader.
const mostPairs = 6;

const isSubset = (inner: readonly string[], outer: readonly string[]): boolean =>
  inner.length < outer.length && inner.every((id) => outer.includes(id));

/** Only what heals at least as much as its competitors; of two that heal the same, the one with fewer changes. */
const strongest = (all: readonly Hypothesis[]): readonly Hypothesis[] =>
  all.filter(
    (one) =>
      !all.some(
        (other) =>
          isSubset(one.heals, other.heals) ||
          (other.corrections.length < one.corrections.length &&
            other.heals.length === one.heals.length &&
            other.heals.every((id) => one.heals.includes(id))),
      ),
  );

/** Groups the failures that share a hypothesis. Every failure is in exactly one group. */
const group = (
  failing: readonly string[],
  hypotheses: readonly Hypothesis[],
): readonly (readonly string[])[] => {
  let groups: (readonly string[])[] = failing.map((id) => [id]);
  for (const { heals } of hypotheses) {
    const touched = groups.filter((members) => members.some((id) => heals.includes(id)));
    if (touched.length < 2) continue;
    groups = [...groups.filter((members) => !touched.includes(members)), touched.flat()];
  }
  return groups;
};

const healsAll =
  (members: readonly string[]) =>
  (hypothesis: Hypothesis): boolean =>
    members.every((id) => hypothesis.heals.includes(id));

const pairsFor = (system: System, failing: readonly string[]): readonly Hypothesis[] => {
  if (failing.length < 2 || failing.length > mostForPairs) return [];
  const pairs = explainByPairs(system, failing);
  return pairs.length <= mostPairs ? pairs : [];
};

/** What no single cell explains: two cells, or else one whole row. */
const severalFor = (system: System, failing: readonly string[]): readonly Hypothesis[] => {
  const pairs = pairsFor(system, failing);
  return pairs.length > 0 ? pairs : explainByRows(system, failing);
};

/**
 * Totals left at 0 are the likely story beside many parts; but where two wrong parts would do instead of more
 * totals, both are told.
 */
const withRivals = (
  system: System,
  members: readonly string[],
  hypotheses: readonly Hypothesis[],
): readonly Hypothesis[] => {
  const [only, ...others] = hypotheses;
  if (only?.kind !== 'totals' || others.length > 0 || only.corrections.length <= 2) return hypotheses;
  return [only, ...pairsFor(system, members)];
};

const explain = (system: System, failing: readonly string[]): readonly Group[] => {
  const candidates = strongest([...explainBySingles(system, failing), ...explainByTotals(system)]);
  const groups = group(failing, candidates).map((members): Group => {
    const hypotheses = withRivals(system, members, candidates.filter(healsAll(members)));
    return { members, hypotheses, complete: hypotheses.length > 0 };
  });
  const explained = groups.filter(({ complete }) => complete);
  if (explained.length === groups.length) return groups;
  // What no single cell explains may have a common cause in several; first all failures, then the rest alone.
  const whole = severalFor(system, failing);
  if (whole.length > 0) return [{ members: failing, hypotheses: whole, complete: true }];
  const open = groups.filter(({ complete }) => !complete).flatMap(({ members }) => members);
  const rest = open.length < failing.length ? severalFor(system, open) : [];
  if (rest.length > 0) return [...explained, { members: open, hypotheses: rest, complete: true }];
  const partial = candidates.filter(({ heals }) => heals.some((id) => open.includes(id)));
  return [...explained, { members: open, hypotheses: partial, complete: false }];
};

/** From all failing and passing relations of a report: which failures belong together, and what would heal them. */
export const diagnose = (report: Report, checked: readonly CheckedRelation[]): readonly Diagnosis[] =>
  (['requests', 'reviews'] as const).flatMap((table) => {
    const own = checked.filter(({ relation }) => relation.table === table);
    const failing = own.filter(({ state }) => state === 'fails');
    if (failing.length === 0) return [];
    const order = failing.map(({ relation }) => relation.id);
    const first = ({ failures }: Diagnosis): number => order.indexOf(failures[0]?.relation.id ?? '');
    const groups = explain(systemOf(report, own), order);
    const settled = groups.every(({ complete }) => complete);
    return groups
      .map(({ members, hypotheses, complete }) => ({
        failures: failing.filter(({ relation }) => members.includes(relation.id)),
        hypotheses,
        complete,
        certain: settled && hypotheses.length === 1,
      }))
      .sort((a, b) => first(a) - first(b));
  });
