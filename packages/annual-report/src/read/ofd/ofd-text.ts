import { isWide } from '../layout/build-lines.ts';
import type { Glyph, Turn } from '../layout/layout-page.ts';
import type { Matrix } from '../pdf/page-matrix.ts';
import { deltasOf } from './ofd-values.ts';

export interface TextCode {
  readonly x: number;
  readonly y: number;
  readonly deltaX: string | null;
  readonly deltaY: string | null;
  readonly text: string;
}

/**
 * The characters of a TextCode (文字定位, GB/T 33190-2016, 11.3), `size` in the object's own millimetres.
 * Fonts are not opened: a character is as wide as the step to the next, the last as wide as its kind usually is.
 */
export const codeGlyphs = (code: TextCode, size: number, matrix: Matrix, run: number): readonly Glyph[] => {
  const characters = [...code.text];
  const stepsX = deltasOf(code.deltaX, characters.length);
  const stepsY = deltasOf(code.deltaY, characters.length);
  const angle = Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2);
  const quarter = Math.round(angle);
  // Text set askew is a watermark.
  if (Math.abs(angle - quarter) > 1 / 9) return [];
  const turn = (((quarter % 4) + 4) % 4) as Turn;
  const type = size * Math.hypot(matrix[2], matrix[3]);
  const standing = stepsX.length === 0 && stepsY.length === 0;
  const glyphs: Glyph[] = [];
  let x = code.x;
  let y = code.y;
  characters.forEach((character, index) => {
    const usual = isWide(character) ? size : size / 2;
    const step = stepsX[index] ?? (standing ? usual : 0);
    // A longer step is a gap behind the character, not its width.
    const width = step > 0 && step <= 1.05 * size ? step : usual;
    const [ax, ay] = apply(matrix, x, y - 0.86 * size);
    const [bx, by] = apply(matrix, x + width, y + 0.14 * size);
    const [ox, oy] = apply(matrix, x, y);
    x += step;
    y += stepsY[index] ?? 0;
    if (!Number.isFinite(ax + ay + bx + by) || isNothing(character)) return;
    glyphs.push({
      text: shown(character),
      left: Math.min(ax, bx),
      top: Math.min(ay, by),
      right: Math.max(ax, bx),
      bottom: Math.max(ay, by),
      baseline: turn % 2 === 0 ? oy : ox,
      size: type > 0.5 && type < 2000 ? type : 10,
      turn,
      run,
    });
  });
  return glyphs;
};

const apply = (matrix: Matrix, x: number, y: number): readonly [number, number] => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

const isNothing = (character: string): boolean => /[\u200b-\u200f\u2060\ufeff]/.test(character);

const shown = (character: string): string =>
  /\p{Co}/u.test(character) ? '\uFFFD' : /\s/.test(character) && character !== '\u3000' ? ' ' : character;
