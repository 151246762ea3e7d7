import type { CaseClock } from '@gongkai/contract';
import { Scrolls } from '../../component/scrolls.tsx';
import { sayDay } from '../../component/show-time.ts';

type Period = CaseClock['periods'][number];

const kinds: Readonly<Record<Period['kind'], string>> = {
  counted: '计算期限',
  consultation: '征求意见，不计入',
  correction: '等待补正，停止计算',
  payment: '等待缴费，停止计算',
  delay: '延迟答复',
};

const dayOf = (date: string): number => Date.parse(date) / 86_400_000;

/** What a stretch of time is called, with the number of its counting where there was a restart. */
const nameOf = (period: Period, periods: readonly Period[]): string => {
  const counted = periods.filter(({ kind }) => kind === 'counted');
  const at = counted.indexOf(period);
  const name = at > 0 ? `${kinds.counted}（第 ${at} 次重新计算）` : kinds[period.kind];
  return period.consulted ? `${name}（${period.consulted}）` : name;
};

/**
 * The stretches of an application's time in one strip: what counts, what is left out, where it began anew. Drawn as
 * a picture so that it prints; the table under it says the same.
 */
export const PeriodStrip = ({ clock, today }: { readonly clock: CaseClock; readonly today: string }) => {
  const { periods, receivedOn, dueOn, state } = clock;
  const isOver = state === 'replied' || state === 'abandoned' || state === 'withdrawn';
  if (periods.length === 0 || receivedOn === null) return null;
  const first = dayOf(periods[0]?.from ?? receivedOn);
  const ends = [isOver ? null : today, dueOn, ...periods.map(({ to }) => to)]
    .filter((date) => date !== null)
    .map(dayOf);
  const last = Math.max(...ends, first + 1) + 1;
  const at = (day: number): number => ((Math.min(day, last) - first) / (last - first)) * 100;
  const boxOf = ({ from, to }: Period): { readonly x: string; readonly width: string } => {
    const x = at(dayOf(from));
    const end = at((to === null ? Math.max(dayOf(today), dayOf(from)) : dayOf(to)) + 1);
    return { x: `${x}%`, width: `${Math.max(end - x, 0.4)}%` };
  };
  const isBeside = ({ kind }: Period): boolean => kind === 'consultation';
  const mark = (date: string, name: string, y: number) => {
    const x = at(dayOf(date) + 0.5);
    return (
      <g key={name} className={`strip-${name === '今天' ? 'today' : 'due'}`}>
        <line x1={`${x}%`} x2={`${x}%`} y1={20} y2={56} />
        <text x={`${x}%`} y={y} textAnchor={x > 85 ? 'end' : x < 12 ? 'start' : 'middle'}>
          {name} {sayDay(date)}
        </text>
      </g>
    );
  };
  return (
    <>
      <svg className="strip" height={74} role="img" aria-label="期限的各段，内容与下面的表相同">
        <defs>
          <pattern
            id="strip-hatch"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" />
            <line x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
        {periods
          .toSorted((a, b) => Number(isBeside(a)) - Number(isBeside(b)))
          .map((period) => (
            <rect
              key={`${period.kind} ${period.from} ${period.consulted ?? ''}`}
              className={`strip-${period.kind}`}
              {...boxOf(period)}
              y={26}
              height={24}
            />
          ))}
        {dueOn && mark(dueOn, '期限', 14)}
        {!isOver && today >= receivedOn && mark(today, '今天', 70)}
      </svg>
      <Scrolls label="期限的各段">
        <table className="lines" aria-label="期限的各段">
          <thead>
            <tr>
              <th scope="col">时段</th>
              <th scope="col">从</th>
              <th scope="col">到</th>
              <th scope="col" className="figure">
                计入的工作日
              </th>
              <th scope="col">依据</th>
            </tr>
          </thead>
          <tbody>
            {periods.map((period) => {
              const { kind, from, to, article, consulted } = period;
              const counted = clock.days.filter(
                (day) => day.counted && day.date >= from && (to === null || day.date <= to),
              ).length;
              return (
                <tr key={`${kind} ${from} ${consulted ?? ''}`}>
                  <th scope="row">
                    <svg className="strip-key" width="14" height="14" aria-hidden="true">
                      <rect className={`strip-${kind}`} width="14" height="14" />
                    </svg>
                    {nameOf(period, periods)}
                  </th>
                  <td>{from}</td>
                  <td>{to ?? '还在继续'}</td>
                  <td className="figure">{kind === 'counted' || kind === 'delay' ? counted : 0}</td>
                  <td>{article}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolls>
    </>
  );
};
