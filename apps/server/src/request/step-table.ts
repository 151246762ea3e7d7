import type { TakenStep } from '@gongkai/contract';
import type { StepDefinition, StepTable } from './step-definition.ts';
import { stepsOfDecision } from './steps-of-decision.ts';
import { stepsOfHandling } from './steps-of-handling.ts';
import { stepsOfFee, stepsOfIntake } from './steps-of-intake.ts';

/** Every step that can be taken with an application: the state machine as data. */
export const stepTable: StepTable = {
  ...stepsOfIntake,
  ...stepsOfFee,
  ...stepsOfHandling,
  ...stepsOfDecision,
};

/** A step's row, where its input is not looked at. */
export const stepOf = (name: TakenStep): StepDefinition => stepTable[name] as unknown as StepDefinition;
