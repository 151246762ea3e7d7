import type { Place } from '../../place.ts';
import type { LineKind } from '../source.ts';
import type { Figure } from './figure.ts';
import type { LabelMatch } from './label-index.ts';

/**
 * - `figure`: something that stands where a figure may stand: a number, a mark, damaged digits
 * - `blank`: a cell that is there and empty
 * - `gap`: an empty line of text: a blank cell, the end of a row, or nothing
 * - `words`: a label, known or not
 * - `prose`: a sentence or paragraph; never a label
 */
export type TokenKind = 'figure' | 'blank' | 'gap' | 'words' | 'prose';

/** The smallest piece of a document that alignment looks at. */
export interface Token {
  readonly kind: TokenKind;
  /** As printed, without surrounding white space. */
  readonly text: string;
  /** Index into `Source.lines`. */
  readonly line: number;
  /** The line on which it ends: labels joined from several lines. */
  readonly endLine: number;
  /** The table's number in the source; 0 outside tables. */
  readonly table: number;
  readonly lineKind: LineKind;
  readonly place: Place;
  /** From where to where it stands across the page: points, or display columns of text; null where unknown. */
  readonly across: readonly [left: number, right: number] | null;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Of `figure` tokens. */
  readonly figure: Figure | null;
  /** Of `words` tokens: the folded text. */
  readonly key: string;
  readonly match: LabelMatch;
}
