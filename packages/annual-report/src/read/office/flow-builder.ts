import { ReadError } from '../../problem.ts';
import type { Limits } from '../options.ts';
import type { Block, Flow } from './flow.ts';
import { type DraftRow, type RowDefinition, tableFromEdges } from './table-from-edges.ts';

/** Puts together a text that comes as a stream of paragraphs, each with its depth in tables, as in DOC and RTF. */
export interface FlowBuilder {
  readonly paragraph: (text: string, depth: number) => void;
  /** The paragraph is the last of its cell. */
  readonly cellEnd: (text: string, depth: number) => void;
  readonly rowEnd: (definition: RowDefinition | null, depth: number) => void;
  readonly finish: () => Flow;
}

interface OpenTable {
  readonly rows: DraftRow[];
  cells: Flow[];
  blocks: Block[];
}

export const buildFlow = (limits: Limits): FlowBuilder => {
  const body: Block[] = [];
  const tables: OpenTable[] = [];
  let cellsLeft = limits.cells;

  const blocksAt = (depth: number): Block[] => {
    if (depth > limits.depth) throw new ReadError('file.hostile', { detail: '表格嵌套过深' });
    while (tables.length > Math.max(depth, 0)) closeTable();
    while (tables.length < depth) tables.push({ rows: [], cells: [], blocks: [] });
    return tables.at(-1)?.blocks ?? body;
  };

  const closeTable = (): void => {
    const table = tables.pop();
    if (table === undefined) return;
    // Text behind the last row end belongs to a row that was cut off; it is kept as a row.
    if (table.blocks.length > 0) table.cells.push(table.blocks);
    if (table.cells.length > 0) table.rows.push({ cells: table.cells, definition: null });
    if (table.rows.length > 0) (tables.at(-1)?.blocks ?? body).push(tableFromEdges(table.rows));
  };

  const add = (text: string, depth: number): void => {
    const blocks = blocksAt(depth);
    if (text !== '') blocks.push(text);
  };

  const cellEnd = (text: string, depth: number): void => {
    add(text, depth);
    const table = tables.at(-1);
    if (table === undefined) return;
    if (--cellsLeft < 0) throw new ReadError('file.tooLarge', { limit: `${limits.cells} 个单元格` });
    table.cells.push(table.blocks);
    table.blocks = [];
  };

  const rowEnd = (definition: RowDefinition | null, depth: number): void => {
    blocksAt(depth);
    const table = tables.at(-1);
    if (table === undefined || table.cells.length === 0) return;
    table.rows.push({ cells: table.cells, definition });
    table.cells = [];
    table.blocks = [];
  };

  const finish = (): Flow => {
    blocksAt(0);
    return body;
  };

  return { paragraph: add, cellEnd, rowEnd, finish };
};
