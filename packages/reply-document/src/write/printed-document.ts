import { type CivilDate, inChinese } from '@gongkai/statute';
import type { ReplyDocument } from '../document.ts';
import { oneLine, printable } from '../printable.ts';
import { balanced } from './balanced.ts';
import { type SignatureLine, signatureLines } from './signature-lines.ts';
import { type Slip, slipOf } from './slip.ts';

/** An enclosure as it is listed: the first carries the word 附件, several carry numbers. */
export interface PrintedEnclosure {
  readonly lead: string;
  readonly number: string;
  readonly name: string;
}

/** A document with all words as they are printed, whatever the format. */
export interface PrintedDocument {
  readonly organ: string;
  /** Over the red line: the organ's name, in lines of about the same length. */
  readonly letterhead: readonly string[];
  readonly number: string | null;
  readonly title: string;
  readonly salutation: string;
  readonly body: readonly string[];
  readonly enclosures: readonly PrintedEnclosure[];
  readonly date: string;
  /** Organ and date, as they stand at the end. */
  readonly signature: readonly SignatureLine[];
  readonly contact: string;
  /** On a page of its own. */
  readonly slip: Slip | null;
}

const longestLetterheadLine = 20;

/** GB/T 9704-2012, 7.3: numbers of lists 1., enclosures by Arabic numbers and without end marks. */
export const printDocument = (document: ReplyDocument): PrintedDocument => {
  const organ = oneLine(document.organ);
  const date = inChinese(document.date as CivilDate);
  const several = document.enclosures.length > 1;
  return {
    organ,
    letterhead: balanced(organ, longestLetterheadLine),
    number: document.number === null ? null : oneLine(document.number),
    title: oneLine(document.title),
    salutation: `${oneLine(document.addressee)}：`,
    body: numbered(document.body),
    enclosures: document.enclosures.map((name, index) => ({
      lead: index === 0 ? '附件：' : '',
      number: several ? `${index + 1}.` : '',
      name: oneLine(name),
    })),
    date,
    signature: signatureLines(organ, date),
    contact: `（${document.contact.map(oneLine).join('，')}）`,
    slip: slipOf(document),
  };
};

/** Entries that follow each other count from 1. */
const numbered = (body: ReplyDocument['body']): readonly string[] => {
  let count = 0;
  return body.flatMap(({ role, text }) => {
    count = role === 'entry' ? count + 1 : 0;
    const lines = printable(text)
      .split(/\r\n?|\n/)
      .map(oneLine)
      .filter((line) => line !== '');
    return lines.map((line, index) => (role === 'entry' && index === 0 ? `${count}.${line}` : line));
  });
};
