import { type Finder, type HitConfidence, isLabelled, type PersonalDataKind } from './personal-data.ts';

interface DocumentPattern {
  readonly kind: PersonalDataKind;
  readonly pattern: RegExp;
  readonly label: RegExp;
  /** Without the label; null where the number alone says nothing. */
  readonly alone: HitConfidence | null;
}

/** Formats as their issuers print them; older ones are kept, since files are old. */
const patterns: readonly DocumentPattern[] = [
  // 护照: E, G, D, S, P and eight digits, or two letters and seven.
  {
    kind: 'passport',
    pattern: /(?<![A-Za-z0-9])(?:[EGDSPegdsp]\d{8}|[A-Za-z]{2}\d{7})(?![A-Za-z0-9])/g,
    label: /护照/,
    alone: 'possible',
  },
  // 护照 of other states are as various as their issuers.
  {
    kind: 'passport',
    pattern: /(?<![A-Za-z0-9])(?=[A-Z0-9]*\d{4})[A-Z0-9]{6,12}(?![A-Za-z0-9])/g,
    label: /护照(?:号码?|编号)?[:：]?$/,
    alone: null,
  },
  // 港澳居民来往内地通行证: H or M, eight digits, two more on older cards.
  {
    kind: 'permit',
    pattern: /(?<![A-Za-z0-9])[HMhm]\d{8}(?:\d{2})?(?![A-Za-z0-9])/g,
    label: /(?:通行证|回乡证|港澳)/,
    alone: 'likely',
  },
  // 往来港澳通行证, 往来台湾通行证: C, W, L, T and eight digits.
  {
    kind: 'permit',
    pattern: /(?<![A-Za-z0-9])[CWLTcwlt](?:\d{8}|[A-Za-z]\d{7})(?![A-Za-z0-9])/g,
    label: /(?:通行证|签注)/,
    alone: null,
  },
  // 台湾居民来往大陆通行证: eight digits, or ten and a letter.
  {
    kind: 'permit',
    pattern: /(?<![A-Za-z0-9])(?:\d{8}|\d{10}\(?[A-Z]\)?)(?![A-Za-z0-9])/g,
    label: /(?:台胞证|台湾居民|来往大陆通行证|通行证号?码?[:：]?$)/,
    alone: null,
  },
  // 外国人永久居留身份证 before 2023: three letters, twelve digits.
  {
    kind: 'permit',
    pattern: /(?<![A-Za-z0-9])[A-Z]{3}\d{12}(?![A-Za-z0-9])/g,
    label: /(?:永久居留|居留证|证件)/,
    alone: 'likely',
  },
];

/** Passports (护照) and permits of people from and to Hong Kong, Macao and Taiwan (通行证). */
export const findTravelDocuments: Finder = (text) =>
  patterns.flatMap(({ kind, pattern, label, alone }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const confidence = isLabelled(text, match.index, label, 20) ? 'certain' : alone;
      if (confidence === null) return [];
      return [{ kind, start: match.index, end: match.index + match[0].length, value: match[0], confidence }];
    }),
  );
