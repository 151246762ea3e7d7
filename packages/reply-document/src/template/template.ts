import type { ReplyTemplateId } from '@gongkai/statute';
import type { SlotId } from '../slot/slots.ts';

/** A stretch of a paragraph: words as they are, or a slot. */
export type Piece = { readonly words: string } | { readonly slot: SlotId };

/** When a paragraph is printed: a fact is given, or is not. Data, never code. */
export interface Condition {
  readonly slot: SlotId;
  readonly given: boolean;
}

export interface TemplateParagraph {
  readonly when: Condition | null;
  readonly pieces: readonly Piece[];
}

/** The text of one kind of reply document (答复文书), as it stands from a day on. */
export interface Template {
  readonly kind: ReplyTemplateId;
  /** What the document is headed: 政府信息公开申请答复书. */
  readonly title: string;
  /** The first day (`YYYY-MM-DD`) on which documents are made by it; a later version takes its place. */
  readonly from: string;
  readonly paragraphs: readonly TemplateParagraph[];
}

/** What is wrong with a template's text, for the person who edits it. */
export interface TemplateProblem {
  /** Counted from 1; `null` where the text as a whole lacks something. */
  readonly line: number | null;
  readonly message: string;
}

export const slotsOf = (paragraph: TemplateParagraph): readonly SlotId[] =>
  paragraph.pieces.flatMap((piece) => ('slot' in piece ? [piece.slot] : []));
