import type { RequestCounts, Role, WaitingFor } from '@gongkai/contract';
import { showNumber } from '../../component/show-time.ts';
import { useSession } from '../../session/use-session.ts';
import { isSameFilter, type UrlFilter } from './filter-url.ts';

interface Count {
  readonly label: string;
  readonly count: number;
  readonly tone?: 'bad' | 'warn';
  readonly filter: UrlFilter;
}

const open = (conditions: Readonly<Record<string, string>>): UrlFilter => ({
  scope: 'open',
  order: 'due',
  conditions,
});

const approvals: readonly (readonly [Role & WaitingFor, string])[] = [
  ['reviewer', '待我审核'],
  ['secrecy_reviewer', '待保密审查'],
  ['disclosure_head', '待我批准'],
];

/** What there is to do, by the roles that one has here; each a filter of the list. */
export const countsFor = (counts: RequestCounts, held: ReadonlySet<Role>): readonly Count[] => [
  { label: '没有办结', count: counts.open, filter: open({}) },
  { label: '已超期', count: counts.due.overdue, tone: 'bad', filter: open({ due: 'overdue' }) },
  { label: '今天到期', count: counts.due.today, tone: 'warn', filter: open({ due: 'today' }) },
  { label: '三个工作日内', count: counts.due.soon, tone: 'warn', filter: open({ due: 'soon' }) },
  ...(held.has('officer')
    ? [
        { label: '我经办的', count: counts.assigned, filter: open({ mine: 'assigned' }) },
        { label: '我的拟稿', count: counts.drafted, filter: open({ mine: 'drafted' }) },
      ]
    : []),
  ...approvals
    .filter(([role]) => held.has(role))
    .map(([role, label]) => ({ label, count: counts.waiting[role], filter: open({ waiting: role }) })),
  { label: '等申请人', count: counts.waiting.applicant, filter: open({ waiting: 'applicant' }) },
  { label: '等第三方', count: counts.waiting.third_party, filter: open({ waiting: 'third_party' }) },
  { label: '等其他机关', count: counts.waiting.other_agency, filter: open({ waiting: 'other_agency' }) },
];

/** The roles that one has at an agency. */
export const useRolesAt = (agencyId: string): ReadonlySet<Role> => {
  const { held } = useSession();
  return new Set(held.filter((one) => one.agencyId === agencyId).map(({ role }) => role));
};

/** The counts above the list: pressed, they narrow it. */
export const CountRow = ({
  counts,
  agencyId,
  filter,
  onChoose,
}: {
  readonly counts: RequestCounts;
  readonly agencyId: string;
  readonly filter: UrlFilter;
  readonly onChoose: (filter: UrlFilter) => void;
}) => (
  <ul className="count-row" aria-label="按要办的事筛选">
    {countsFor(counts, useRolesAt(agencyId)).map(({ label, count, tone, filter: own }) => (
      <li key={label}>
        <button
          type="button"
          className={count > 0 ? tone : undefined}
          aria-pressed={isSameFilter(own, filter)}
          onClick={() => onChoose(own)}
        >
          {label}
          <strong>{showNumber(count)}</strong>
        </button>
      </li>
    ))}
  </ul>
);
