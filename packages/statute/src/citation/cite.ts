import { isInForce } from '../in-force.ts';
import { chineseNumeral } from './chinese-numeral.ts';
import { type InstrumentId, instruments } from './instruments.ts';

/** A place in an instrument: article (条), paragraph (款), item (项). Without an article: the whole of it. */
export interface Citation {
  readonly instrument: InstrumentId;
  readonly article?: number;
  readonly paragraph?: number;
  readonly item?: number;
}

const place = ({ article, paragraph, item }: Citation): string =>
  (article ? `第${chineseNumeral(article)}条` : '') +
  (paragraph ? `第${chineseNumeral(paragraph)}款` : '') +
  (item ? `第（${chineseNumeral(item)}）项` : '');

/** For people in the office: 条例第三十六条第（四）项. */
export const citeShort = (citation: Citation): string =>
  instruments[citation.instrument].shortTitle + place(citation);

/**
 * For letters: titles in full, the places of one instrument together, in the order given:
 * 《中华人民共和国政府信息公开条例》第十五条、第三十二条. Instruments that are known by number carry it.
 */
export const cite = (citations: readonly Citation[]): string => {
  const ids = [...new Set(citations.map((citation) => citation.instrument))];
  const parts = ids.map((id) => titled(id) + placesIn(id, citations));
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join('，')}和${parts.at(-1)}`;
};

const titled = (id: InstrumentId): string => {
  const { title, number } = instruments[id];
  return `《${title}》${number === null || id === 'regulation' ? '' : `（${number}）`}`;
};

const placesIn = (id: InstrumentId, citations: readonly Citation[]): string =>
  citations
    .filter((citation) => citation.instrument === id && citation.article !== undefined)
    .map(place)
    .join('、');

/** Only those citations whose instrument applies on a day (`YYYY-MM-DD`). */
export const citationsOn = (citations: readonly Citation[], date: string): readonly Citation[] =>
  citations.filter((citation) => isInForce(instruments[citation.instrument], date));
