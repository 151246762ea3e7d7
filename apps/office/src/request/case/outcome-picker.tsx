// The forms alone: reading and writing reports is the server's.
import { forms } from '@gongkai/annual-report/forms';
import { citeShort, type Outcome, outcomeGroupNames, outcomeGroups, outcomes } from '@gongkai/statute';
import { Select, type SelectProps } from 'antd';

const rowLabels: ReadonlyMap<string, string> = new Map(
  forms
    .find(({ id }) => id === '2021')
    ?.tables.find(({ id }) => id === 'requests')
    ?.rows.map(({ id, label }) => [
      id,
      label
        .split('/')
        .slice(1)
        .join(' ')
        .replace(/（区分处理的.*）$/, ''),
    ]),
);

/** Where the law lets an agency decide; what applicants' silence or will brings about is no decision. */
const decided = outcomes.filter(({ origin }) => origin === 'decision');

/** On which article it rests, and which row of the annual report counts it. */
const groundOf = ({ basis, rows }: Outcome): string =>
  `${basis.map(citeShort).join('、')} · 年报计入${rowLabels.get(rows['2021']) ?? rows['2021']}`;

const options = outcomeGroups
  .map((group) => ({
    label: outcomeGroupNames[group],
    title: outcomeGroupNames[group],
    options: decided
      .filter((outcome) => outcome.group === group)
      .map((outcome) => ({ value: outcome.id, label: outcome.name, outcome })),
  }))
  .filter((group) => group.options.length > 0);

/**
 * 办理结果: every end that a decision can give, grouped as the annual report groups them; typing narrows the list.
 * Handed on to the field: what its form gives it.
 */
export const OutcomePicker = (field: Pick<SelectProps<string>, 'id' | 'value' | 'onChange'>) => {
  const chosen = decided.find(({ id }) => id === field.value);
  return (
    <>
      <Select<string>
        {...field}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="选择，或者输入名称中的字查找"
        virtual={false}
        listHeight={480}
        popupMatchSelectWidth={false}
        classNames={{ popup: { root: 'outcomes' } }}
        options={options}
        optionRender={({ data }) => (
          <span className="outcome">
            <span>{data.label}</span>
            <span className="second">{groundOf((data as { outcome: Outcome }).outcome)}</span>
          </span>
        )}
      />
      {chosen && <span className="block outcome-ground">{groundOf(chosen)}</span>}
    </>
  );
};
