import type { NarrativeParagraph } from '../facts.ts';

/** A span of days that the narrative states, e.g. 2024年1月1日至2024年12月31日. */
export interface StatedPeriod {
  readonly paragraph: NarrativeParagraph;
  readonly start: number;
  readonly end: number;
  /** `YYYY-MM-DD`; the second year may be left out in the text and is then the first. */
  readonly from: string;
  readonly to: string;
}

// 起 and 至/到/—; 同年 or 当年 or nothing may stand for the second year; 底/止 may follow.
const period =
  /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*(?:起|开始)?\s*[，,]?\s*(?:至|到|截至|截止到|—|-|－|–|~|～)+\s*(?:(\d{4})\s*年|同年|当年|本年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu;

const civil = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** Every span of days in the paragraphs, in reading order. */
export const findPeriods = (paragraphs: readonly NarrativeParagraph[]): readonly StatedPeriod[] =>
  paragraphs.flatMap((paragraph) =>
    /月.{1,4}日.*月/su.test(paragraph.text)
      ? [...paragraph.text.normalize('NFKC').matchAll(period)].map((match): StatedPeriod => {
          const [all, y1 = '', m1 = '', d1 = '', y2, m2 = '', d2 = ''] = match;
          return {
            paragraph,
            start: match.index,
            end: match.index + all.length,
            from: civil(y1, m1, d1),
            to: civil(y2 ?? y1, m2, d2),
          };
        })
      : [],
  );
