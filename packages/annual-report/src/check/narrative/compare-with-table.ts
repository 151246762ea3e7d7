import { compare, type Decimal, multiply } from '../../decimal.ts';
import type { Report } from '../../report.ts';
import { cellEvidence, nameSection } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import type { Evidence, FindingDraft, Severity } from '../rule.ts';
import type { Claim, Count, Quantity } from './claim.ts';
import type { Reading } from './figures.ts';
import { readingsOf } from './table.ts';

/** The sentence with the figure marked, as one side of a finding. */
export const claimEvidence = ({ quote, place }: Pick<Claim, 'quote' | 'place'>): Evidence => ({
  what: nameSection(quote.section),
  value: quote.text.slice(...quote.mark),
  quote,
  place,
});

const breaks = /[，,。；;：:（()）！？\n]/;
const longest = 48;

/** The clause around the marked words, short enough for a message: 行政诉讼事项共0件. */
export const clauseOf = ({ quote: { text, mark } }: Pick<Claim, 'quote'>): string => {
  let [start, end] = mark;
  while (start > 0 && mark[1] - start < longest && !breaks.test(text[start - 1] as string)) start--;
  while (end < text.length && end - start < longest && !breaks.test(text[end] as string)) end++;
  return text.slice(start, end).trim();
};

export const counts = (claims: readonly Claim[]): readonly Count[] =>
  claims.filter((claim): claim is Count => claim.kind === 'count');

/** Whether a figure of the table bears a claim out; 余, 近 and 约 leave room. */
export const bears = (claim: Pick<Count, 'value' | 'bound'>, actual: Decimal): boolean => {
  const { value, bound } = claim;
  if (bound === 'exact') return compare(value, actual) === 0;
  if (bound === 'some') return compare(value, actual) <= 0;
  const atLeast = (share: string): boolean => compare(actual, multiply(value, share)) >= 0;
  const atMost = (share: string): boolean => compare(actual, multiply(value, share)) <= 0;
  if (bound === 'atLeast') return atLeast('1') && atMost('1.5');
  if (bound === 'atMost') return atLeast('0.7') && atMost('1');
  return atLeast('0.9') && atMost('1.1');
};

/** Of claims that no reading bears out: an exact figure is wrong, an approximate one may be just off. */
const severityOf = (claim: Count, first: Reading, readings: readonly Reading[]): Severity | null => {
  if (claim.bound === 'some') return 'warning';
  if (claim.bound !== 'exact') {
    const near = readings.some(
      ({ value }) =>
        compare(value, multiply(claim.value, '0.5')) >= 0 && compare(value, multiply(claim.value, '2')) <= 0,
    );
    return near ? 'notice' : 'warning';
  }
  return claim.certain && first.firm ? null : 'warning';
};

const figuresTried = (readings: readonly Reading[]): string => {
  const seen = new Set<string>();
  return readings
    .map(({ name, value }) => `${name} ${value}`)
    .filter((text) => !seen.has(text) && seen.add(text))
    .join('、');
};

const messageOf = (report: Report, claim: Count, readings: readonly Reading[], first: Reading): string => {
  const said = `${nameSection(claim.quote.section)}写“${clauseOf(claim)}”`;
  const [cell = ''] = first.cells;
  const where = first.cells.length === 1 ? nameCell(cell) : first.name;
  const blank = first.cells.every((id) => report.cells.get(id)?.status === 'blank');
  const table = blank ? `${where}是空白` : `${where}为 ${first.value}`;
  const tried = readings.length > 1 ? `；其他口径也对不上（${figuresTried(readings.slice(1))}）` : '';
  return `${said}，${table}，两者不一致${tried}。`;
};

/**
 * Compares the claims about some quantities with the tables. Every legitimate reading is tried before
 * anything is called wrong, and nothing is said about other bodies, other years, or 全市 in the report
 * of a department. `severity` is the most that a difference can be.
 */
export function* compareWithTable(
  report: Report,
  claims: readonly Claim[],
  covers: (quantity: Quantity) => boolean,
  most: Severity = 'error',
): Generator<FindingDraft> {
  const reported = new Set<string>();
  for (const claim of counts(claims)) {
    if (claim.quantity === null || !covers(claim.quantity)) continue;
    if (claim.period !== 'this' || claim.scope === 'part' || claim.scope === 'wide') continue;
    const readings: Reading[] = [];
    let borneOut = false;
    for (const reading of readingsOf(report, claim)) {
      readings.push(reading);
      borneOut = bears(claim, reading.value);
      if (borneOut) break;
    }
    const [first] = readings;
    if (borneOut || first === undefined) continue;
    const message = messageOf(report, claim, readings, first);
    if (reported.has(message)) continue;
    reported.add(message);
    const cells = first.cells.length <= 12 ? first.cells : first.cells.slice(0, 1);
    yield {
      message,
      severity: severityOf(claim, first, readings) ?? most,
      cells,
      places: [claimEvidence(claim), ...cells.map((id) => cellEvidence(report, id))],
      expected: first.value,
      found: claim.value,
    };
  }
}
