import type { Box } from '../../place.ts';
import { ReadError } from '../../problem.ts';
import { type Glyph, type LayoutPage, mostGlyphs, type Rule } from '../layout/layout-page.ts';
import { addFills, addStrip, addStrokes } from '../layout/path-rules.ts';
import { raiseMarks } from '../layout/raise-marks.ts';
import type { Limits } from '../options.ts';
import type { Matrix } from '../pdf/page-matrix.ts';
import { attribute } from '../xml/attribute.ts';
import type { ZipArchive } from '../zip/open-zip.ts';
import { type OfdPackage, scanPart } from './ofd-package.ts';
import { subpathsOf } from './ofd-path.ts';
import { codeGlyphs } from './ofd-text.ts';
import { millimetre, numbersOf, objectMatrix } from './ofd-values.ts';

/** A picture where it stands on the page, in points, and the ID of its resource. */
export interface OfdPicture {
  readonly box: Box;
  readonly resource: string;
}

export interface OfdPage {
  readonly layout: LayoutPage;
  readonly pictures: readonly OfdPicture[];
}

/** Reads what is drawn on a page and on its template. `number` counts from 1. */
export const readOfdPage = (zip: ZipArchive, ofd: OfdPackage, number: number, limits: Limits): OfdPage => {
  const drawn: Drawn = { glyphs: [], rules: [], fills: [], pictures: [], box: boxOf(ofd.physicalBox) };
  const templates = drawObjects(zip, ofd.pages[number - 1]!, limits, drawn);
  for (const id of templates) {
    const template = ofd.templates.get(id);
    if (template !== undefined) drawObjects(zip, template, limits, drawn);
  }
  const { glyphs, rules, fills, pictures } = drawn;
  const [, , width, height] = drawn.box;
  const size = { width: width * millimetre, height: height * millimetre };
  return {
    layout: { number, ...size, glyphs: raiseMarks(glyphs), rules, fills, turn: 0 },
    pictures,
  };
};

interface Drawn {
  readonly glyphs: Glyph[];
  readonly rules: Rule[];
  readonly fills: Box[];
  readonly pictures: OfdPicture[];
  /** Left, top, width, height of the paper in millimetres. */
  box: Box;
}

const boxOf = (text: string): Box => {
  const [left = 0, top = 0, width = 210, height = 297] = numbersOf(text);
  return [left, top, width, height];
};

/** The graphic object that is being read. */
interface Current {
  readonly attributes: string;
  readonly matrix: Matrix;
}

/** Collects what a part draws; returns the IDs of the templates it lies upon. */
const drawObjects = (zip: ZipArchive, part: string, limits: Limits, drawn: Drawn): readonly string[] => {
  const templates: string[] = [];
  let object: Current | null = null;
  let code = '';
  let text = '';
  let [x, y] = [0, 0];
  scanPart(zip, part, limits, {
    open: (name, attributes) => {
      text = '';
      if (name === 'ofd:TextObject' || name === 'ofd:PathObject' || name === 'ofd:ImageObject') {
        object = attribute(attributes, 'Visible') === 'false' ? null : openObject(attributes, drawn);
        if (object !== null && name === 'ofd:ImageObject') drawImage(attributes, drawn);
      } else if (name === 'ofd:TextCode') code = attributes;
      else if (name === 'ofd:Template') templates.push(attribute(attributes, 'TemplateID') ?? '');
    },
    text: (value) => {
      text += value;
    },
    close: (name) => {
      // The page's own paper; it stands before all that is drawn.
      if (name === 'ofd:PhysicalBox') drawn.box = boxOf(text);
      if (object === null) return;
      if (name === 'ofd:TextCode') {
        // A TextCode without X or Y begins where the one before it began.
        x = numberOf(code, 'X') ?? x;
        y = numberOf(code, 'Y') ?? y;
        const where = { x, y, deltaX: attribute(code, 'DeltaX'), deltaY: attribute(code, 'DeltaY') };
        const size = numberOf(object.attributes, 'Size') ?? 3.5;
        const run = drawn.glyphs.length;
        if (run > mostGlyphs) throw new ReadError('file.hostile', { detail: '一页文字过多' });
        for (const glyph of codeGlyphs({ ...where, text }, size, object.matrix, run))
          drawn.glyphs.push(glyph);
      } else if (name === 'ofd:AbbreviatedData') {
        drawPath(text, object, drawn);
      } else if (name === 'ofd:TextObject' || name === 'ofd:PathObject') object = null;
    },
  });
  return templates;
};

const openObject = (attributes: string, drawn: Drawn): Current => ({
  attributes,
  matrix: objectMatrix(
    numbersOf(attribute(attributes, 'Boundary')),
    numbersOf(attribute(attributes, 'CTM')),
    drawn.box,
  ),
});

const numberOf = (attributes: string, name: string): number | null => {
  const value = attribute(attributes, name);
  const number = value === null || value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
};

/** A path is stroked unless it says otherwise, and filled only if it says so. */
const drawPath = (data: string, { attributes, matrix }: Current, drawn: Drawn): void => {
  const subpaths = subpathsOf(data, matrix);
  if (attribute(attributes, 'Stroke') !== 'false')
    for (const subpath of subpaths) addStrokes(subpath, drawn.rules);
  if (attribute(attributes, 'Fill') === 'true') addFills(subpaths, drawn.rules, drawn.fills);
};

const drawImage = (attributes: string, drawn: Drawn): void => {
  const [left = 0, top = 0, width = 0, height = 0] = numbersOf(attribute(attributes, 'Boundary'));
  const [x, y] = [left - drawn.box[0], top - drawn.box[1]];
  const box: Box = [x * millimetre, y * millimetre, (x + width) * millimetre, (y + height) * millimetre];
  drawn.pictures.push({ box, resource: attribute(attributes, 'ResourceID') ?? '' });
  addStrip(box, drawn.rules);
};
