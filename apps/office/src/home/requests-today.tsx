import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../api/api.ts';
import { Section } from '../component/page.tsx';
import { showNumber } from '../component/show-time.ts';
import { countsFor, useRolesAt } from '../request/list/count-row.tsx';
import { urlOf } from '../request/list/filter-url.ts';
import { useSession } from '../session/use-session.ts';

const addressOf = (filter: Parameters<typeof urlOf>[0]): string => {
  const given = Object.entries(urlOf(filter)).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? '/requests' : `/requests?${new URLSearchParams(given)}`;
};

/** What must be done today about applications; each count leads to its list. */
export const RequestsToday = () => {
  const { agency } = useSession();
  const roles = useRolesAt(agency.id);
  const { data } = useQuery(api.requestList.counts.queryOptions({ input: { agencyId: agency.id } }));
  if (!data || data.open === 0) return null;
  return (
    <Section title="依申请公开" actions={<Link to="/requests">全部申请</Link>}>
      <ul className="count-row" aria-label="没有办结的申请">
        {countsFor(data, roles).map(({ label, count, tone, filter }) => (
          <li key={label}>
            <Link className={count > 0 ? tone : undefined} to={addressOf(filter)}>
              {label}
              <strong>{showNumber(count)}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
};
