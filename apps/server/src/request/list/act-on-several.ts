import { type BulkAct, stepInputs } from '@gongkai/contract';
import { type Caller, PermissionDenied, permitReading } from '../../agency/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { takeStep } from '../take-step.ts';
import { assignOfficer } from './assign-officer.ts';

export interface Several {
  readonly agencyId: string;
  readonly act: BulkAct;
  readonly ids: readonly string[];
  readonly personId: string | null;
}

export interface SeveralDone {
  readonly done: number;
  readonly refused: { readonly id: string; readonly number: string; readonly reason: string }[];
}

const actOn = (spine: Spine, caller: Caller, id: string, { act, personId }: Several): Promise<unknown> =>
  act === 'assign'
    ? assignOfficer(spine, caller, { id, personId })
    : takeStep(spine, caller, id, { step: act, input: stepInputs[act].parse({}) });

/** Why one was refused, in words; anything that isn't a refusal ends the whole. */
const reasonOf = (error: unknown): string => {
  if (error instanceof Refusal || error instanceof PermissionDenied) return error.message;
  throw error;
};

/**
 * Does the same with several applications of an agency: each is an act of its own, with its own permission and its
 * own result, so that one that is refused keeps no other back. Sent again with its key, each is done once.
 */
export const actOnSeveral = async (spine: Spine, caller: Caller, several: Several): Promise<SeveralDone> => {
  const { agencyId, ids } = several;
  await permitReading(spine, caller, 'request.view', agencyId);
  const rows = await spine.db
    .selectFrom('request')
    .select(['id', 'number'])
    .where('agency_id', '=', agencyId)
    .where('id', 'in', [...ids])
    .execute();
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  const refused: { id: string; number: string; reason: string }[] = [];
  const wanted = [...new Set(ids)];
  for (const id of wanted) {
    const number = numbers.get(id);
    if (number === undefined) {
      refused.push({ id, number: '', reason: '本单位没有这件申请。请刷新列表。' });
      continue;
    }
    const each = caller.once === undefined ? caller : { ...caller, once: `${caller.once} ${id}` };
    try {
      await actOn(spine, each, id, several);
    } catch (error) {
      refused.push({ id, number, reason: reasonOf(error) });
    }
  }
  return { done: wanted.length - refused.length, refused };
};
