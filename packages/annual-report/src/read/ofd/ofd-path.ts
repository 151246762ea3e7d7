import type { Point, Subpath } from '../layout/path-rules.ts';
import type { Matrix } from '../pdf/page-matrix.ts';

/** Operands of each operator of AbbreviatedData (GB/T 33190-2016, 9.1). */
const operands: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };
const mostSegments = 20_000;

/** The pieces of a path, their points on the page. */
export const subpathsOf = (data: string, matrix: Matrix): readonly Subpath[] => {
  const tokens = data.trim().split(/[\s,]+/);
  const subpaths: Subpath[] = [];
  let operator = '';
  let at = 0;
  while (at < tokens.length && at < mostSegments * 8) {
    if (operands[tokens[at]!] !== undefined) operator = tokens[at++]!;
    else if (operator === '' || operator === 'C') {
      at++;
      continue;
    }
    const count = operands[operator]!;
    const subpath = subpaths.at(-1);
    if (operator === 'C') {
      if (subpath) subpath.closed = true;
      continue;
    }
    if (at + count > tokens.length) break;
    const point = place(matrix, Number(tokens[at + count - 2]), Number(tokens[at + count - 1]));
    at += count;
    if (operator === 'M' || operator === 'S' || subpath === undefined) {
      subpaths.push({ points: [point], curved: false, closed: false });
      continue;
    }
    subpath.points.push(point);
    if (operator !== 'L') subpath.curved = true;
  }
  return subpaths;
};

const place = (matrix: Matrix, x: number, y: number): Point => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];
