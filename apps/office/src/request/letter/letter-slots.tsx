import type { LetterInput, LetterSlot } from '@gongkai/contract';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useId } from 'react';

type Value = LetterInput['values'][string];

const textOf = (value: Value | null | undefined): string =>
  Array.isArray(value) ? value.join('\n') : (value ?? '');

const Control = ({
  slot,
  id,
  value,
  onChange,
}: {
  readonly slot: LetterSlot;
  readonly id: string;
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}) => {
  const text = textOf(value);
  const help = { id, 'aria-describedby': `${id}-hint` };
  if (slot.options.length > 0)
    return (
      <Select
        {...help}
        value={text || undefined}
        placeholder="请选择"
        onChange={(chosen: string) => onChange(chosen)}
        options={slot.options.map((option) => ({ value: option, label: option }))}
      />
    );
  if (slot.type === 'date')
    return (
      <Input
        {...help}
        type="date"
        className="short"
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  if (slot.type === 'money')
    return (
      <Input
        {...help}
        className="short"
        inputMode="decimal"
        suffix="元"
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  return (
    <Input.TextArea
      {...help}
      className="grows"
      maxLength={10_000}
      value={text}
      onChange={({ target }) => onChange(slot.type === 'list' ? target.value.split('\n') : target.value)}
    />
  );
};

/** A slot (填空项) that only the officer can fill, or has reworded. */
const SlotField = ({
  slot,
  value,
  problem,
  onChange,
  onRestore,
}: {
  readonly slot: LetterSlot;
  readonly value: Value | null;
  readonly problem: string | undefined;
  readonly onChange: (value: Value) => void;
  readonly onRestore: (() => void) | null;
}) => {
  const id = `slot${useId().replace(/\W/g, '')}`;
  return (
    <div className="letter-slot">
      <div className="letter-slot-head">
        <label htmlFor={id}>
          {slot.label}
          {!slot.required && <span className="optional">选填</span>}
        </label>
        {onRestore && (
          <Button type="link" size="small" onClick={onRestore}>
            {slot.isKnown ? '恢复案卷中的内容' : '不写这一项'}
          </Button>
        )}
      </div>
      <Control slot={slot} id={id} value={value} onChange={onChange} />
      <p id={`${id}-hint`} className="letter-slot-hint">
        {problem && <strong>{problem}</strong>}
        {slot.type === 'list' && '每行一项。'}
        {slot.hint && `${slot.hint}。`}
        {slot.article && <span className="letter-article">{slot.article}</span>}
      </p>
    </div>
  );
};

/** Around the text: after what the text itself needs. */
const frame = ['addressee', 'contact', 'enclosures'];

/** What fills a letter: fields for what only the officer knows, and what the case says by itself. */
export const LetterSlots = ({
  slots,
  values,
  problems,
  onChange,
}: {
  readonly slots: readonly LetterSlot[];
  readonly values: LetterInput['values'];
  /** What is wrong with what was given, by slot. */
  readonly problems: ReadonlyMap<string, string>;
  readonly onChange: (values: LetterInput['values']) => void;
}): ReactNode => {
  const toFill = slots
    .filter(({ id, source }) => source === 'given' || id in values)
    .toSorted((a, b) => Number(frame.includes(a.id)) - Number(frame.includes(b.id)));
  const known = slots.filter((slot) => !toFill.includes(slot) && slot.value !== null);
  // What may stay empty is out of the way until somebody wants it.
  const [needed, optional] = [
    toFill.filter(({ id, required, value }) => required || value !== null || id in values),
    toFill.filter(({ id, required, value }) => !required && value === null && !(id in values)),
  ];
  const without = (id: string) => Object.fromEntries(Object.entries(values).filter(([slot]) => slot !== id));
  const field = (slot: LetterSlot): ReactNode => (
    <SlotField
      key={slot.id}
      slot={slot}
      value={values[slot.id] ?? slot.value}
      problem={problems.get(slot.id)}
      onChange={(value) => onChange({ ...values, [slot.id]: value })}
      onRestore={slot.isKnown || !slot.required ? () => onChange(without(slot.id)) : null}
    />
  );
  return (
    <>
      {needed.map(field)}
      {optional.length > 0 && (
        <div className="letter-optional">
          可以加写：
          {optional.map((slot) => (
            <Button
              key={slot.id}
              size="small"
              title={slot.hint}
              onClick={() => onChange({ ...values, [slot.id]: slot.type === 'list' ? [] : '' })}
            >
              {slot.label}
            </Button>
          ))}
        </div>
      )}
      {known.length > 0 && (
        <details className="letter-known">
          <summary>已从案卷填入 {known.length} 项</summary>
          <dl>
            {known.map((slot) => (
              <div key={slot.id}>
                <dt>{slot.label}</dt>
                <dd>
                  {textOf(slot.value)}
                  {slot.canChange && slot.value !== null && (
                    <Button
                      type="link"
                      size="small"
                      aria-label={`改写${slot.label}`}
                      onClick={() => onChange({ ...values, [slot.id]: slot.value! })}
                    >
                      改写
                    </Button>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
};
