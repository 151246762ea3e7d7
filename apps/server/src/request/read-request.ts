import { may, type RequestCase } from '@gongkai/contract';
import { type Caller, permitReading, rolesFor } from '../agency/index.ts';
import { readSetting } from '../platform/setting/read-setting.ts';
import type { Spine } from '../platform/spine.ts';
import {
  consultationsOf,
  decisionOf,
  feeOf,
  officerOf,
  ratingOf,
  relatedTo,
  timelineOf,
} from './case-parts.ts';
import { filesOf } from './file/case-files.ts';
import { lettersOf } from './letter/letters-of.ts';
import { waitingOf } from './list/waiting-of.ts';
import { loadCase } from './load-case.ts';
import { itemsBefore } from './month-items.ts';
import { presentClock } from './present-clock.ts';
import { presentLine, readsWhole } from './present-line.ts';
import { requestSettings } from './request-settings.ts';
import { openContent } from './seal-texts.ts';
import { situationOf } from './situation.ts';
import { stepsAllowed } from './steps-allowed.ts';

/**
 * One application with its clock, its timeline and the steps that this person may take now. Whoever supervises from
 * above sees how it stands, and nothing that applicants or third parties wrote. Throws `PermissionDenied`, `Refusal`
 * REQUEST_NOT_FOUND.
 */
export const readRequest = async (spine: Spine, caller: Caller, id: string): Promise<RequestCase> => {
  const { db, cipher } = spine;
  const found = await loadCase(db, id);
  const { row } = found;
  await permitReading(spine, caller, 'request.view', row.agency_id);
  const isWhole = readsWhole(caller, row.agency_id);
  const personId = caller.actor.kind === 'person' ? caller.actor.id : null;
  const situation = await situationOf(db, found, { now: spine.now(), personId });
  const mayTake: Parameters<typeof stepsAllowed>[1] = (action) =>
    may(rolesFor(caller, action), action, { agencyId: row.agency_id, agenciesAbove: [] });
  const [timeline, officer, correctionDays] = await Promise.all([
    timelineOf(spine, found, isWhole),
    officerOf(db, found),
    readSetting(db, requestSettings.correctionDays),
  ]);
  const [files, letters, monthItems, related] = isWhole
    ? await Promise.all([
        filesOf(spine, row),
        lettersOf(spine, row),
        itemsBefore(db, found),
        relatedTo(spine, found),
      ])
    : ([[], [], 0, []] as const);
  return {
    ...presentLine(spine, row, { ...situation, officerName: officer?.name ?? null, isWhole }),
    form: row.form,
    way: row.way,
    content: isWhole ? openContent(cipher, row.content) : null,
    clock: presentClock(found, situation),
    waiting: waitingOf(found.facts, situation.clock),
    timeline,
    steps: [...stepsAllowed(situation, mayTake)],
    officer,
    files: [...files],
    letters: [...letters],
    consultations: consultationsOf(found, situation.clock, timeline),
    decision: decisionOf(found, timeline),
    fee: feeOf(found),
    correctionDays,
    monthItems,
    rating: ratingOf(found, timeline),
    related: [...related],
  };
};
