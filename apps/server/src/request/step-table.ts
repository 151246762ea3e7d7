import type { TakenStep } from '@gongkai/contract';
import type { Step } from './step.ts';
import type { StepDefinition, StepTable } from './step-definition.ts';
import { stepsOfApplicant } from './steps-of-applicant.ts';
import { stepsOfDecision } from './steps-of-decision.ts';
import { stepsOfHandling } from './steps-of-handling.ts';
import { stepsOfFee, stepsOfIntake } from './steps-of-intake.ts';
import { stepsOfLetter } from './steps-of-letter.ts';

/** Every step that can be taken with an application: the state machine as data. */
export const stepTable: StepTable = {
  ...stepsOfIntake,
  ...stepsOfFee,
  ...stepsOfHandling,
  ...stepsOfDecision,
  ...stepsOfLetter,
  ...stepsOfApplicant,
};

/** A step's row, where its input is not looked at. */
export const stepOf = (name: TakenStep): StepDefinition => stepTable[name] as unknown as StepDefinition;

const isTaken = (name: string): name is TakenStep => Object.hasOwn(stepTable, name);

/** A step of the record in words. */
export const titleOfStep = (name: string, facts: unknown): string => {
  if (!isTaken(name)) return '提出申请';
  const isAlone = (facts as { readonly samePerson?: unknown }).samePerson !== undefined;
  return `${stepTable[name].title}${isAlone ? '（由同一人办理，本单位没有其他人员）' : ''}`;
};

/** What a step is to the applicant; null where it is the agency's own affair. */
export const toldOfStep = ({ step }: Step): string | null =>
  step === 'submit' ? '提出申请' : (stepTable[step].told ?? null);
