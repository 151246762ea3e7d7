import { multiply } from '../../../annual-report/src/decimal.ts';
import type { CellId } from '../../../annual-report/src/form/form.ts';
import { mapRows } from '../damage/damage.ts';
import type { Figure, Laid } from '../laid.ts';
import type { Random } from '../random.ts';
import { type ErrorKind, figureOf, ids, mapText, setFigure } from './planted.ts';

/** Prints something in a cell that does not belong there. */
const inCell = (
  name: string,
  rules: readonly string[],
  pattern: RegExp,
  change: (figure: Figure, random: Random) => Partial<Figure> | null,
): ErrorKind => ({
  name,
  rules,
  plant: (random, _, laid) => {
    const cells = random.shuffle(ids(laid, pattern));
    for (const cell of cells) {
      const changed = change(figureOf(laid, cell)!, random);
      if (changed !== null) return { laid: setFigure(laid, cell, changed), cells: [cell] };
    }
    return null;
  },
});

const zero = (figure: Figure, change: Partial<Figure>): Partial<Figure> | null =>
  figure.value === '0' ? change : null;

const removeRow = (laid: Laid, row: string): { readonly laid: Laid; readonly cells: readonly CellId[] } => {
  const cells: CellId[] = [];
  const changed = mapRows(laid, (candidate) => {
    if (candidate.kind !== 'figures' || candidate.row !== row) return [candidate];
    cells.push(...candidate.figures.flatMap(({ id }) => (id === null ? [] : [id])));
    return [];
  });
  return { laid: changed, cells };
};

export const formErrors: readonly ErrorKind[] = [
  inCell('blankCell', ['form.blankCells'], /^requests\./, (figure) =>
    zero(figure, { text: '', value: null }),
  ),
  inCell('markInCell', ['form.markInCell'], /./, (figure, random) =>
    zero(figure, { text: random.pick(['\\', '/', '-', '—']), value: null }),
  ),
  inCell('wordInCell', ['form.wordInCell', 'form.markInCell'], /./, (figure, random) =>
    zero(figure, { text: random.pick(['无', '没有', '减']), value: null }),
  ),
  inCell('unitInCell', ['form.unitInCell'], /^requests\.|decisions$/, (figure) => ({
    text: `${figure.text}件`,
    unit: '件',
  })),
  inCell('remarkInCell', ['form.remarkInCell'], /^proactive\.20-1\.normativeDocuments/, (figure) => ({
    text: `${figure.text}（其中修订2件）`,
    remark: '其中修订2件',
  })),
  inCell('negative', ['form.negative'], /^requests\.|\.inForce$|\.decisions$/, (figure) =>
    figure.value === '0' || figure.value === null
      ? null
      : { text: `-${figure.value}`, value: `-${figure.value}` },
  ),
  inCell('fraction', ['form.fraction'], /^requests\.|\.decisions$/, (figure) => ({
    text: `${figure.value}.5`,
    value: `${figure.value}.5`,
  })),
  inCell('leadingZero', ['form.leadingZero'], /^requests\./, (figure) =>
    figure.value === '0' ? null : { text: `0${figure.text}` },
  ),
  inCell('magnitude', ['form.magnitude'], /^requests\.received\.|^reviews\.|\.inForce$/, () => ({
    text: '396442278',
    value: '396442278',
  })),
  {
    name: 'feeInYuan',
    rules: ['form.feeUnit'],
    plant: (_, __, laid) => {
      const cell = 'proactive.20-8.charges.amount';
      const figure = figureOf(laid, cell);
      // Below this, yuan in the cell could be an honest amount in 万元, and nobody could tell.
      if (figure === undefined || figure.value === null || Number(figure.value) < 800) return null;
      const value = multiply(figure.value, '10000');
      return { laid: setFigure(laid, cell, { text: value, value }), cells: [cell] };
    },
  },
  {
    name: 'feeUnitInCell',
    rules: ['form.feeUnit', 'form.unitInCell'],
    plant: (_, __, laid) => {
      const cell = 'proactive.20-8.charges.amount';
      const figure = figureOf(laid, cell);
      if (figure === undefined || figure.value === null || figure.value === '0') return null;
      const value = multiply(figure.value, '10000');
      return { laid: setFigure(laid, cell, { text: `${value}元`, value, unit: '元' }), cells: [cell] };
    },
  },
  {
    name: 'rowMissing',
    rules: ['form.rowMissing'],
    plant: (random, _, laid) =>
      removeRow(
        laid,
        random.pick(['refused.deliberative', 'partial', 'notProcessed.duplicate', 'carriedOut', 'coercion']),
      ),
  },
  {
    name: 'tableMissing',
    rules: ['form.tableMissing', 'form.rowMissing'],
    plant: (random, _, laid) => {
      const name = random.pick(['requests', 'reviews']);
      return {
        laid: {
          ...laid,
          blocks: laid.blocks.filter((block) => block.kind === 'text' || block.name !== name),
        },
        cells: [],
      };
    },
  },
  {
    name: 'surplusFigure',
    rules: ['form.surplusFigure'],
    plant: (_, __, laid) => ({
      laid: mapRows(laid, (row) =>
        row.kind === 'figures' && row.table === 'reviews'
          ? [{ ...row, figures: [...row.figures, { id: null, text: '0', value: '0', span: 1 }] }]
          : [row],
      ),
      cells: [],
    }),
  },
  {
    name: 'sectionMissing',
    rules: ['form.sectionMissing'],
    plant: (random, _, laid) => {
      const gone = random.pick(['problems', 'other', 'overview'] as const);
      return { laid: mapText(laid, (block) => (block.section === gone ? [] : [block])), cells: [] };
    },
  },
  {
    name: 'sectionsExchanged',
    rules: ['form.sectionOrder'],
    plant: (_, __, laid) => {
      const of = (section: string): Laid['blocks'] =>
        laid.blocks.filter((block) => block.kind === 'text' && block.section === section);
      const rest = laid.blocks.filter(
        (block) => block.kind === 'table' || (block.section !== 'problems' && block.section !== 'other'),
      );
      return { laid: { ...laid, blocks: [...rest, ...of('other'), ...of('problems')] }, cells: [] };
    },
  },
  {
    name: 'sectionTitle',
    rules: ['form.sectionTitle'],
    plant: (_, __, laid) => ({
      laid: mapText(laid, (block) =>
        block.role === 'heading' && block.section === 'reviews'
          ? [{ ...block, text: '四、政府信息公开行政法复议、行政诉讼情况' }]
          : [block],
      ),
      cells: [],
    }),
  },
  {
    name: 'sectionEmpty',
    rules: ['form.sectionEmpty'],
    plant: (_, __, laid) => ({
      laid: mapText(laid, (block) =>
        block.section === 'problems' && block.role !== 'heading' ? [] : [block],
      ),
      cells: [],
    }),
  },
];
