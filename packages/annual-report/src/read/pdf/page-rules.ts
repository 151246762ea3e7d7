import type { Box } from '../../place.ts';
import type { Rule } from '../layout/layout-page.ts';
import { addFills, addStrip, addStrokes, boxOf, type Point, type Subpath } from '../layout/path-rules.ts';
import type { Pdfium } from './engine.ts';
import { type Matrix, multiply, readMatrix } from './page-matrix.ts';

export interface PageRules {
  readonly rules: readonly Rule[];
  readonly fills: readonly Box[];
  readonly pictures: readonly Box[];
}

const deepest = 12;
const mostObjects = 200_000;
/** FPDF_PAGEOBJ_* and FPDF_SEGMENT_*. */
const [pathObject, imageObject, formObject] = [2, 3, 5];
const [lineTo, , moveTo] = [0, 1, 2];

/** Collects the ruling lines, filled areas and pictures of a page, inside form XObjects too, on the page as displayed. */
export const pageRules = (pdfium: Pdfium, page: number, display: Matrix): PageRules => {
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
  return { rules, fills, pictures };
};

const apply = (matrix: Matrix, x: number, y: number): Point => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

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
