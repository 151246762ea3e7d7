import type { Decimal } from '../../../annual-report/src/decimal.ts';
import type { CellId } from '../../../annual-report/src/form/form.ts';
import { mapFigures } from '../damage/damage.ts';
import type { Draft } from '../generate.ts';
import type { Figure, Laid, LaidBlock, LaidText } from '../laid.ts';
import type { Random } from '../random.ts';

/** A fault put into a clean report, and what an examiner must say of it. */
export interface Planted {
  readonly laid: Laid;
  /** Cells that the finding must name; at least these. */
  readonly cells: readonly CellId[];
  /** The one correction, where the sums leave exactly one. */
  readonly repair?: { readonly cell: CellId; readonly value: Decimal };
  /** The sentence at fault. */
  readonly quote?: string;
  /** The day of the check, where the fault depends on it. */
  readonly today?: string;
}

export interface ErrorKind {
  readonly name: string;
  /** Any of these rules may report it. */
  readonly rules: readonly string[];
  /** Null where this report gives no occasion for it. */
  readonly plant: (random: Random, draft: Draft, laid: Laid) => Planted | null;
}

export const figureOf = (laid: Laid, id: CellId): Figure | undefined => {
  for (const block of laid.blocks)
    if (block.kind === 'table')
      for (const row of block.rows)
        if (row.kind === 'figures') for (const figure of row.figures) if (figure.id === id) return figure;
  return undefined;
};

/** Prints something else in one cell. */
export const setFigure = (laid: Laid, id: CellId, change: Partial<Figure>): Laid =>
  mapFigures(laid, (figure) => (figure.id === id ? { ...figure, ...change } : figure));

/** Prints another number in one cell. */
export const setValue = (laid: Laid, id: CellId, value: Decimal): Laid =>
  setFigure(laid, id, { text: value, value });

export const mapText = (laid: Laid, change: (block: LaidText) => readonly LaidText[]): Laid => ({
  ...laid,
  blocks: laid.blocks.flatMap((block): readonly LaidBlock[] =>
    block.kind === 'text' ? change(block) : [block],
  ),
});

/** Another number of about the same size: a slip of the pen, not an absurdity. */
export const slip = (random: Random, value: Decimal): Decimal => {
  const n = Number(value);
  const by = random.int(1, Math.max(2, Math.min(9, Math.ceil(n / 3))));
  return String(n - by > 0 && random.chance(0.5) ? n - by : n + by);
};

export const ids = (laid: Laid, pattern: RegExp): readonly CellId[] =>
  laid.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) =>
          row.kind === 'figures'
            ? row.figures.flatMap(({ id }) => (id !== null && pattern.test(id) ? [id] : []))
            : [],
        )
      : [],
  );
