/** A word processor's text, freed of its file format: paragraphs and tables in reading order. */
export type Flow = readonly Block[];

/** A paragraph is its text; line breaks in it are `\n`, tabs `\t`. */
export type Block = string | FlowTable;

export interface FlowTable {
  readonly rows: readonly FlowRow[];
}

export interface FlowRow {
  readonly cells: readonly FlowCell[];
}

export interface FlowCell {
  /** From 0, on the table's own grid. */
  readonly column: number;
  readonly columnSpan: number;
  /** Merged downwards: `anchor` begins a merged cell, `covered` continues the one above at the same column. */
  readonly vertical: 'single' | 'anchor' | 'covered';
  readonly flow: Flow;
}
