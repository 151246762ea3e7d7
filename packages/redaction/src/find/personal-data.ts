import type { PageText } from '../page-text.ts';
import type { TextStream } from './text-stream.ts';

/** How sure a hit is; the office marks what is certain beforehand and asks for the rest. */
export const hitConfidences = ['certain', 'likely', 'possible'] as const;
export type HitConfidence = (typeof hitConfidences)[number];

/** What kind of personal data (个人信息) is found by itself. */
export const personalDataKinds = [
  'idCard',
  'bankCard',
  'mobile',
  'landline',
  'email',
  'passport',
  'permit',
  'plate',
  'address',
  'name',
  'minor',
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** A match within one stream of text, before it has a place. */
export interface TextMatch {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
  /** As written, gaps left out; never shown unmasked. */
  readonly value: string;
  readonly confidence: HitConfidence;
  /** True where it is data of somebody under eighteen. */
  readonly ofMinor?: boolean;
}

/** A match with its place. */
export interface PlacedMatch extends TextMatch {
  readonly page: PageText;
  /** Indices of the page's characters. */
  readonly origins: readonly number[];
}

export interface PageStreams {
  readonly page: PageText;
  readonly streams: readonly TextStream[];
}

/** A finder knows one kind of data. `today` is `YYYY-MM-DD`. */
export type Finder = (text: string, today: string) => readonly TextMatch[];

/** Whether one of the words stands shortly before a place, on the same line or the one above. */
export const isLabelled = (text: string, start: number, words: RegExp, reach = 16): boolean =>
  words.test(text.slice(Math.max(0, start - reach), start).replaceAll(/\s/g, ''));
