import { compare, multiply } from '../../decimal.ts';
import type { CellId } from '../../form/form.ts';
import { nameCell } from '../name-cell.ts';
import type { YearsRule } from '../rule.ts';
import { evidenceIn, figure } from './pairs.ts';

interface Watched {
  readonly id: CellId;
  /** The smallest larger figure worth a look: 1 against 60 is chance. */
  readonly least: string;
  readonly times: string;
}

const counts: readonly CellId[] = [
  'requests.received.total',
  'requests.concluded.total',
  'proactive.20-5.licensing.decisions',
  'proactive.20-6.penalties.decisions',
  'proactive.20-6.coercion.decisions',
];

const watched: readonly Watched[] = [
  ...counts.map((id) => ({ id, least: '1000', times: '50' })),
  { id: 'proactive.20-8.charges.amount', least: '1000', times: '1000' },
  { id: 'proactive.20-9.procurement.amount', least: '1000', times: '1000' },
];

export const magnitudeJump: YearsRule = {
  id: 'years.magnitudeJump',
  family: 'years',
  title: '与上年相比没有成百上千倍的变化',
  source: '相邻两年相差悬殊，常是单位换了（元与万元）、数字相连或填错了格。',
  severity: 'notice',
  *checkYears({ pairs }) {
    for (const { year, before, after } of pairs)
      for (const { id, least, times } of watched) {
        const last = figure(before, id);
        const found = figure(after, id);
        if (last === null || found === null || compare(last, '0') <= 0 || compare(found, '0') <= 0) continue;
        const [small, large] = compare(last, found) < 0 ? [last, found] : [found, last];
        if (compare(large, least) < 0 || compare(large, multiply(small, times)) < 0) continue;
        const ratio = Math.round(Number(large) / Number(small));
        // Only amounts have a unit that can be mistaken; of counts, a jump says no more than that it is one.
        const unit = id.endsWith('.amount') && ratio >= 3000 && ratio <= 30000;
        const other = unit ? multiply(large, '0.0001') : null;
        const cause = unit ? `，接近一万倍，可能换了计量单位：${large} 如以元为单位，应为 ${other} 万元` : '';
        yield {
          message: `${nameCell(id)}：${year - 1} 年度 ${last}，${year} 年度 ${found}，相差约 ${ratio} 倍${cause}。`,
          cells: [id],
          places: [evidenceIn(before, id), evidenceIn(after, id)],
          expected: large === found ? other : null,
          found,
          ...(unit ? { severity: 'warning' as const } : {}),
        };
      }
  },
};
