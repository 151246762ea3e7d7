import type { ReplyDocument, Sheet } from '@gongkai/reply-document';
import type { BoundPart } from './bind-part.ts';

/** What the thread that sets and binds documents is asked for, and what it answers. */
export interface PressTasks {
  readonly sheet: { readonly asks: { readonly sheet: Sheet }; readonly answers: MadePdf };
  /** `bytes` are a PDF where the fonts have every character, else a Word document, which can't be bound. */
  readonly letter: { readonly asks: { readonly document: ReplyDocument }; readonly answers: MadeLetter };
  /** Null where no pages can be made of it: another format, a password, damage. */
  readonly count: {
    readonly asks: { readonly bytes: Uint8Array; readonly mediaType: string };
    readonly answers: number | null;
  };
  readonly part: {
    readonly asks: {
      readonly bytes: Uint8Array;
      readonly mediaType: string;
      readonly first: number;
      readonly stampFrom: number | null;
    };
    readonly answers: BoundPart;
  };
}

export interface MadePdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export interface MadeLetter {
  readonly bytes: Uint8Array;
  readonly pages: number | null;
}

export type PressKind = keyof PressTasks;
export type PressTask = {
  readonly [K in PressKind]: { readonly kind: K } & PressTasks[K]['asks'];
}[PressKind];
