import type { Box } from '../../place.ts';
import type { Rule } from './layout-page.ts';

export type Point = readonly [x: number, y: number];

/** A piece of a drawn path, on the page as displayed. */
export interface Subpath {
  readonly points: Point[];
  curved: boolean;
  closed: boolean;
}

/** A filled strip this thin is a line. */
const thin = 3;
/** Off the level by no more than this over its length, in points, a stroke is level. */
const level = 1;

/** The ruling lines among the strokes of a path. */
export const addStrokes = ({ points, curved, closed }: Subpath, rules: Rule[]): void => {
  if (curved) return;
  const ends = closed && points.length > 2 ? [...points, points[0]!] : points;
  for (let index = 1; index < ends.length; index++) {
    const [x0, y0] = ends[index - 1]!;
    const [x1, y1] = ends[index]!;
    addRule(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1), rules);
  }
};

const addRule = (x0: number, y0: number, x1: number, y1: number, rules: Rule[]): void => {
  const across = x1 - x0;
  const down = y1 - y0;
  if (!Number.isFinite(across + down)) return;
  if (down <= level && across > down) rules.push({ horizontal: true, at: (y0 + y1) / 2, from: x0, to: x1 });
  else if (across <= level && down > across)
    rules.push({ horizontal: false, at: (x0 + x1) / 2, from: y0, to: y1 });
};

export const boxOf = (points: readonly Point[]): Box => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return [x0, y0, x1, y1];
};

/** Filled areas, thin ones as ruling lines. */
export const addFills = (subpaths: readonly Subpath[], rules: Rule[], fills: Box[]): void => {
  const boxes = subpaths.filter(isBoxLike).map(({ points }) => boxOf(points));
  const [first, second] = boxes;
  if (boxes.length === 2 && first && second && addFrame(first, second, rules)) return;
  for (const box of boxes) if (!addStrip(box, rules)) fills.push(box);
};

/** Polygons of up to five corners: rectangles, and the mitred sides that browsers draw borders with. */
const isBoxLike = ({ points, curved }: Subpath): boolean =>
  !curved && points.length >= 3 && points.length <= 6;

/** A thin strip is a line along its longer side; a dot may belong to a line either way. */
export const addStrip = (box: Box, rules: Rule[]): boolean => {
  const [x0, y0, x1, y1] = box;
  const width = x1 - x0;
  const height = y1 - y0;
  if (!Number.isFinite(width + height) || Math.min(width, height) > thin) return false;
  if (width >= height || width <= thin) {
    if (height <= thin) rules.push({ horizontal: true, at: (y0 + y1) / 2, from: x0, to: x1 });
  }
  if (height >= width || height <= thin) {
    if (width <= thin) rules.push({ horizontal: false, at: (x0 + x1) / 2, from: y0, to: y1 });
  }
  return true;
};

/** A frame filled between an outer and an inner rectangle. */
const addFrame = (a: Box, b: Box, rules: Rule[]): boolean => {
  const [outer, inner] = a[2] - a[0] > b[2] - b[0] ? [a, b] : [b, a];
  const gaps = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
  if (gaps.some((gap) => gap < 0 || gap > thin + 1)) return false;
  const [x0, y0, x1, y1] = outer;
  rules.push({ horizontal: true, at: (y0 + inner[1]) / 2, from: x0, to: x1 });
  rules.push({ horizontal: true, at: (y1 + inner[3]) / 2, from: x0, to: x1 });
  rules.push({ horizontal: false, at: (x0 + inner[0]) / 2, from: y0, to: y1 });
  rules.push({ horizontal: false, at: (x1 + inner[2]) / 2, from: y0, to: y1 });
  return true;
};

/** Share of the page under pictures, counted on a coarse raster: scans come in strips and layers. */
export const coverage = (pictures: readonly Box[], width: number, height: number): number => {
  if (pictures.length === 0) return 0;
  const side = 20;
  let covered = 0;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const x = ((column + 0.5) / side) * width;
      const y = ((row + 0.5) / side) * height;
      if (pictures.some(([x0, y0, x1, y1]) => x >= x0 && x <= x1 && y >= y0 && y <= y1)) covered++;
    }
  }
  return covered / (side * side);
};
