import {
  applicantKinds,
  dueWindows,
  intakeChannels,
  requestOrders,
  requestStates,
  waitingFor,
} from '@gongkai/contract';
import { outcomes } from '@gongkai/statute';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { FilterField } from '../../component/filter-field.tsx';
import type { Scope, UrlFilter } from './filter-url.ts';
import { useNarrow } from './use-narrow.ts';

const options = (words: Readonly<Record<string, string>>, all: string) => [
  { value: '', label: all },
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
];

const scopes: Readonly<Record<Scope, string>> = { open: '没有办结的', ended: '已经办结的', all: '全部' };

const picks = {
  state: ['状态', options(requestStates, '全部状态')],
  due: ['期限', options(dueWindows, '不限')],
  waiting: ['等谁办理', options(waitingFor, '不限')],
  channel: ['来件渠道', options(intakeChannels, '全部渠道')],
  applicantKind: ['申请人类别', options(applicantKinds, '全部类别')],
  outcome: ['办理结果', options(Object.fromEntries(outcomes.map(({ id, name }) => [id, name])), '不限')],
} as const;

/** Those that are rarely wanted stand behind a button, unless one of them narrows the list at present. */
const rare = ['channel', 'applicantKind', 'outcome', 'from', 'to'];

/** What the list is narrowed by. */
export const FilterBar = ({
  agencyId,
  filter,
  onChange,
}: {
  readonly agencyId: string;
  readonly filter: UrlFilter;
  readonly onChange: (filter: UrlFilter) => void;
}) => {
  const { conditions, scope, order } = filter;
  const [wantsMore, setWantsMore] = useState(false);
  const isNarrow = useNarrow();
  const showsRare = wantsMore || (!isNarrow && rare.some((name) => conditions[name] !== undefined));
  // On a phone the list comes first: counts and views above narrow it too.
  const showsUsual = !isNarrow || wantsMore;
  const narrowing = Object.keys(conditions).filter((name) => name !== 'q').length;
  const { data: officers = [] } = useQuery(api.requestList.officers.queryOptions({ input: { agencyId } }));
  const set = (name: string, value: string): void => {
    const { [name]: _, ...others } = conditions;
    onChange({ ...filter, conditions: value === '' ? others : { ...others, [name]: value } });
  };
  const pick = (name: keyof typeof picks) => (
    <FilterField key={name} label={picks[name][0]}>
      <Select
        value={conditions[name] ?? ''}
        onChange={(value) => set(name, value)}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={picks[name][1]}
      />
    </FilterField>
  );
  const day = (name: 'from' | 'to', label: string) => (
    <FilterField label={label}>
      <Input type="date" value={conditions[name] ?? ''} onChange={({ target }) => set(name, target.value)} />
    </FilterField>
  );
  return (
    <search className="filters request-filters">
      <FilterField label="查找">
        <Input.Search
          key={conditions.q}
          className="request-search"
          defaultValue={conditions.q}
          placeholder="编号、申请人、内容、文号"
          allowClear
          maxLength={100}
          onSearch={(value) => set('q', value.trim())}
        />
      </FilterField>
      {showsUsual && (
        <>
          {pick('state')}
          {pick('waiting')}
          <FilterField label="经办人">
            <Select
              value={conditions.officerId ?? ''}
              onChange={(value) => set('officerId', value)}
              showSearch={{ optionFilterProp: 'label' }}
              options={[
                { value: '', label: '全部经办人' },
                ...officers.map(({ id, name, open }) => ({ value: id, label: `${name}（${open}）` })),
              ]}
            />
          </FilterField>
        </>
      )}
      {showsRare && (
        <>
          <FilterField label="范围">
            <Select<Scope>
              value={scope}
              onChange={(value) =>
                onChange({ ...filter, scope: value, order: value === 'open' ? 'due' : 'newest' })
              }
              options={Object.entries(scopes).map(([value, label]) => ({ value: value as Scope, label }))}
            />
          </FilterField>
          {pick('due')}
          {pick('channel')}
          {pick('applicantKind')}
          {scope !== 'open' && pick('outcome')}
          {day('from', '到达日期，自')}
          {day('to', '至')}
        </>
      )}
      {showsUsual && (
        <FilterField label="顺序">
          <Select
            value={order}
            onChange={(value) => onChange({ ...filter, order: value })}
            options={Object.entries(requestOrders).map(([value, label]) => ({
              value: value as UrlFilter['order'],
              label,
            }))}
          />
        </FilterField>
      )}
      {!showsRare && (
        <Button type="link" onClick={() => setWantsMore(true)}>
          {isNarrow ? `筛选条件${narrowing > 0 ? `（${narrowing}）` : ''}` : '更多条件'}
        </Button>
      )}
    </search>
  );
};
