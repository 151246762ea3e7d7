import { type RequestFile, requestFileKinds } from '@gongkai/contract';
import type { Selectable } from 'kysely';
import type { Db } from '../../platform/database/open-database.ts';
import type { FileTable } from '../../platform/database/tables.ts';
import { presentStored } from '../../platform/file/open-files.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import type { RequestRow } from '../load-case.ts';
import { presentReasons, type StoredReasons } from '../redaction/stored-reasons.ts';
import type { RequestFileTable } from './tables.ts';

/** A case, as far as its files go. */
export type CaseKey = Pick<RequestRow, 'agency_id' | 'id'>;

/** A file of a case with what the store knows of it. */
export interface CaseFileRow extends Selectable<RequestFileTable> {
  readonly personName: string | null;
  readonly sha256: Buffer;
  readonly size: number;
  readonly media_type: string;
  readonly name: Buffer;
}

const select = (db: Db, row: CaseKey) =>
  db
    .selectFrom('request_file as own')
    .innerJoin('file', 'file.id', 'own.id')
    .leftJoin('person', 'person.id', 'own.person_id')
    .selectAll('own')
    .select(['file.sha256', 'file.size', 'file.media_type', 'file.name', 'person.name as personName'])
    .where('own.agency_id', '=', row.agency_id)
    .where('own.request_id', '=', row.id);

export const presentCaseFile = ({ cipher }: Pick<Spine, 'cipher'>, row: CaseFileRow): RequestFile => {
  const stored = presentStored(
    row as Pick<Selectable<FileTable>, 'id' | 'sha256' | 'size' | 'media_type' | 'name'>,
    cipher,
  );
  return {
    id: row.id,
    kind: row.kind,
    kindName: requestFileKinds[row.kind],
    name: stored.name,
    mediaType: stored.mediaType,
    size: stored.size,
    addedAt: row.added_at.toISOString(),
    addedBy: row.is_from_applicant ? null : (row.personName ?? '其他系统'),
    originalId: row.original_id,
    isProvided: row.is_provided,
    reasons: row.reasons === null ? null : presentReasons(row.reasons as StoredReasons),
    removedOn: row.removed_on,
  };
};

/** The files of a case in the order in which they came, those removed among them. Whoever asks has been permitted. */
export const filesOf = async (spine: Pick<Spine, 'db' | 'cipher'>, row: CaseKey): Promise<RequestFile[]> => {
  const rows = await select(spine.db, row).orderBy('own.added_at').orderBy('own.id').execute();
  return rows.map((file) => presentCaseFile(spine, file));
};

/** One file of a case. Throws `Refusal` FILE_NOT_FOUND, FILE_REMOVED. */
export const loadCaseFile = async (db: Db, row: CaseKey, fileId: string): Promise<CaseFileRow> => {
  const file = await select(db, row).where('own.id', '=', fileId).executeTakeFirst();
  if (!file) throw new Refusal('not_found', 'FILE_NOT_FOUND', '这件申请没有这份材料。请刷新后重试。');
  if (file.removed_on !== null)
    throw new Refusal('not_found', 'FILE_REMOVED', '这份材料已经移除。请刷新后重试。');
  return file;
};

/** The bytes of a case's file, with what it is. Throws `Refusal` FILE_NOT_FOUND, FILE_REMOVED, `BytesLost`. */
export const openCaseFile = async (
  spine: Spine,
  row: CaseKey,
  fileId: string,
): Promise<{ readonly file: RequestFile; readonly bytes: AsyncIterable<Uint8Array> }> => {
  const file = await loadCaseFile(spine.db, row, fileId);
  return { file: presentCaseFile(spine, file), bytes: await spine.files.open(spine.db, fileId) };
};
