import { provisionWays, type RequestCase } from '@gongkai/contract';
import type { ComponentType } from 'react';
import type { Field, Option } from './step-field.tsx';

/** What a step's form is made of. */
export interface StepForm {
  /** The verb of its button, where the step's title isn't one. */
  readonly verb?: string;
  readonly fields: readonly Field[];
  /** Stands in the place of fields that hang together. */
  readonly Fields?: ComponentType<{ readonly found: RequestCase; readonly today: string }>;
  /** Values that stand there before anything is typed, besides today as the date. */
  readonly initial?: (found: RequestCase) => Readonly<Record<string, unknown>>;
  readonly hasLetter?: true;
  /** Ends the case or can't be taken back: a red button. */
  readonly danger?: true;
}

/** The words of a vocabulary, to choose from. */
export const optionsOf = (words: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The day on which it happened, with the rule beside it. */
export const on = (label: string, hint: string): Field => ({ name: 'on', type: 'date', label, hint });

export const text = (name: string, label: string, most: number, hint?: string): Field => ({
  name,
  label,
  type: 'text',
  most,
  ...(hint && { hint }),
});

export const optionalText = (name: string, label: string, most: number): Field => ({
  name,
  label,
  type: 'text',
  most,
  optional: true,
});

export const giveReason = (label: string): readonly Field[] => [text('reason', label, 1000)];

export const ways = optionsOf(provisionWays);
