import { Select } from 'antd';
import { AgencySelect } from './agency-select.tsx';
import { FilterField } from './filter-field.tsx';
import { useUrlState } from './url-state.ts';

/** Narrows a list to one agency: `agency` in the address. */
export const AgencyFilter = () => {
  const url = useUrlState();
  return (
    <FilterField label="单位">
      <AgencySelect
        allowClear
        placeholder="全部单位"
        value={url.get('agency') ?? null}
        onChange={(value) => url.set({ agency: value })}
      />
    </FilterField>
  );
};

/** Shows what is out of use, too: `closed` in the address. */
export const ClosedFilter = ({ label }: { readonly label: string }) => {
  const url = useUrlState();
  return (
    <FilterField label={label}>
      <Select
        value={url.get('closed') ?? ''}
        onChange={(value) => url.set({ closed: value })}
        options={[
          { value: '', label: '不显示' },
          { value: '1', label: '显示' },
        ]}
      />
    </FilterField>
  );
};
