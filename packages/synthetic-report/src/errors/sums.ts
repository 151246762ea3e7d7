import { sum } from '../../../annual-report/src/decimal.ts';
import type { CellId } from '../../../annual-report/src/form/form.ts';
import type { Random } from '../random.ts';
import { type ErrorKind, figureOf, ids, setValue, slip } from './planted.ts';

/** One figure of the request table wrong: its row and its column fail, and only it is in both. */
const single = (name: string, pattern: RegExp, rules: readonly string[]): ErrorKind => ({
  name,
  rules,
  plant: (random, _, laid) => {
    const cell = random.pick(ids(laid, pattern));
    const value = figureOf(laid, cell)!.value!;
    return { laid: setValue(laid, cell, slip(random, value)), cells: [cell], repair: { cell, value } };
  },
});

const leaf =
  '(?:disclosed|partial|refused\\.\\w+|unavailable\\.\\w+|notProcessed\\.\\w+|otherHandling(?:\\.\\w+)?)';
const part = '(?:naturalPerson|business|research|publicInterest|legalService|other)';

/** Adds the same to two cells, so that the relation that holds both stays true. */
const together = (
  random: Random,
  laid: Parameters<ErrorKind['plant']>[2],
  cells: readonly CellId[],
): ReturnType<ErrorKind['plant']> => {
  const by = String(random.int(1, 5));
  return {
    laid: cells.reduce((all, id) => setValue(all, id, sum([figureOf(laid, id)!.value!, by])), laid),
    cells: [],
  };
};

export const sumErrors: readonly ErrorKind[] = [
  single('outcomeCell', new RegExp(`^requests\\.${leaf}\\.${part}$`), [
    'sums.requestRow',
    'sums.requestOutcomes',
  ]),
  single('outcomeTotal', new RegExp(`^requests\\.${leaf}\\.total$`), [
    'sums.requestRow',
    'sums.requestOutcomes',
  ]),
  single('receivedCell', /^requests\.received\./, ['sums.requestRow', 'sums.requestBalance']),
  single('carriedInCell', /^requests\.carriedIn\./, ['sums.requestRow', 'sums.requestBalance']),
  single('carriedOutCell', /^requests\.carriedOut\./, ['sums.requestRow', 'sums.requestBalance']),
  single('concludedCell', /^requests\.concluded\./, [
    'sums.requestRow',
    'sums.requestBalance',
    'sums.requestOutcomes',
  ]),
  {
    // 一 grows with its own total: the rows hold, the balance of two columns does not.
    name: 'balanceOnly',
    rules: ['sums.requestBalance'],
    plant: (random, _, laid) =>
      together(random, laid, ['requests.received.naturalPerson', 'requests.received.total']),
  },
  {
    name: 'outcomesOnly',
    rules: ['sums.requestOutcomes'],
    plant: (random, _, laid) =>
      together(random, laid, ['requests.disclosed.business', 'requests.disclosed.total']),
  },
  {
    // Two columns of one outcome exchanged: each row holds, two columns do not.
    name: 'columnsExchanged',
    rules: ['sums.requestOutcomes', 'sums.requestBalance'],
    plant: (_, __, laid) => {
      const [a, b] = ['requests.disclosed.naturalPerson', 'requests.disclosed.legalService'];
      const [x, y] = [figureOf(laid, a!)!.value!, figureOf(laid, b!)!.value!];
      return x === y ? null : { laid: setValue(setValue(laid, a!, y), b!, x), cells: [] };
    },
  },
  {
    // Table 四 has only one relation a row: any of its five figures may be the wrong one.
    name: 'reviewCell',
    rules: ['sums.reviewRow'],
    plant: (random, _, laid) => {
      const cell = random.pick(ids(laid, /^reviews\./));
      return { laid: setValue(laid, cell, slip(random, figureOf(laid, cell)!.value!)), cells: [cell] };
    },
  },
  {
    // Totals filled with 0 beside parts that are not 0.
    name: 'reviewTotalsZero',
    rules: ['sums.reviewRow'],
    plant: (_, __, laid) => {
      const totals = ids(laid, /^reviews\..*\.total$/).filter((id) => figureOf(laid, id)!.value !== '0');
      return totals.length === 0
        ? null
        : { laid: totals.reduce((all, id) => setValue(all, id, '0'), laid), cells: totals };
    },
  },
  {
    name: 'disclosedBeyondTotal',
    rules: ['sums.disclosedWithinTotal'],
    plant: (_, __, laid) => {
      const cell = 'proactive.20-1.normativeDocuments.disclosed';
      const total = figureOf(laid, 'proactive.20-1.normativeDocuments.publicTotal');
      return total === undefined
        ? null
        : { laid: setValue(laid, cell, sum([total.value!, '4'])), cells: [cell] };
    },
  },
  {
    name: 'issuedBeyondForce',
    rules: ['sums.issuedWithinForce'],
    plant: (_, __, laid) => {
      const cell = 'proactive.20-1.normativeDocuments.issued';
      const total = figureOf(laid, 'proactive.20-1.normativeDocuments.inForce');
      return total === undefined
        ? null
        : { laid: setValue(laid, cell, sum([total.value!, '4'])), cells: [cell] };
    },
  },
  {
    name: 'changeBelowZero',
    rules: ['sums.previousPlusChange', 'form.negative'],
    plant: (_, __, laid) => {
      const cell = 'proactive.20-5.licensing.change';
      const before = figureOf(laid, 'proactive.20-5.licensing.previousItems');
      return before === undefined
        ? null
        : { laid: setValue(laid, cell, `-${sum([before.value!, '7'])}`), cells: [cell] };
    },
  },
];
