import { Select, type SelectProps } from 'antd';
import { useAgencies } from '../session/use-session.ts';

/** Chooses one of the agencies that the person sees; searched by name. */
export const AgencySelect = ({
  only = () => true,
  ...select
}: {
  readonly only?: (agency: { readonly id: string; readonly closedOn: string | null }) => boolean;
} & Omit<SelectProps<string>, 'options'>) => {
  const { data = [], isPending } = useAgencies();
  return (
    <Select<string>
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="选择单位"
      loading={isPending}
      {...select}
      options={data
        .filter((agency) => agency.closedOn === null && only(agency))
        .map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
};
