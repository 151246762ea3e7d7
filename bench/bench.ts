/** What a bench measured, beside what it is held against. */
export interface Row {
  /** What was done, on what. */
  readonly what: string;
  readonly measured: number;
  readonly unit: 'ms' | 'MB' | 'files';
  /** The floor or rival, measured in the same run. */
  readonly against?: { readonly what: string; readonly measured: number };
  /** What the figure is to be: `figure` is the measured one, `ratio` the measured one by that of the floor. */
  readonly target?: { readonly of: 'figure' | 'ratio'; readonly most?: number; readonly least?: number };
}

/** One question, in one file named after it: `formats.bench.ts` exports `formats`' bench as `bench`. */
export interface Bench {
  /** The question, in a sentence. */
  readonly question: string;
  /** What the figures are held against, and why that is the least the work can cost. */
  readonly floor: string;
  readonly run: () => Promise<readonly Row[]>;
}

export const ratioOf = ({ measured, against }: Row): number | null =>
  against === undefined || against.measured === 0 ? null : measured / against.measured;

/** Null where there is no target. */
export const meets = (row: Row): boolean | null => {
  if (row.target === undefined) return null;
  const value = row.target.of === 'figure' ? row.measured : ratioOf(row);
  if (value === null) return null;
  return value <= (row.target.most ?? Infinity) && value >= (row.target.least ?? -Infinity);
};
