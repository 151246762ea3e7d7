/**
 * Where something stands in the document, as its reader would point at it. All numbers count from 1.
 * Boxes are in points (1/72 inch) from the top left corner of the page: left, top, right, bottom.
 */
export type Place =
  | { readonly kind: 'page'; readonly page: number; readonly box: Box }
  | {
      readonly kind: 'table';
      readonly table: number;
      readonly row: number;
      readonly column: number;
      readonly sheet?: string;
    }
  | { readonly kind: 'paragraph'; readonly paragraph: number }
  | { readonly kind: 'line'; readonly line: number; readonly start: number; readonly end: number };

export type Box = readonly [left: number, top: number, right: number, bottom: number];
