import type { Problem } from '../../problem.ts';
import { problem } from '../../problem.ts';
import type { Instance } from './find-instances.ts';
import { parts } from './find-instances.ts';
import { unreadableCell } from './make-cell.ts';
import type { TableResult } from './table-result.ts';
import type { Token } from './token.ts';

export interface Picked {
  readonly instance: Instance;
  readonly results: readonly TableResult[];
}

/**
 * One printing of each part. A part printed twice with the same figures counts once; printings that differ
 * belong to different reports, and none of them is read: mixing them would be worse than reading nothing.
 */
export const pickInstances = (
  tokens: readonly Token[],
  instances: readonly Instance[],
  read: (instance: Instance) => readonly TableResult[],
): { readonly instances: readonly Picked[]; readonly problems: readonly Problem[] } => {
  const picked: Picked[] = [];
  const problems: Problem[] = [];
  for (const part of parts) {
    const readings = instances
      .filter((instance) => instance.part === part)
      .map((instance): Picked => ({ instance, results: read(instance) }));
    const filled = readings.filter((one) => figures(one) > 0);
    const choice = filled.length > 0 ? filled : readings;
    const first = choice[0];
    if (first === undefined) continue;
    const best = choice.reduce((left, right) => (figures(right) > figures(left) ? right : left), first);
    const rivals = choice.filter((one) => one !== best && contradicts(one, best));
    if (rivals.length === 0) {
      picked.push(merge(best, choice));
      continue;
    }
    problems.push(
      problem('report.severalMixed', tokens[best.instance.from]?.place ?? null, { count: rivals.length + 1 }),
    );
    picked.push(best);
  }
  // Two reports are here: the one printing of some part may be the other report's.
  if (problems.length === 0) return { instances: picked, problems };
  return {
    instances: picked.map((one) => ({ ...one, results: one.results.map(withoutFigures) })),
    problems: problems.slice(0, 1),
  };
};

const figures = ({ results }: Picked): number =>
  results.reduce((sum, { cells }) => sum + [...cells.values()].filter((cell) => cell.raw !== '').length, 0);

/** Two printings contradict each other where a cell of both is filled, differently. */
const contradicts = (left: Picked, right: Picked): boolean =>
  left.results.some((result) => {
    const other = right.results.find((one) => one.table === result.table);
    if (other === undefined) return false;
    return [...result.cells].some(([id, cell]) => {
      const twin = other.cells.get(id);
      return twin !== undefined && cell.raw !== '' && (cell.value !== twin.value || cell.raw !== twin.raw);
    });
  });

/** Small tables of section 二 that stand far apart are printings of their own: each adds its tables. */
const merge = (best: Picked, all: readonly Picked[]): Picked => {
  const seen = new Set(best.results.map((result) => result.table));
  const results = [...best.results];
  for (const { results: more } of all)
    for (const result of more)
      if (!seen.has(result.table)) {
        seen.add(result.table);
        results.push(result);
      }
  return { instance: best.instance, results };
};

const withoutFigures = (result: TableResult): TableResult => ({
  ...result,
  cells: new Map(
    [...result.cells].map(([id, cell]) => [
      id,
      cell.raw === '' ? cell : unreadableCell(cell.raw, cell.place),
    ]),
  ),
});
