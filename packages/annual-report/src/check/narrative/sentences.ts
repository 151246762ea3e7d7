import type { Place } from '../../place.ts';
import type { Paragraph, Report, SectionId } from '../../report.ts';

/**
 * What a heading over a passage says that the passage is about. `disputes` are the reviews that disclosure
 * gave rise to (因政府信息公开被申请行政复议…), `reviews` may be those of any work of the body.
 */
export type Topic = 'request' | 'reviews' | 'disputes' | 'fee' | null;

export interface Sentence {
  readonly section: SectionId | 'preamble';
  readonly text: string;
  readonly place: Place | null;
  /** Of the nearest heading. */
  readonly heading: Topic;
  /** False where it carries on the paragraph of the sentence before. */
  readonly startsParagraph: boolean;
  /** Offsets where two printed lines were joined: a number across one is not certain. */
  readonly joints: readonly number[];
}

const itemMark =
  /^[\s\u3000]*(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+[、.．]|\d{1,2}[.．、](?!\d))/;
const listMark = /^[\s\u3000]*[一二三四五六七八九十]是/;
const terminal = /[。；;！!？?：:][”"’』）)]?[\s\u3000]*$/;

const topicOf = (heading: string): Topic => {
  const ofDisclosure = heading.includes('公开');
  if (/复议|诉讼/.test(heading)) return ofDisclosure ? 'disputes' : 'reviews';
  if (ofDisclosure && /争议|应诉/.test(heading)) return 'disputes';
  if (/依申请|信息公开申请|申请公开|申请.*办理|申请情况/.test(heading)) return 'request';
  return /收费|处理费|减免/.test(heading) ? 'fee' : null;
};

const sectionTopic: Readonly<Partial<Record<SectionId | 'preamble', Topic>>> = {
  requests: 'request',
  reviews: 'disputes',
};

const headingEnd = /(?:情况|工作|方面|建设|保障|事项|管理)[\s\u3000]*$/;

const isHeading = (text: string): boolean => {
  const plain = text.trim();
  if (plain.length > 40 || /[，,；;]/.test(plain)) return false;
  return !/[。！!？?]$/.test(plain) || itemMark.test(text);
};

interface Joined {
  readonly text: string;
  readonly place: Place | null;
  readonly joints: readonly number[];
}

/** No paragraph of a report is longer; a text without any full stop must not be joined without end. */
const longest = 4000;

/** Printed lines that the reader gave as paragraphs of their own are put together again. */
const joinLines = (paragraphs: readonly Paragraph[]): readonly Joined[] => {
  const joined: Joined[] = [];
  for (const { text, place } of paragraphs) {
    const last = joined.at(-1);
    const carriesOn =
      last !== undefined &&
      last.text.length >= 18 &&
      last.text.length < longest &&
      !terminal.test(last.text.slice(-8)) &&
      !(isHeading(last.text) && (itemMark.test(last.text) || headingEnd.test(last.text))) &&
      !itemMark.test(text) &&
      !listMark.test(text);
    if (!carriesOn) joined.push({ text, place, joints: [] });
    else
      joined[joined.length - 1] = {
        text: last.text + text,
        place: last.place,
        joints: [...last.joints, last.text.length],
      };
  }
  return joined;
};

const ends = /[。！!？?]+[”"’』]?/g;

/** The narrative in sentences, each with the topic of the heading above it. */
export function* sentencesOf(report: Report): Generator<Sentence> {
  const passages: readonly (readonly [SectionId | 'preamble', readonly Paragraph[]])[] = [
    ['preamble', report.preamble],
    ...report.sections.map(({ id, paragraphs }) => [id, paragraphs] as const),
  ];
  for (const [section, paragraphs] of passages) {
    let heading: Topic = sectionTopic[section] ?? null;
    for (const { text, place, joints } of joinLines(paragraphs)) {
      if (isHeading(text) && !/\d\s*[件起宗份条例项元]/.test(text) && !/[未无没]/.test(text)) {
        heading = topicOf(text) ?? sectionTopic[section] ?? null;
        continue;
      }
      let start = 0;
      let first = true;
      ends.lastIndex = 0;
      while (start < text.length) {
        const stop = ends.exec(text);
        const end = stop ? stop.index + stop[0].length : text.length;
        const sentence = text.slice(start, end);
        // “（二）依申请公开情况。全年收到…”: a heading on the same line.
        if (
          first &&
          itemMark.test(sentence) &&
          sentence.length <= 40 &&
          !/[\d零无未没]/.test(sentence.replace(itemMark, ''))
        )
          heading = topicOf(sentence) ?? sectionTopic[section] ?? null;
        yield {
          section,
          text: sentence,
          place,
          heading,
          startsParagraph: first,
          joints: joints.filter((at) => at > start && at < end).map((at) => at - start),
        };
        first = false;
        start = end;
        if (!stop) break;
      }
    }
  }
}
