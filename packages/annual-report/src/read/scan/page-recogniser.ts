import type { Box } from '../../place.ts';
import { findGrids } from '../layout/find-grids.ts';
import type { LayoutPage } from '../layout/layout-page.ts';
import type { Limits, PageImage, Recognise } from '../options.ts';
import { cropImage, placeLayout } from './place-layout.ts';
import { recognisePage } from './recognise-page.ts';

/** Recognises the pages of one document until its limit is reached. */
export interface PageRecogniser {
  /** False where the host recognises nothing at all. */
  readonly available: boolean;
  /** Null where no more is recognised: the document has too many pictures, or its time is used up. */
  readonly page: (image: PageImage) => LayoutPage | null;
  /**
   * A picture on a page, its box in points, as lines and characters of that page; null as for `page`, and
   * where the picture turns out not to stand upright.
   */
  readonly region: (image: PageImage, box: Box) => LayoutPage | null;
}

/** Thrown by none but the recogniser below, to leave a page half way. */
class NoMoreTime extends Error {}

/** Opens a recogniser for one document. */
export const createPageRecogniser = (recognise: Recognise | undefined, limits: Limits): PageRecogniser => {
  let left = limits.recognisedPages;
  const page = (image: PageImage): LayoutPage | null => {
    if (recognise === undefined || left <= 0) return null;
    left--;
    try {
      return recognisePage(image, (piece) => {
        const words = recognise(piece);
        if (words === null) throw new NoMoreTime();
        return words;
      });
    } catch (error) {
      if (!(error instanceof NoMoreTime)) throw error;
      left = 0;
      return null;
    }
  };
  return {
    available: recognise !== undefined,
    page,
    region: (image, box) => {
      const found = page(cropImage(image, box));
      if (found === null || found.turn !== 0 || findGrids(found.rules, []).length === 0) return null;
      return placeLayout(found, box);
    },
  };
};
