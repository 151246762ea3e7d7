import type { PageArea, PersonalDataHit, UsedReason } from '@gongkai/redaction';

export interface PageSize {
  /** From 1. */
  readonly page: number;
  /** Points; of a picture file pixels, upright. */
  readonly width: number;
  readonly height: number;
}

interface Bytes {
  readonly bytes: Uint8Array;
  /** PNG or JPEG instead of PDF: one page, measured in pixels. */
  readonly isPicture: boolean;
}

interface OnDay {
  /** 'YYYY-MM-DD': who is a minor. */
  readonly today: string;
}

/** What is asked of the redaction's thread, and what it answers, by kind. */
export interface RedactionTasks {
  readonly inspect: {
    readonly asks: Bytes & OnDay;
    readonly answers: {
      readonly pages: readonly PageSize[];
      readonly hits: readonly PersonalDataHit[];
      /** Pages without text, by number. */
      readonly textless: readonly number[];
    };
  };
  /** Null where no program for recognition (文字识别) is installed. */
  readonly recognise: {
    readonly asks: Bytes & OnDay & { readonly page: number };
    readonly answers: readonly PersonalDataHit[] | null;
  };
  /** PNG. */
  readonly draw: {
    readonly asks: Bytes & { readonly page: number; readonly resolution: number };
    readonly answers: Uint8Array;
  };
  readonly redact: {
    readonly asks: Bytes & { readonly areas: readonly PageArea[] };
    readonly answers: {
      readonly bytes: Uint8Array;
      readonly reasons: readonly UsedReason[];
      /** What the check found in the new file: none, or it must not leave the house. */
      readonly traces: readonly string[];
      /** The same words elsewhere, not covered, for people. */
      readonly remains: readonly string[];
      readonly textless: readonly number[];
    };
  };
}

export type RedactionKind = keyof RedactionTasks;

/** A task as it travels. */
export type RedactionTask = {
  readonly [Kind in RedactionKind]: { readonly kind: Kind; readonly asks: RedactionTasks[Kind]['asks'] };
}[RedactionKind];

/** Errors lose their class between threads: what the file is at fault for travels as its message. */
export type RedactionAnswer =
  | { readonly ok: true; readonly result: RedactionTasks[RedactionKind]['answers'] }
  | { readonly ok: false; readonly message: string };
