import { ReadError } from '../../problem.ts';
import { type Glyph, mostGlyphs, type Turn } from '../layout/layout-page.ts';
import { raiseMarks } from '../layout/raise-marks.ts';
import type { Pdfium } from './engine.ts';
import { type Matrix, multiply, readMatrix } from './page-matrix.ts';

export interface PageGlyphs {
  readonly glyphs: readonly Glyph[];
  /** Characters whose code says nothing (private use, no ToUnicode); each stands as U+FFFD. */
  readonly unmapped: number;
  /** Characters that are there but not drawn: the layer that recognition programs put under a scan. */
  readonly invisible: number;
}

/** FPDF_TEXTRENDERMODE_INVISIBLE */
const notDrawn = 3;
const softHyphen = 0xad;

/** The characters of a text page, boxes on the page as displayed. Text set askew (a watermark) is left out. */
export const pageGlyphs = (pdfium: Pdfium, textPage: number, display: Matrix): PageGlyphs => {
  const { call, scratch } = pdfium;
  const unicodeAt = call.FPDFText_GetUnicode;
  const isGenerated = call.FPDFText_IsGenerated;
  const isUnmapped = call.FPDFText_HasUnicodeMapError;
  const looseBox = call.FPDFText_GetLooseCharBox;
  const originAt = call.FPDFText_GetCharOrigin;
  const sizeAt = call.FPDFText_GetFontSize;
  const objectAt = call.FPDFText_GetTextObject;
  const matrixAt = call.FPDFText_GetMatrix;
  const [a, b, c, d, e, f] = display;
  const glyphs: Glyph[] = [];
  const count = Math.max(0, call.FPDFText_CountChars(textPage));
  if (count > mostGlyphs) throw new ReadError('file.hostile', { detail: '一页文字过多' });
  let unmapped = 0;
  let invisible = 0;
  let object = 0;
  let style: Style | null = null;
  let hidden = false;
  for (let index = 0; index < count; index++) {
    // Spaces and line ends that PDFium supposes; gaps are measured here instead.
    if (isGenerated(textPage, index) === 1) continue;
    let unicode = unicodeAt(textPage, index) >>> 0;
    if (unicode >= 0xd800 && unicode < 0xdc00 && index + 1 < count) {
      const low = unicodeAt(textPage, index + 1) >>> 0;
      if (low >= 0xdc00 && low < 0xe000) unicode = 0x10000 + ((unicode - 0xd800) << 10) + (low - 0xdc00);
    } else if (unicode >= 0xdc00 && unicode < 0xe000) continue;
    const current = objectAt(textPage, index);
    if (current !== object || style === null) {
      object = current;
      matrixAt(textPage, index, scratch);
      hidden = call.FPDFTextObj_GetTextRenderMode(object) === notDrawn;
      style = styleOf(multiply(readMatrix(pdfium, scratch), display), sizeAt(textPage, index));
    }
    if (style.turn === null || looseBox(textPage, index, scratch) === 0) continue;
    originAt(textPage, index, scratch + 16, scratch + 24);
    const floats = pdfium.floats();
    const doubles = pdfium.doubles();
    const at = scratch >> 2;
    // FS_RECTF: left, top, right, bottom; y upwards.
    const x0 = floats[at]!;
    const y0 = floats[at + 1]!;
    const x1 = floats[at + 2]!;
    const y1 = floats[at + 3]!;
    const left = a * x0 + c * y0 + e;
    const right = a * x1 + c * y1 + e;
    const top = b * x0 + d * y0 + f;
    const bottom = b * x1 + d * y1 + f;
    const ox = doubles[(scratch + 16) >> 3]!;
    const oy = doubles[(scratch + 24) >> 3]!;
    if (!Number.isFinite(left + right + top + bottom + ox + oy)) continue;
    const text = textOf(unicode, isUnmapped(textPage, index) === 1);
    if (text === null) continue;
    if (text === '\uFFFD') unmapped++;
    if (hidden) invisible++;
    glyphs.push({
      text,
      left: Math.min(left, right),
      top: Math.min(top, bottom),
      right: Math.max(left, right),
      bottom: Math.max(top, bottom),
      baseline: style.turn % 2 === 0 ? b * ox + d * oy + f : a * ox + c * oy + e,
      size: style.size,
      turn: style.turn,
      run: object,
    });
  }
  return { glyphs: raiseMarks(glyphs), unmapped, invisible };
};

interface Style {
  readonly turn: Turn | null;
  readonly size: number;
}

/** How text lies on the displayed page; more than 10° off the upright is no reading direction. */
const styleOf = (matrix: Matrix, fontSize: number): Style => {
  const angle = Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2);
  const turn = Math.round(angle);
  const size = Math.abs(fontSize) * Math.hypot(matrix[2], matrix[3]);
  return {
    turn: Math.abs(angle - turn) > 1 / 9 ? null : ((((turn % 4) + 4) % 4) as Turn),
    size: size > 0.5 && size < 2000 ? size : 10,
  };
};

/** The character as printed, U+FFFD where its code means nothing, null where nothing is printed. */
const textOf = (unicode: number, unmapped: boolean): string | null => {
  if (unicode === softHyphen) return '\u00AD';
  if (unicode === 9 || unicode === 10 || unicode === 13) return ' ';
  // Zero-width signs, byte order marks and direction marks print nothing.
  if ((unicode >= 0x200b && unicode <= 0x200f) || unicode === 0xfeff || unicode === 0x2060) return null;
  const privateUse = (unicode >= 0xe000 && unicode < 0xf900) || unicode >= 0xf0000;
  if (unmapped || privateUse || unicode < 32 || unicode === 0xfffe || unicode === 0xffff) return '\uFFFD';
  return String.fromCodePoint(unicode);
};
