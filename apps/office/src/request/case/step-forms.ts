import type { TakenStep } from '@gongkai/contract';
import type { StepForm } from './step-form.ts';
import { formsOfDecision } from './step-forms-of-decision.ts';
import { formsOfHandling } from './step-forms-of-handling.ts';
import { formsOfIntake } from './step-forms-of-intake.ts';

/** The form of every step, as data; those whose fields hang together more closely are components. */
export const stepForms: Readonly<Record<TakenStep, StepForm>> = {
  ...formsOfIntake,
  ...formsOfHandling,
  ...formsOfDecision,
};
