import { requestListPath } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../api/api.ts';
import { AgencySelect } from '../../component/agency-select.tsx';
import { FilterField } from '../../component/filter-field.tsx';
import { Page } from '../../component/page.tsx';
import { saveAddress } from '../../component/save-address.ts';
import { useUrlState } from '../../component/url-state.ts';
import { useMay, useSession } from '../../session/use-session.ts';
import { CountRow, countsFor, useRolesAt } from './count-row.tsx';
import { FilterBar } from './filter-bar.tsx';
import { askedOf, isSameFilter, readFilter, type UrlFilter, urlOf } from './filter-url.ts';
import { RequestList } from './request-list.tsx';
import { ViewTabs } from './view-tabs.tsx';

/** 申请: what must be done today, and everything else by filters. */
export const RequestsPage = () => {
  const url = useUrlState();
  const { agency, held } = useSession();
  const mayDo = useMay();
  const navigate = useNavigate();
  const supervises = held.some(({ role, agencyId }) => role === 'supervisor' && agencyId === agency.id);
  const agencyId = (supervises && url.get('agency')) || agency.id;
  const filter = readFilter(url.get);
  const choose = (to: UrlFilter): void => url.set(urlOf(to));
  const counts = useQuery(api.requestList.counts.queryOptions({ input: { agencyId } }));
  const roles = useRolesAt(agencyId);
  const known = counts.data && countsFor(counts.data, roles).find((one) => isSameFilter(one.filter, filter));
  return (
    <Page
      title="申请"
      actions={
        <>
          <Button
            onClick={() =>
              saveAddress(`/api${requestListPath(agencyId)}?${new URLSearchParams(askedOf(filter))}`)
            }
          >
            导出表格
          </Button>
          {mayDo('request.register', { agencyId }) && (
            <Button type="primary" onClick={() => void navigate('/requests/register')}>
              登记申请
            </Button>
          )}
        </>
      }
    >
      {supervises && (
        <div className="filters">
          <FilterField label="单位">
            <AgencySelect
              value={agencyId}
              onChange={(value) => url.set({ agency: value === agency.id ? undefined : value })}
            />
          </FilterField>
        </div>
      )}
      {counts.data && <CountRow counts={counts.data} agencyId={agencyId} filter={filter} onChoose={choose} />}
      <ViewTabs filter={filter} onChoose={choose} />
      <FilterBar agencyId={agencyId} filter={filter} onChange={choose} />
      <RequestList
        key={`${agencyId} ${JSON.stringify(askedOf(filter))}`}
        agencyId={agencyId}
        filter={filter}
        total={known?.count ?? null}
        onClear={() => choose({ ...filter, conditions: {} })}
      />
    </Page>
  );
};
