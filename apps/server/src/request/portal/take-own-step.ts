import type { ApplicantStep, StepInput } from '@gongkai/contract';
import type { Spine } from '../../platform/spine.ts';
import { actAsApplicant, openByReceipt, type ReceiptProof } from '../applicant-access.ts';
import { keepFiles } from '../file/keep-files.ts';
import type { NewCaseFile } from '../file/receive-case-file.ts';
import { loadCase } from '../load-case.ts';
import type { Submitter } from '../submit-request.ts';
import { doStep, type Taken } from '../take-step.ts';

/**
 * Takes a step as the applicant together with the files that belong to it: both are there afterwards, or neither.
 * Throws `Refusal` as `takeStepAsApplicant`, and FILES_TOO_MANY.
 */
export const takeOwnStep = async <S extends ApplicantStep>(
  spine: Spine,
  submitter: Submitter,
  proof: ReceiptProof,
  { step, input }: { readonly step: S; readonly input: Omit<StepInput<S>, 'on'> },
  files: readonly NewCaseFile[],
): Promise<Taken> => {
  const id = await openByReceipt(spine, proof);
  return actAsApplicant(spine, submitter, id, async (work) => {
    const found = await loadCase(work.db, id, { lock: true });
    const taken = await doStep(spine, work, found, null, {
      step,
      input: { ...input, on: undefined } as StepInput<S>,
    });
    await keepFiles(spine, work, found.row, files, 'applicant');
    return taken;
  });
};
