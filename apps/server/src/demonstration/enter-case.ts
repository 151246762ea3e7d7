import { stepInputs } from '@gongkai/contract';
import type { Db } from '../platform/database/open-database.ts';
import type { Spine } from '../platform/spine.ts';
import {
  type ApplicantFile,
  type Receipt,
  type Redactor,
  receiveApplicantFiles,
  registerRequest,
  submitRequest,
  takeStep,
  takeStepAsApplicant,
} from '../request/index.ts';
import { enterFiles, makePaper } from './enter-files.ts';
import type { FindCaller } from './find-callers.ts';
import { letterOf } from './letter-values.ts';
import type { Known, PlannedAct, PlannedCase } from './planned-case.ts';

/** One thing to be entered: that the case comes, or an act with it. */
export interface Entry {
  readonly case: PlannedCase;
  /** Its place among all cases, the same whenever they are planned for the same day. */
  readonly serial: number;
  readonly at: Date;
  /** Null: the application itself. */
  readonly act: { readonly position: number; readonly planned: PlannedAct } | null;
}

/** Who and what is there already while cases are entered. */
export interface Filling {
  readonly agencies: ReadonlyMap<string, string>;
  readonly caller: FindCaller;
  readonly redactor: Redactor;
  readonly receipts: Map<PlannedCase, Receipt>;
}

const begin = async (spine: Spine, filling: Filling, { case: planned, serial }: Entry): Promise<void> => {
  const { agency, channel, on, request, bySecond } = planned;
  const once = `demonstration ${serial}`;
  const submitted = { ...request, agencyId: filling.agencies.get(agency)! };
  const files = planned.files.filter((file) => file.with === 'submit');
  if (channel === 'internet') {
    const submitter = { requestId: null, once };
    const handedIn: ApplicantFile[] = [];
    for (const file of files)
      handedIn.push({
        kind: file.kind as ApplicantFile['kind'],
        name: `${file.name}.${file.as}`,
        bytes: await makePaper(filling.redactor, file),
      });
    const received = await receiveApplicantFiles(spine, submitter, submitted.agencyId, handedIn);
    filling.receipts.set(planned, await submitRequest(spine, submitter, submitted, received));
    return;
  }
  const caller = { ...filling.caller(agency, 'officer', bySecond), once };
  const receipt = await registerRequest(spine, caller, { ...submitted, channel, on });
  filling.receipts.set(planned, receipt);
  await enterFiles(spine, filling.redactor, caller, receipt.id, files);
};

const knownOf = async (
  db: Db,
  filling: Filling,
  { acts, repeats }: PlannedCase,
  id: string,
): Promise<Known> => {
  const earlier = (repeats && filling.receipts.get(repeats)?.id) ?? null;
  if (!acts.some(({ step }) => step === 'consult')) return { consultations: [], earlier };
  const rows = await db
    .selectFrom('request_step')
    .select('facts')
    .where('request_id', '=', id)
    .where('step', '=', 'consult')
    .orderBy('position')
    .execute();
  return {
    consultations: rows.map(({ facts }) => (facts as { readonly consultationId: string }).consultationId),
    earlier,
  };
};

/** Enters what is planned, through the use case that people would have used, once. */
export const enterCase = async (spine: Spine, filling: Filling, entry: Entry): Promise<void> => {
  if (entry.act === null) return begin(spine, filling, entry);
  const { agency, bySecond } = entry.case;
  const { position, planned } = entry.act;
  const { step, by } = planned;
  const receipt = filling.receipts.get(entry.case)!;
  const given = planned.input(await knownOf(spine.db, filling, entry.case, receipt.id));
  const input = stepInputs[step].parse({ ...given, letter: letterOf(step, given) });
  const taken = { step, input: input as never };
  const once = `demonstration ${entry.serial} ${position}`;
  const isFirst = entry.case.acts.findIndex((act) => act.step === step) === position;
  const files = isFirst ? entry.case.files.filter((file) => file.with === step) : [];
  if (files.length > 0)
    await enterFiles(
      spine,
      filling.redactor,
      { ...filling.caller(agency, 'officer', bySecond), once },
      receipt.id,
      files,
    );
  if (by === 'applicant')
    await takeStepAsApplicant(spine, { requestId: null, once }, receipt, taken as never);
  else await takeStep(spine, { ...filling.caller(agency, by, bySecond), once }, receipt.id, taken);
};
