import { type Decimal, sum } from '../../../annual-report/src/decimal.ts';
import { getTable } from '../../../annual-report/src/form/forms.ts';
import { type SectionId, sectionIds } from '../../../annual-report/src/report.ts';
import type { Agency } from '../agencies.ts';
import type { Figures } from '../figures.ts';
import type { Random } from '../random.ts';
import { heading, type NumeralStyle } from './headings.ts';
import { aside } from './outreach.ts';
import * as requests from './request-sentences.ts';
import * as reviewSentences from './review-sentences.ts';
import { count, type Fact, type Said, type Slots, say } from './sentence.ts';
import * as templates from './templates.ts';
import { titleLines } from './titles.ts';

export interface NarrativeSection {
  readonly id: SectionId;
  readonly heading: string;
  /** Paragraphs before the section's table. */
  readonly paragraphs: readonly string[];
}

export interface Narrative {
  readonly titles: readonly string[];
  readonly preamble: readonly string[];
  readonly sections: readonly NarrativeSection[];
  /** Everything countable that the text states. */
  readonly facts: readonly Fact[];
  /** 信息处理费 in yuan, as section 六 states it. */
  readonly fee: Decimal;
}

export interface NarrativeOptions {
  readonly numerals?: NumeralStyle;
  readonly wording?: 'statutory' | 'varied';
  /** Headings of the narrative's own that look like statutory ones. */
  readonly decoys?: boolean;
  /** Chinese numerals for small counts. */
  readonly chinese?: boolean;
  /** Say every quantity there is; otherwise a choice. */
  readonly everything?: boolean;
}

/** Puts the agency's own words into a template. */
export const inWords = (template: string, agency: Agency, year: number): string =>
  template.replaceAll(/<(\w+)>/g, (slot, name: string) => {
    const words: Readonly<Record<string, string>> = {
      name: agency.name,
      short: agency.short,
      self: agency.self,
      whole: agency.whole,
      city: agency.city,
      county: agency.county,
      year: String(year),
      last: String(year - 1),
      next: String(year + 1),
    };
    return words[name] ?? slot;
  });

/** Six sections of text that agree with the figures, and every figure the text states. */
export const writeNarrative = (
  random: Random,
  agency: Agency,
  year: number,
  figures: Figures,
  options: NarrativeOptions = {},
): Narrative => {
  const facts: Fact[] = [];
  const chinese = options.chinese ?? random.chance(0.15);
  const value = (id: string): Decimal => figures.values.get(id) ?? '0';
  const add = (ids: readonly string[]): Decimal => sum(ids.map(value));
  const slot = (quantity: string): ReturnType<typeof count> =>
    count(quantity, add(quantity.split('+')), chinese);
  const tell = (section: SectionId | 'preamble', list: readonly string[], slots: Slots = {}): string => {
    const said: Said = say(section, inWords(random.pick(list), agency, year), slots);
    facts.push(...said.facts);
    return said.text;
  };
  const compose = (kind: keyof typeof templates.clauses): string => {
    const list = random.shuffle<string>(templates.clauses[kind]).slice(0, random.int(3, 5)).join('、');
    return inWords(random.pick(templates.frames[kind]), agency, year).replace('<list>', list);
  };
  const optional = (probability: number): boolean =>
    options.everything === true || random.chance(probability);
  const group = (prefix: string): string =>
    getTable(figures.forms.requests ?? '2021', 'requests')!
      .rows.filter((row) => row.id === prefix || row.id.startsWith(`${prefix}.`))
      .map((row) => `requests.${row.id}.total`)
      .join('+');

  const requestText = (): string => {
    const slots = {
      received: slot('requests.received.total'),
      carriedIn: slot('requests.carriedIn.total'),
      concluded: slot('requests.concluded.total'),
      carriedOut: slot('requests.carriedOut.total'),
      both: slot('requests.received.total+requests.carriedIn.total'),
    };
    const none =
      slots.received.value === '0' && slots.concluded.value === '0' && slots.carriedOut.value === '0';
    if (none) return tell('overview', requests.requestsNone, slots);
    const plain = slots.carriedIn.value === '0' && slots.carriedOut.value === '0';
    let text = tell('overview', plain ? requests.requestsPlain : requests.requests, slots);
    if (optional(0.5))
      text += tell('overview', requests.applicants, {
        natural: slot('requests.received.naturalPerson'),
        organisations: slot(
          ['business', 'research', 'publicInterest', 'legalService', 'other']
            .map((c) => `requests.received.${c}`)
            .join('+'),
        ),
      });
    if (optional(0.4))
      text += tell('overview', requests.outcomes, {
        disclosed: slot('requests.disclosed.total'),
        partial: slot('requests.partial.total'),
        refused: slot(group('refused')),
        unavailable: slot(group('unavailable')),
        notProcessed: slot(group('notProcessed')),
        otherHandling: slot(group('otherHandling')),
      });
    return text;
  };

  const reviewText = (): string => {
    const slots = {
      reconsiderations: slot('reviews.reconsideration.total'),
      litigations: slot('reviews.litigation.direct.total+reviews.litigation.afterReconsideration.total'),
    };
    if (slots.reconsiderations.value === '0' && slots.litigations.value === '0')
      return tell('overview', reviewSentences.reviewsNone);
    const text = tell('overview', reviewSentences.reviews, slots);
    if (slots.reconsiderations.value === '0' || !optional(0.4)) return text;
    return (
      text +
      tell('overview', reviewSentences.reconsiderationResults, {
        upheld: slot('reviews.reconsideration.upheld'),
        corrected: slot('reviews.reconsideration.corrected'),
        otherResult: slot('reviews.reconsideration.other'),
        pending: slot('reviews.reconsideration.pending'),
      })
    );
  };

  const overview = [compose('overview'), compose('disclosure'), requestText(), reviewText()];
  const modern = figures.forms['proactive.20-1'] === '2021';
  if (modern && optional(0.5))
    overview.push(
      tell('overview', templates.documents, {
        issued: slot('proactive.20-1.normativeDocuments.issued'),
        repealed: slot('proactive.20-1.normativeDocuments.repealed'),
        inForce: slot('proactive.20-1.normativeDocuments.inForce'),
      }),
    );
  if (optional(0.3))
    overview.push(
      tell('overview', templates.decisions, {
        licences: slot('proactive.20-5.licensing.decisions'),
        penalties: slot('proactive.20-6.penalties.decisions'),
      }),
    );
  if (optional(0.5)) {
    const own = aside(random.fork('aside'));
    overview[1] += tell('overview', [own.template], own.slots);
  }
  overview.push(compose('supervision'));

  const feeYuan =
    agency.kind === 'cityGovernment' && random.chance(0.5) ? String(random.int(1, 900) * 10) : '0';
  const text: Readonly<Record<SectionId, readonly string[]>> = {
    overview,
    proactive: [],
    requests: [],
    reviews: [],
    problems: [compose('problems'), compose('improvements')],
    other: [
      feeYuan === '0'
        ? tell('other', templates.feeNone)
        : tell('other', templates.fee, { fee: { quantity: 'fee.collected', value: feeYuan } }),
    ],
  };
  const numerals = options.numerals ?? 'kept';
  const own = random.fork('headings');
  const sections = sectionIds.map(
    (id, index): NarrativeSection => ({
      id,
      heading: heading(own, numerals, options.wording ?? 'statutory', index, id),
      paragraphs: text[id],
    }),
  );
  const first = sections[0]!;
  const decoyed: NarrativeSection = {
    ...first,
    paragraphs: [
      ...first.paragraphs,
      ...templates.decoys.flatMap(([head, body]) => [head, inWords(body, agency, year)]),
    ],
  };
  return {
    titles: titleLines(random.fork('title'), agency, year),
    preamble: [tell('preamble', templates.opening)],
    sections: options.decoys || numerals === 'restarted' ? [decoyed, ...sections.slice(1)] : sections,
    facts,
    fee: feeYuan,
  };
};
