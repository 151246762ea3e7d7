import { multiply } from '../../../annual-report/src/decimal.ts';
import { findCell } from '../../../annual-report/src/form/forms.ts';
import { cellStatuses } from '../../../annual-report/src/report.ts';
import type { Figure, FigureRow, Laid } from '../laid.ts';
import type { Random } from '../random.ts';
import { type Damage, ifChanged, mapFigures, mapRows } from './damage.ts';

type Change = (figure: Figure, random: Random, row: FigureRow) => Figure;

/** Still only a number: what another damage has dressed up already is left alone. */
const isPlain = ({ id, text }: Figure): boolean => id !== null && /^[+-]?\d+(?:\.\d+)?$/.test(text);

/** A damage of figures: each printed one is hit with the given probability. */
const figures = (name: string, probability: number, change: Change): Damage => ({
  name,
  apply: (laid, { random }) =>
    ifChanged(
      laid,
      mapFigures(laid, (figure, row) =>
        isPlain(figure) && random.chance(probability) ? change(figure, random, row) : figure,
      ),
    ),
});

const inProactive = (figure: Figure): boolean => figure.id?.startsWith('proactive.') ?? false;

/** 323.6 with 万元 for 3236000 in 元: the value is kept in the printed unit. */
const inUnit = (figure: Figure, random: Random): Figure => {
  const unit = findCell(figure.id!)!.column.unit;
  if (unit === '万元')
    return { ...figure, text: `${figure.text}${random.pick(['万元', '万'])}`, unit: '万元' };
  if (unit === '元' && figure.value !== null && figure.value !== '0' && random.chance(0.5)) {
    const value = multiply(figure.value, '0.0001');
    return { ...figure, text: `${value}${random.pick(['万', '万元', ' 万元'])}`, value, unit: '万元' };
  }
  if (unit === '元') return { ...figure, text: `${figure.text}${random.pick(['元', ' 元'])}`, unit: '元' };
  return { ...figure, text: `${figure.text}${unit}`, unit };
};

const thousands = (text: string, comma: string): string =>
  text.replace(/^(-?\d+)/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, comma));

const fullWidth = (text: string): string =>
  text.replaceAll(/[0-9.-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

export const figureDamages: readonly Damage[] = [
  figures('remarkInCell', 0.12, (figure, random) => {
    const remark = random.pick(['其中修订16件', '含委托事项', '不含下属单位', '截至12月31日']);
    const open = random.chance(0.7);
    return { ...figure, text: open ? `${figure.text}（${remark}）` : `${figure.text}(${remark})`, remark };
  }),
  figures('unitInCell', 0.4, (figure, random) => (inProactive(figure) ? inUnit(figure, random) : figure)),
  figures('unitInEveryCell', 1, inUnit),
  figures('thousandsSeparators', 1, (figure, random) => ({
    ...figure,
    text: thousands(figure.text, random.pick([',', '，'])),
  })),
  figures('fullWidthDigits', 0.5, (figure) => ({ ...figure, text: fullWidth(figure.text) })),
  figures('markForZero', 0.3, (figure, random) =>
    figure.value === '0'
      ? {
          ...figure,
          text: random.pick(['\\', '/', '-', '—', '——', '无']),
          value: null,
          statuses: ['printed'],
        }
      : figure,
  ),
  figures('wordForNumber', 0.8, (figure, random) =>
    figure.id!.endsWith('.change')
      ? { ...figure, text: random.pick(['减', '增', '无变化', '减　']), value: null, statuses: ['printed'] }
      : figure,
  ),
  figures('signsVaried', 1, (figure, random) => {
    if (!figure.id!.endsWith('.change') || figure.value === '0') return figure;
    return figure.text.startsWith('-')
      ? { ...figure, text: random.pick(['－', '−', '- ']) + figure.text.slice(1) }
      : { ...figure, text: random.pick(['+', '＋']) + figure.text.replace('+', '') };
  }),
  figures('figuresPadded', 0.5, (figure, random) => ({
    ...figure,
    text: random.pick([' ', '\u00a0', '\u3000']) + figure.text + random.pick(['', ' ', '\u3000']),
  })),
  figures('zerosBehindPoint', 1, (figure) =>
    figure.id!.endsWith('.amount')
      ? { ...figure, text: /\./.test(figure.text) ? `${figure.text}0` : `${figure.text}.00` }
      : figure,
  ),
  {
    name: 'blanksWithSpace',
    apply: (laid, { random }) =>
      ifChanged(
        laid,
        mapFigures(laid, (figure) =>
          figure.text === '' ? { ...figure, text: random.pick(['\u00a0', ' ', '\u3000']) } : figure,
        ),
      ),
  },
  {
    name: 'surplusFigure',
    apply: (laid, { random }) => {
      let done = false;
      const changed: Laid = mapRows(laid, (row) => {
        if (
          done ||
          row.kind !== 'figures' ||
          row.table !== 'reviews' ||
          row.figures.some((f) => f.text.trim() === '')
        )
          return [row];
        done = true;
        // All zeros: whichever is the surplus one, the values are certain. Otherwise only the order can be guessed at.
        const certain = row.figures.every((figure) => figure.text === '0');
        const kept = row.figures.map(
          (figure): Figure => ({ ...figure, statuses: cellStatuses, lost: !certain }),
        );
        const at = random.int(0, kept.length);
        return [
          {
            ...row,
            figures: [...kept.slice(0, at), { id: null, text: '0', value: '0', span: 1 }, ...kept.slice(at)],
          },
        ];
      });
      return done ? changed : null;
    },
  },
];
