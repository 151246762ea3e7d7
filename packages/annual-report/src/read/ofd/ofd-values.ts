import type { Matrix } from '../pdf/page-matrix.ts';

/** Millimetres to points. */
export const millimetre = 72 / 25.4;

/** A list of numbers (ST_Array, ST_Box, ST_Pos); what is no number is left out. */
export const numbersOf = (text: string | null): readonly number[] =>
  text === null ? [] : text.trim().split(/\s+/).map(Number).filter(Number.isFinite);

/**
 * The steps from each character to the next (DeltaX, DeltaY): `g n v` stands for n times v. No more than
 * `most` are given, however large n says it is.
 */
export const deltasOf = (text: string | null, most: number): readonly number[] => {
  if (text === null) return [];
  const tokens = text.trim().split(/\s+/);
  const deltas: number[] = [];
  for (let at = 0; at < tokens.length && deltas.length < most; at++) {
    if (tokens[at] !== 'g') {
      deltas.push(Number(tokens[at]) || 0);
      continue;
    }
    const count = Math.min(Number(tokens[at + 1]) || 0, most - deltas.length);
    for (let index = 0; index < count; index++) deltas.push(Number(tokens[at + 2]) || 0);
    at += 2;
  }
  return deltas;
};

/** From an object's own space, in millimetres, to the page in points: CTM first, then its place (Boundary). */
export const objectMatrix = (
  boundary: readonly number[],
  ctm: readonly number[],
  origin: readonly number[],
): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = ctm;
  const left = (boundary[0] ?? 0) - (origin[0] ?? 0);
  const top = (boundary[1] ?? 0) - (origin[1] ?? 0);
  const mm = millimetre;
  return [a * mm, b * mm, c * mm, d * mm, (e + left) * mm, (f + top) * mm];
};
