import type { Token } from './token.ts';

/** As many rows in a row must be counted before figures are taken for a column 序号. */
const enough = 8;

/**
 * Local templates number the rows of a table in a column of its own (序号): 1, 2, 3 … each right before its
 * row's words. Such figures are none of the table's; where cells stand one a line, they would be taken for
 * the last figure of the row before.
 */
export const dropOrdinals = (tokens: readonly Token[]): readonly Token[] => {
  const gone = new Set<number>();
  let run: number[] = [];
  const close = (): void => {
    if (run.length >= enough) for (const at of run) gone.add(at);
    run = [];
  };
  for (let at = 0; at < tokens.length; at++) {
    const { kind, figure, text } = tokens[at] as Token;
    if (kind !== 'figure' || figure?.kind !== 'number' || text.length > 2) continue;
    let next = at + 1;
    while (tokens[next]?.kind === 'gap') next += 1;
    if (tokens[next]?.kind !== 'words') continue;
    const count = Number(text);
    const between = besideFigures(tokens, run, count, at);
    // The totals of rows stand before words, too; between two ordinals of one column none does.
    if (between !== null) run.push(...between, at);
    else if (count === 1) {
      close();
      run.push(at);
    }
  }
  close();
  return gone.size === 0 ? tokens : tokens.filter((_, at) => !gone.has(at));
};

/** A row whose label is folded around its figures may have no words on their line. */
const mostSkipped = 2;

/**
 * The ordinals between the last one of `run` and `count`: each first on a line of figures. Null where one of them
 * is nowhere.
 */
const besideFigures = (
  tokens: readonly Token[],
  run: readonly number[],
  count: number,
  to: number,
): readonly number[] | null => {
  const skipped = count - run.length - 1;
  if (skipped === 0) return [];
  if (skipped < 0 || skipped > mostSkipped || run.length === 0) return null;
  const found: number[] = [];
  for (let at = (run.at(-1) as number) + 1; at < to; at++) {
    const { kind, text, line } = tokens[at] as Token;
    if (kind !== 'figure' || text !== String(run.length + found.length + 1)) continue;
    const next = tokens[at + 1];
    if (tokens[at - 1]?.line !== line && next?.line === line && next.kind === 'figure') found.push(at);
  }
  return found.length === skipped ? found : null;
};
