// The forms alone: reading and writing reports is the server's.
import { forms } from '@gongkai/annual-report/forms';
import { citeShort, type Outcome, outcomeGroupNames, outcomeGroups, outcomes } from '@gongkai/statute';
import { Button, Radio } from 'antd';
import { useState } from 'react';

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
const Ground = ({ outcome: { basis, rows } }: { readonly outcome: Outcome }) => (
  <span className="block">
    {basis.map(citeShort).join('、')} · 年报计入{rowLabels.get(rows['2021']) ?? rows['2021']}
  </span>
);

/** 办理结果: every end that a decision can give, grouped as the annual report groups them. */
export const OutcomePicker = ({
  value,
  onChange,
}: {
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}) => {
  const [isOpen, setOpen] = useState(false);
  const chosen = decided.find(({ id }) => id === value);
  if (chosen && !isOpen)
    return (
      <div className="outcome-chosen">
        <div>
          <strong>{chosen.name}</strong>
          <Ground outcome={chosen} />
        </div>
        <Button onClick={() => setOpen(true)}>另选</Button>
      </div>
    );
  return (
    <Radio.Group
      className="outcomes"
      aria-label="办理结果"
      value={value}
      onChange={({ target }) => {
        onChange?.(target.value as string);
        setOpen(false);
      }}
    >
      {outcomeGroups.map((group) => {
        const rows = decided.filter((outcome) => outcome.group === group);
        return (
          rows.length > 0 && (
            <fieldset key={group}>
              <legend>{outcomeGroupNames[group]}</legend>
              {rows.map((outcome) => (
                <Radio key={outcome.id} value={outcome.id}>
                  {outcome.name}
                  <Ground outcome={outcome} />
                </Radio>
              ))}
            </fieldset>
          )
        );
      })}
    </Radio.Group>
  );
};
