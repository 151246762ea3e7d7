import type { Box } from '@gongkai/annual-report';
import { maskAddress, maskBankCard, maskIdNumber, maskName, maskPhone } from '@gongkai/statute';
import { findAddresses } from './find/find-addresses.ts';
import { findBankCards } from './find/find-bank-cards.ts';
import { findEmails, findPhones, findPlates } from './find/find-contacts.ts';
import { findIdentityNumbers } from './find/find-identity-numbers.ts';
import { findNames } from './find/find-names.ts';
import { findTravelDocuments } from './find/find-travel-documents.ts';
import {
  type HitConfidence,
  hitConfidences,
  type PageStreams,
  type PersonalDataKind,
  type PlacedMatch,
  type TextMatch,
} from './find/personal-data.ts';
import { repeatNames } from './find/repeat-names.ts';
import { boxesOf, originsBetween, streamsOf, type TextStream } from './find/text-stream.ts';
import type { PageText } from './page-text.ts';

/** Personal data (个人信息) found on a page: a proposal, which the officer takes or leaves. */
export interface PersonalDataHit {
  readonly kind: PersonalDataKind;
  /** From 1. */
  readonly page: number;
  /** One for each line that it stands on; points from the top left of the page as displayed. */
  readonly boxes: readonly Box[];
  /** Masked (脱敏), for a list. */
  readonly preview: string;
  readonly confidence: HitConfidence;
  /** See `redactionReasons`. */
  readonly reasonCode: string;
}

export const personalDataNames: Readonly<Record<PersonalDataKind, string>> = {
  idCard: '身份证号码',
  bankCard: '银行账号',
  mobile: '手机号码',
  landline: '固定电话',
  email: '电子邮箱',
  passport: '护照号码',
  permit: '通行证、居留证号码',
  plate: '车辆号牌',
  address: '地址',
  name: '姓名',
  minor: '未成年人姓名',
};

/** The reason that an area over such data carries; data of minors carry `minor` in its stead. */
const reasons: Readonly<Record<PersonalDataKind, string>> = {
  idCard: 'identity_number',
  bankCard: 'financial_account',
  mobile: 'phone',
  landline: 'phone',
  email: 'email',
  passport: 'identity_number',
  permit: 'identity_number',
  plate: 'vehicle',
  address: 'address',
  name: 'name',
  minor: 'minor',
};

const finders = [
  findIdentityNumbers,
  findBankCards,
  findPhones,
  findEmails,
  findTravelDocuments,
  findPlates,
  findAddresses,
  findNames,
];

/**
 * Finds personal data in the text of a document (条例第十五条, 个人信息保护法第四条、第二十八条): identity
 * numbers, bank cards, telephones, e-mail, passports and permits, number plates, addresses, names after
 * labels, names of minors. Whatever has a right check digit is reported, if only as possible. Numbers that
 * run from one page to the next are not seen; credit codes (统一社会信用代码) are public and left alone.
 *
 * @param today `YYYY-MM-DD`: who is under eighteen, and which dates of birth can be.
 * @returns by page, then from top to bottom.
 */
export const findPersonalData = (pages: readonly PageText[], today: string): readonly PersonalDataHit[] => {
  const streams = pages.map((page): PageStreams => ({ page, streams: streamsOf(page) }));
  const found = streams.flatMap(({ page, streams }) =>
    streams.flatMap((stream) =>
      finders.flatMap((find) => find(stream.text, today)).map((match) => place(page, stream, match)),
    ),
  );
  const names = repeatNames(found, streams);
  return pages.flatMap((page) =>
    settle([...found, ...names].filter((match) => match.page === page))
      .map(toHit)
      .sort((a, b) => (a.boxes[0]?.[1] ?? 0) - (b.boxes[0]?.[1] ?? 0) || a.boxes[0]![0] - b.boxes[0]![0]),
  );
};

const place = (page: PageText, stream: TextStream, match: TextMatch): PlacedMatch => ({
  ...match,
  page,
  origins: originsBetween(stream, match.start, match.end),
});

const rank = ({ confidence }: TextMatch): number => hitConfidences.indexOf(confidence);

/**
 * Of matches that lie within one another the surer stays, then the longer: what it covers is covered. Of equal ones
 * that of a minor stays (学生姓名 is a label of a minor's name and holds the label 姓名), then the first.
 */
const settle = (matches: readonly PlacedMatch[]): readonly PlacedMatch[] => {
  const kept: { readonly match: PlacedMatch; readonly origins: ReadonlySet<number> }[] = [];
  const ofMinor = (match: PlacedMatch): number => (match.ofMinor ? 0 : 1);
  const inOrder = [...matches].sort(
    (a, b) => rank(a) - rank(b) || b.origins.length - a.origins.length || ofMinor(a) - ofMinor(b),
  );
  const covered = new Map<number, Set<number>>();
  for (const match of inOrder) {
    const first = match.origins[0];
    if (first === undefined) continue;
    // Only where every character is covered by one kept match: a part that looks out has to be covered too.
    const holders = covered.get(first);
    const isInside =
      holders !== undefined &&
      [...holders].some((holder) => match.origins.every((origin) => kept[holder]!.origins.has(origin)));
    if (isInside) continue;
    kept.push({ match, origins: new Set(match.origins) });
    for (const origin of match.origins) {
      const at = covered.get(origin) ?? new Set();
      at.add(kept.length - 1);
      covered.set(origin, at);
    }
  }
  return kept.map(({ match }) => match);
};

const toHit = ({ page, kind, origins, value, confidence, ofMinor }: PlacedMatch): PersonalDataHit => ({
  kind,
  page: page.page,
  boxes: boxesOf(page, origins),
  preview: mask(kind, value),
  confidence,
  reasonCode: ofMinor ? 'minor' : reasons[kind],
});

const mask = (kind: PersonalDataKind, value: string): string => {
  switch (kind) {
    case 'mobile':
    case 'landline':
      return maskPhone(value);
    case 'bankCard':
      return maskBankCard(value);
    case 'address':
      return maskAddress(value);
    case 'name':
    case 'minor':
      return maskName(value);
    case 'email':
      return `${value.slice(0, 1)}***${value.slice(value.indexOf('@'))}`;
    case 'plate':
      return `${value.slice(0, 2)}***${value.slice(-1)}`;
    default:
      return maskIdNumber(value);
  }
};
