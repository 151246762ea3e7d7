import { mostFilesOfCase, requestFileKinds } from '@gongkai/contract';
import type { Work } from '../../platform/act.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import type { RequestRow } from '../load-case.ts';
import type { CaseKey } from './case-files.ts';
import type { NewCaseFile } from './receive-case-file.ts';

const refuseOver = (count: number, more: number): void => {
  if (count + more > mostFilesOfCase)
    throw new Refusal(
      'conflict',
      'FILES_TOO_MANY',
      `一件申请的材料最多 ${mostFilesOfCase} 份，现有 ${count} 份。请合并后再上传，或者移除误传的材料。`,
      'file',
    );
};

/** Throws `Refusal` FILES_TOO_MANY where a case has no room for so many more; removed ones don't count. */
export const refuseTooMany = async (db: Work['db'], row: CaseKey, more: number): Promise<void> => {
  const { count } = await db
    .selectFrom('request_file')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('agency_id', '=', row.agency_id)
    .where('request_id', '=', row.id)
    .where('removed_on', 'is', null)
    .executeTakeFirstOrThrow();
  refuseOver(Number(count), more);
};

/** Whose files they are: the applicant's, or of whoever acts for the agency (a person, or a system without one). */
export type Provenance = 'applicant' | { readonly personId: string | null };

/** A received file that the store has a row of. */
export interface PlacedFile {
  readonly kind: NewCaseFile['kind'];
  readonly id: string;
}

/** Has the store keep received files, within an act that attaches them. Throws `Refusal` FILES_TOO_MANY. */
export const placeFiles = async (
  spine: Spine,
  { db }: Work,
  files: readonly NewCaseFile[],
): Promise<readonly PlacedFile[]> => {
  refuseOver(0, files.length);
  const placed: PlacedFile[] = [];
  for (const { kind, file } of files) placed.push({ kind, id: (await spine.files.keep(db, file)).id });
  return placed;
};

/** Attaches files to a case: rows and events. */
export const attachFiles = async (
  { db, now, record }: Work,
  row: Pick<RequestRow, 'agency_id' | 'id' | 'number'>,
  files: readonly PlacedFile[],
  from: Provenance,
): Promise<void> => {
  if (files.length === 0) return;
  await db
    .insertInto('request_file')
    .values(
      files.map(({ kind, id }) => ({
        agency_id: row.agency_id,
        request_id: row.id,
        id,
        kind,
        is_from_applicant: from === 'applicant',
        person_id: from === 'applicant' ? null : from.personId,
        added_at: now,
        areas: null,
        original_id: null,
        reasons: null,
        removed_on: null,
        removed_by: null,
        removal: null,
      })),
    )
    .execute();
  // Never its name: people write names of people into names of files.
  for (const { kind, id } of files)
    record({
      kind: 'request_file_added',
      agencyId: row.agency_id,
      subject: { kind: 'request', id: row.id },
      data: { number: row.number, what: requestFileKinds[kind], file: id },
    });
};

/**
 * Puts received files into a case within an act: rows and events with everything else, or not at all. The
 * application's row is locked by the act. Returns their ids in order. Throws `Refusal` FILES_TOO_MANY.
 */
export const keepFiles = async (
  spine: Spine,
  work: Work,
  row: Pick<RequestRow, 'agency_id' | 'id' | 'number'>,
  files: readonly NewCaseFile[],
  from: Provenance,
): Promise<readonly string[]> => {
  if (files.length === 0) return [];
  await refuseTooMany(work.db, row, files.length);
  const placed = await placeFiles(spine, work, files);
  await attachFiles(work, row, placed, from);
  return placed.map(({ id }) => id);
};

/** A reply that discloses nothing takes no file with it, whatever an earlier draft was to provide (条例第三十六条). */
export const provideNothing = async (db: Work['db'], row: CaseKey): Promise<void> => {
  await db
    .updateTable('request_file')
    .set({ is_provided: false })
    .where('agency_id', '=', row.agency_id)
    .where('request_id', '=', row.id)
    .where('is_provided', '=', true)
    .execute();
};
