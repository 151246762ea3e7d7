import type { Box } from '../../place.ts';
import { findGrids } from '../layout/find-grids.ts';
import type { LayoutPage } from '../layout/layout-page.ts';
import type { PageImage } from '../options.ts';
import { deskew } from './deskew.ts';
import { evenPaper } from './even-paper.ts';
import { findInk } from './ink.ts';
import { seenRules } from './scanned-rules.ts';

/** A picture smaller than this share of the page holds no statutory table; one with text upon it is its background. */
const smallest = 0.12;
const mostWritten = 0.03;
/** Pieces in which some programs cut one picture. */
const gap = 4;
/** Cells of the smallest statutory table (六's, without its heads). */
const fewestCells = 12;

/** The pictures on a page of text that are large enough to be tables, strips of one picture put together. */
export const tablePictures = (page: LayoutPage, pictures: readonly Box[]): readonly Box[] => {
  const joined: Box[] = [];
  for (const picture of [...pictures].sort((a, b) => a[1] - b[1])) {
    const above = joined.at(-1);
    const goesOn =
      above !== undefined &&
      Math.abs(above[0] - picture[0]) < gap &&
      Math.abs(above[2] - picture[2]) < gap &&
      picture[1] - above[3] < gap;
    if (goesOn) joined[joined.length - 1] = [above[0], above[1], above[2], Math.max(above[3], picture[3])];
    else joined.push(picture);
  }
  return joined
    .map(
      ([left, top, right, bottom]): Box => [
        Math.max(0, left),
        Math.max(0, top),
        Math.min(page.width, right),
        Math.min(page.height, bottom),
      ],
    )
    .filter((box) => {
      const [left, top, right, bottom] = box;
      if (right <= left || bottom <= top) return false;
      if ((right - left) * (bottom - top) < smallest * page.width * page.height) return false;
      const upon = page.glyphs.filter(
        (glyph) => glyph.left >= left && glyph.right <= right && glyph.top >= top && glyph.bottom <= bottom,
      );
      return upon.length <= mostWritten * page.glyphs.length;
    });
};

/** Whether a picture shows a ruled table, and not a photograph or a seal. */
export const showsTable = (image: PageImage): boolean => {
  const upright = deskew(evenPaper(image));
  const grids = findGrids(seenRules(upright, findInk(upright)), []);
  return grids.some((grid) => grid.cells.length >= fewestCells);
};
