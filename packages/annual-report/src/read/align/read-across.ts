import type { Instance } from './find-instances.ts';
import { byHeads } from './heads.ts';
import type { Label } from './labels.ts';
import type { RowReading } from './read-rows.ts';
import type { Recovered } from './recover-labels.ts';
import type { Token } from './token.ts';

/**
 * Reads a transposed table: the form's rows stand across as heads, its columns stand down at the left.
 *
 * @returns null where the table isn't transposed, or not all of it can be told
 */
export const readAcross = (
  tokens: readonly Token[],
  instance: Instance,
  recovered: ReadonlyMap<number, Recovered>,
  rows: readonly string[],
  columns: readonly string[],
): ReadonlyMap<string, RowReading> | null => {
  const labelAt = (at: number): Label | undefined => {
    const other = recovered.get(at);
    return instance.labels.get(at) ?? (other?.whole ? other.label : undefined);
  };
  const across = new Map<string, readonly [number, number]>();
  let head = -1;
  const lines = new Map<number, { column: string; cells: Token[] }>();
  for (let at = instance.from; at < instance.to; at++) {
    const token = tokens[at] as Token;
    // The heading above the table may stand in its range.
    if (token.lineKind !== 'grid' && token.kind !== 'figure') continue;
    if (token.lineKind !== 'grid') return null;
    const label = labelAt(at);
    if (label?.role === 'row' && rows.includes(label.id)) {
      if (lines.size > 0 || across.has(label.id)) return null;
      head = token.line;
      across.set(label.id, [token.column, token.column + token.columnSpan]);
    } else if (label?.role === 'column' && head >= 0) {
      lines.set(token.line, { column: label.id, cells: [] });
    } else if (token.kind === 'figure' || token.kind === 'blank') {
      lines.get(token.line)?.cells.push(token);
    }
  }
  if (across.size < 2 || lines.size !== columns.length) return null;
  const out = new Map<string, RowReading>();
  const table = new Map<string, (Token | null)[]>(rows.map((row) => [row, []]));
  const heads = { line: head, table: -1, columns: across, foreign: [] };
  for (const column of columns) {
    const line = [...lines.values()].find((one) => one.column === column);
    if (line === undefined) return null;
    const present = rows.filter((row) => across.has(row));
    const cells = byHeads(line.cells, heads, present);
    if (cells === null) return null;
    present.forEach((row, at) => {
      table.get(row)?.push(cells[at] ?? null);
    });
  }
  for (const row of across.keys())
    out.set(row, { kind: 'cells', tokens: table.get(row) ?? [], labelled: true });
  return out;
};
