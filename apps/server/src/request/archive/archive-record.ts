import type {
  Applicant,
  LetterDocument,
  LetterTemplateId,
  RequestCase,
  RequestContent,
  RequestFile,
} from '@gongkai/contract';
import { type CivilDate, type Clock, type ClockExplanation, civilDate } from '@gongkai/statute';
import { readAgency } from '../../agency/index.ts';
import type { Spine } from '../../platform/spine.ts';
import { calendarOf, clockOf, explainClockOf, todayOf } from '../case-clock.ts';
import { timelineOf } from '../case-parts.ts';
import { filesOf } from '../file/case-files.ts';
import { letterRowsOf, openSealedLetter } from '../letter/stored-letter.ts';
import type { Case } from '../load-case.ts';
import { openApplicant, openContent } from '../seal-texts.ts';

export interface ArchivedLetter {
  readonly id: string;
  readonly template: LetterTemplateId;
  readonly number: string | null;
  readonly title: string;
  readonly on: string;
  readonly document: LetterDocument;
}

/** All that the file of a case is made from. */
export interface ArchiveRecord {
  readonly found: Case;
  readonly agencyName: string;
  readonly applicant: Applicant | null;
  readonly content: RequestContent | null;
  readonly timeline: RequestCase['timeline'];
  readonly files: readonly RequestFile[];
  readonly letters: readonly ArchivedLetter[];
  readonly clock: Clock;
  readonly explanation: ClockExplanation;
  /** The day on which the case is looked at: its last step, once it is over, so that nothing changes any more. */
  readonly asOf: CivilDate;
}

/** Reads a case for its archive file. Whoever asks has been permitted to see the applicant in full. */
export const readArchiveRecord = async (spine: Spine, found: Case): Promise<ArchiveRecord> => {
  const { row, steps, facts } = found;
  const { db, cipher } = spine;
  const asOf = facts.outcome === null ? todayOf(spine.now()) : civilDate(steps.at(-1)!.on);
  const calendar = await calendarOf(db, row.agency_id);
  const files = await filesOf(spine, row);
  return {
    found,
    agencyName: (await readAgency(db, row.agency_id)).name,
    applicant: openApplicant(cipher, row.applicant),
    content: openContent(cipher, row.content),
    timeline: await timelineOf(spine, found, true),
    files: files.filter(({ removedOn }) => removedOn === null),
    letters: (await letterRowsOf(db, row)).flatMap((letter) => {
      const kept = letter.state === 'issued' ? openSealedLetter(cipher, letter) : null;
      const { id, template, number, title, dated_on } = letter;
      return kept ? [{ id, template, number, title, on: dated_on, document: kept.document }] : [];
    }),
    clock: clockOf(steps, calendar, asOf),
    explanation: explainClockOf(steps, calendar, asOf),
    asOf,
  };
};
