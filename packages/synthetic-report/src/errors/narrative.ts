import { subtract, sum } from '../../../annual-report/src/decimal.ts';
import type { Draft } from '../generate.ts';
import type { Fact } from '../narrative/sentence.ts';
import { type ErrorKind, mapText, slip } from './planted.ts';

const flows = ['received', 'carriedIn', 'concluded', 'carriedOut'] as const;
const leftOut = ['notProcessed', 'otherHandling'] as const;

/**
 * Numbers that some honest reading of a sentence about requests would still allow, in the columns it speaks
 * of: new ones, those and the carried-over ones together, concluded, concluded without those that were not
 * processed, all that was dealt with. A planted error must be wrong in every reading.
 */
const allowedOfRequests = ({ figures }: Draft, quantity: string): ReadonlySet<string> => {
  const columns = new Set(quantity.split('+').map((id) => id.split('.').at(-1) ?? ''));
  const row = (name: string): string =>
    sum(
      [...figures.values].flatMap(([id, value]) => {
        const [table, ...rest] = id.split('.');
        const column = rest.pop() ?? '';
        const path = rest.join('.');
        return table === 'requests' && columns.has(column) && (path === name || path.startsWith(`${name}.`))
          ? [value]
          : [];
      }),
    );
  const values = flows.map(row);
  const concluded = values[2] ?? '0';
  const left = leftOut.map(row);
  return new Set([
    ...values,
    ...values.flatMap((a) => values.flatMap((b) => [sum([a, b]), subtract(a, b)])),
    ...[...left, sum(left)].map((value) => subtract(concluded, value)),
  ]);
};

/** 行政诉讼 may be those of one path or of both. */
const allowedOfReviews = ({ figures }: Draft, value: string): ReadonlySet<string> =>
  new Set([
    value,
    ...[...figures.values].flatMap(([id, cell]) =>
      /^reviews\.litigation\..*\.total$/.test(id) ? [cell] : [],
    ),
  ]);

const allowed = (draft: Draft, { quantity, value }: Fact): ReadonlySet<string> => {
  if (quantity.startsWith('requests.')) return allowedOfRequests(draft, quantity);
  return quantity.startsWith('reviews.litigation') ? allowedOfReviews(draft, value) : new Set([value]);
};

/** Prints another number in a sentence, in Arabic numerals as slips are. */
const mistell = (name: string, rules: readonly string[], pattern: RegExp, unless?: RegExp): ErrorKind => ({
  name,
  rules,
  plant: (random, draft, laid) => {
    const facts = draft.narrative.facts.filter(
      ({ quantity, approximate, sentence, start }) =>
        !approximate && pattern.test(quantity) && !unless?.test(sentence.slice(0, start)),
    );
    if (facts.length === 0) return null;
    const fact = random.pick(facts);
    const honest = allowed(draft, fact);
    const wrong = Array.from({ length: 20 }, () => slip(random, fact.value)).find(
      (value) => !honest.has(value),
    );
    if (wrong === undefined) return null;
    const quote = fact.sentence.slice(0, fact.start) + wrong + fact.sentence.slice(fact.end);
    const cells =
      /^[a-z-]+(?:\.[\w-]+)+$/i.test(fact.quantity) && !fact.quantity.startsWith('fee.')
        ? [fact.quantity]
        : [];
    return {
      laid: mapText(laid, (block) => [
        block.section === fact.section ? { ...block, text: block.text.replace(fact.sentence, quote) } : block,
      ]),
      cells,
      quote,
    };
  },
});

/** Every quantity that the narrative may state, and the rules that compare it. */
const told: readonly ErrorKind[] = [
  mistell(
    'toldReceived',
    ['narrative.requestsReceived', 'narrative.sameQuantity', 'narrative.parts'],
    /^requests\.received\.total$/,
  ),
  mistell(
    'toldCarriedIn',
    ['narrative.requestsCarriedIn', 'narrative.requestsReceived', 'narrative.requestsConcluded'],
    /^requests\.carriedIn\.total$/,
    // 答复50件（含上年度结转3件）: of those concluded three had come over; others may still be open.
    /（含[^）]*$/,
  ),
  mistell(
    'toldConcluded',
    ['narrative.requestsConcluded', 'narrative.parts'],
    /^requests\.concluded\.total$/,
  ),
  mistell('toldCarriedOut', ['narrative.requestsCarriedOut'], /^requests\.carriedOut\.total$/),
  mistell(
    'toldNaturalPersons',
    ['narrative.applicantKinds', 'narrative.parts'],
    /^requests\.received\.naturalPerson$/,
  ),
  mistell(
    'toldOrganisations',
    ['narrative.applicantKinds', 'narrative.parts'],
    /^requests\.received\.business\+/,
  ),
  mistell(
    'toldOutcomes',
    ['narrative.requestOutcomes', 'narrative.parts'],
    /^requests\.(?:disclosed|partial|refused|unavailable|notProcessed|otherHandling)/,
  ),
  mistell(
    'toldReconsiderations',
    ['narrative.reconsiderations', 'narrative.parts'],
    /^reviews\.reconsideration\.total$/,
  ),
  mistell(
    'toldReconsiderationResults',
    ['narrative.reconsiderations', 'narrative.parts'],
    /^reviews\.reconsideration\.(?!total)/,
  ),
  mistell('toldLitigations', ['narrative.litigations'], /^reviews\.litigation/),
  mistell('toldDocuments', ['narrative.documents'], /^proactive\.20-1\./),
  // 办理行政许可50件 may be applications handled, granted or not; the table counts decisions.
  mistell('toldDecisions', ['narrative.decisions'], /^proactive\.20-[56]\./, /办理行政许可$/),
];

/** A sentence of its own that contradicts itself, put at the end of the overview. */
const adding = (
  name: string,
  rules: readonly string[],
  sentence: (n: (min: number, max: number) => number, year: number) => string,
): ErrorKind => ({
  name,
  rules,
  plant: (random, { year }, laid) => {
    const quote = sentence(random.int, year);
    const last = laid.blocks.findLast((block) => block.kind === 'text' && block.section === 'overview');
    return {
      laid: mapText(laid, (block) => (block === last ? [block, { ...block, text: quote }] : [block])),
      cells: [],
      quote,
    };
  },
});

export const narrativeErrors: readonly ErrorKind[] = [
  ...told,
  adding('partsBeyondWhole', ['narrative.parts'], (n) => {
    const [a, b] = [n(20, 60), n(20, 60)];
    return `全年通过各类渠道公开信息${a + b}条，其中政府网站${a + 7}条，政务新媒体${b}条。`;
  }),
  adding('wrongShare', ['narrative.shares'], (n) => {
    const part = n(10, 40);
    return `全年公开信息200条，其中政策解读${part}条，占${Math.min(99, part / 2 + 11)}%。`;
  }),
  adding('wrongChange', ['narrative.changes'], (n, year) => {
    const before = n(100, 200);
    return `${year}年公开信息${before * 2}条，上年公开${before}条，同比增长50%。`;
  }),
];
