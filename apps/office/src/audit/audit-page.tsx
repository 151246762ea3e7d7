import {
  type AuditCriteria,
  type AuditEvent,
  actorKinds,
  type EventArea,
  eventAreas,
} from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { AgencySelect } from '../component/agency-select.tsx';
import { FilterField } from '../component/filter-field.tsx';
import { Nothing, Page } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { useUrlState } from '../component/url-state.ts';
import { useMay } from '../session/use-session.ts';
import { EventDrawer } from './event-drawer.tsx';
import { exportEvents } from './export-events.ts';
import { Timeline } from './timeline.tsx';
import { Verification } from './verification.tsx';

/** A civil date in the address as the moment it begins at in Beijing. */
const startOf = (date: string, daysLater = 0): string =>
  new Date(Date.parse(`${date}T00:00:00+08:00`) + daysLater * 86_400_000).toISOString();

const isDate = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

const criteriaOf = (get: (name: string) => string | undefined): AuditCriteria => {
  const [from, until] = [get('from'), get('until')];
  const area = get('area') as EventArea | undefined;
  const actorKind = get('actorKind') as AuditCriteria['actorKind'];
  const agencyId = get('agency');
  const actorId = get('actor');
  const requestId = get('request');
  return {
    ...(isDate(from) && { from: startOf(from) }),
    ...(isDate(until) && { until: startOf(until, 1) }),
    ...(area && { area }),
    ...(actorKind && { actorKind }),
    ...(agencyId && { agencyId }),
    ...(actorId && { actorId }),
    ...(requestId && { requestId }),
  };
};

/** 审计日志: who did what when, as sentences; searched, exported, and proved to be unchanged. */
export const AuditPage = () => {
  const url = useUrlState();
  const mayDo = useMay();
  const [shown, setShown] = useState<AuditEvent>();
  const [isVerifying, setVerifying] = useState(false);
  const criteria = criteriaOf(url.get);
  const after = url.get('after');
  const events = useQuery(
    // Each search is an event itself: asked for when one searches, not whenever the window is looked at.
    api.audit.search.queryOptions({
      input: { ...criteria, ...(after && { after }) },
      refetchOnWindowFocus: false,
      staleTime: 'static',
    }),
  );
  const narrow = (change: Record<string, string | undefined>): void =>
    url.set({ ...change, after: undefined });
  return (
    <Page
      title="审计日志"
      intro="系统中每一件事的记录：谁在什么时候做了什么。记录逐条相连成校验链，任何改动、删除都能被发现。查询和导出本身也记入日志。"
      actions={
        <>
          {mayDo('audit.export') && (
            <Button onClick={() => exportEvents(criteria)}>
              导出{Object.keys(criteria).length > 0 ? '查询结果' : '全部'}
            </Button>
          )}
          {mayDo('audit.verify') && (
            <Button type="primary" onClick={() => setVerifying(true)}>
              校验日志
            </Button>
          )}
        </>
      }
    >
      <div className="filters">
        <FilterField label="从">
          <Input
            type="date"
            value={url.get('from') ?? ''}
            onChange={({ target }) => narrow({ from: target.value })}
          />
        </FilterField>
        <FilterField label="到（含当日）">
          <Input
            type="date"
            value={url.get('until') ?? ''}
            onChange={({ target }) => narrow({ until: target.value })}
          />
        </FilterField>
        <FilterField label="类别">
          <Select
            value={url.get('area') ?? ''}
            onChange={(value) => narrow({ area: value })}
            options={[
              { value: '', label: '全部类别' },
              ...Object.entries(eventAreas).map(([value, label]) => ({ value, label })),
            ]}
          />
        </FilterField>
        <FilterField label="单位">
          <AgencySelect
            allowClear
            placeholder="全部单位"
            value={url.get('agency') ?? null}
            onChange={(value) => narrow({ agency: value })}
          />
        </FilterField>
        <FilterField label="操作者类别">
          <Select
            value={url.get('actorKind') ?? ''}
            onChange={(value) => narrow({ actorKind: value })}
            options={[
              { value: '', label: '全部' },
              ...Object.entries(actorKinds).map(([value, label]) => ({ value, label })),
            ]}
          />
        </FilterField>
        <FilterField label="操作者用户名">
          <Input.Search
            key={url.get('actor')}
            defaultValue={url.get('actor')}
            allowClear
            onSearch={(value) => narrow({ actor: value.trim() })}
          />
        </FilterField>
        <FilterField label="请求编号">
          <Input.Search
            key={url.get('request')}
            defaultValue={url.get('request')}
            allowClear
            onSearch={(value) => narrow({ request: value.trim() })}
          />
        </FilterField>
      </div>
      <QueryView query={events}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? (
              <Nothing>没有符合条件的记录，请放宽条件。</Nothing>
            ) : (
              <Timeline events={items} onShow={setShown} />
            )}
            <p className="form-buttons">
              {after && <Button onClick={() => url.set({ after: undefined })}>回到最新</Button>}
              {next && <Button onClick={() => url.set({ after: next })}>更早的记录</Button>}
            </p>
          </>
        )}
      </QueryView>
      {shown && <EventDrawer event={shown} onClose={() => setShown(undefined)} />}
      {isVerifying && <Verification onClose={() => setVerifying(false)} />}
    </Page>
  );
};
