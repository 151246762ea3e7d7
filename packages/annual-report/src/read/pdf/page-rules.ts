import type { Box } from '../../place.ts';
import type { Rule } from '../layout/layout-page.ts';
import type { Pdfium } from './engine.ts';
import { type Matrix, multiply, readMatrix } from './page-matrix.ts';

export interface PageRules {
  readonly rules: readonly Rule[];
  readonly fills: readonly Box[];
  /** Area of the page under pictures, as a share of it, 0 to 1 (pictures upon each other count once). */
  readonly pictured: number;
}

/** A filled strip this thin is a line. */
const thin = 3;
/** Off the level by no more than this over its length, in points, a stroke is level. */
const level = 1;
const deepest = 12;
const mostObjects = 200_000;
/** FPDF_PAGEOBJ_* and FPDF_SEGMENT_*. */
const [pathObject, imageObject, formObject] = [2, 3, 5];
const [lineTo, , moveTo] = [0, 1, 2];

/** Collects the ruling lines and filled areas of a page, inside form XObjects too, on the page as displayed. */
export const pageRules = (
  pdfium: Pdfium,
  page: number,
  display: Matrix,
  width: number,
  height: number,
): PageRules => {
  const rules: Rule[] = [];
  const fills: Box[] = [];
  const pictures: Box[] = [];
  let left = mostObjects;
  const { call, scratch } = pdfium;
  const visit = (object: number, outer: Matrix, depth: number): void => {
    if (object === 0 || left-- <= 0) return;
    const type = call.FPDFPageObj_GetType(object);
    if (type !== pathObject && type !== imageObject && type !== formObject) return;
    if (call.FPDFPageObj_GetMatrix(object, scratch) === 0) return;
    const matrix = multiply(readMatrix(pdfium, scratch), outer);
    if (type === pathObject) {
      readPath(pdfium, object, matrix, rules, fills);
    } else if (type === imageObject) {
      const box = boxOf([apply(matrix, 0, 0), apply(matrix, 1, 0), apply(matrix, 0, 1), apply(matrix, 1, 1)]);
      pictures.push(box);
      addStrip(box, rules);
    } else if (depth < deepest) {
      const count = call.FPDFFormObj_CountObjects(object);
      for (let index = 0; index < count; index++)
        visit(call.FPDFFormObj_GetObject(object, index), matrix, depth + 1);
    }
  };
  const count = call.FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index++) visit(call.FPDFPage_GetObject(page, index), display, 0);
  return { rules, fills, pictured: coverage(pictures, width, height) };
};

type Point = readonly [x: number, y: number];

const apply = (matrix: Matrix, x: number, y: number): Point => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

interface Subpath {
  readonly points: Point[];
  curved: boolean;
  closed: boolean;
}

const readPath = (pdfium: Pdfium, object: number, matrix: Matrix, rules: Rule[], fills: Box[]): void => {
  const { call, scratch } = pdfium;
  const count = call.FPDFPath_CountSegments(object);
  if (count < 2 || count > 20_000) return;
  call.FPDFPath_GetDrawMode(object, scratch, scratch + 4);
  const filled = pdfium.words()[scratch >> 2]! !== 0;
  const stroked = pdfium.words()[(scratch >> 2) + 1]! !== 0;
  if (!filled && !stroked) return;
  const subpaths = readSubpaths(pdfium, object, matrix, count);
  if (stroked) for (const subpath of subpaths) addStrokes(subpath, rules);
  if (filled) addFills(subpaths, rules, fills);
};

const readSubpaths = (pdfium: Pdfium, object: number, matrix: Matrix, count: number): readonly Subpath[] => {
  const { call, scratch } = pdfium;
  const subpaths: Subpath[] = [];
  for (let index = 0; index < count; index++) {
    const segment = call.FPDFPath_GetPathSegment(object, index);
    if (segment === 0 || call.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4) === 0) continue;
    const floats = pdfium.floats();
    const point = apply(matrix, floats[scratch >> 2]!, floats[(scratch >> 2) + 1]!);
    const type = call.FPDFPathSegment_GetType(segment);
    if (type === moveTo || subpaths.length === 0) {
      subpaths.push({ points: [point], curved: false, closed: false });
      continue;
    }
    const subpath = subpaths.at(-1)!;
    subpath.points.push(point);
    if (type !== lineTo) subpath.curved = true;
    if (call.FPDFPathSegment_GetClose(segment) !== 0) subpath.closed = true;
  }
  return subpaths;
};

const addStrokes = ({ points, curved, closed }: Subpath, rules: Rule[]): void => {
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

const boxOf = (points: readonly Point[]): Box => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return [x0, y0, x1, y1];
};

const addFills = (subpaths: readonly Subpath[], rules: Rule[], fills: Box[]): void => {
  const boxes = subpaths.filter(isBoxLike).map(({ points }) => boxOf(points));
  const [first, second] = boxes;
  if (boxes.length === 2 && first && second && addFrame(first, second, rules)) return;
  for (const box of boxes) if (!addStrip(box, rules)) fills.push(box);
};

/** Polygons of up to five corners: rectangles, and the mitred sides that browsers draw borders with. */
const isBoxLike = ({ points, curved }: Subpath): boolean =>
  !curved && points.length >= 3 && points.length <= 6;

/** A thin strip is a line along its longer side; a dot may belong to a line either way. */
const addStrip = (box: Box, rules: Rule[]): boolean => {
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
const coverage = (pictures: readonly Box[], width: number, height: number): number => {
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
