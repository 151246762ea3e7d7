import type { ArchiveCatalogue, ArchivedDocument } from '@gongkai/contract';
import { type Caller, permit, permitReading, recordReading } from '../../agency/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { type Case, loadCase } from '../load-case.ts';
import type { ArchiveDocument, ArchiveItem } from './archive-item.ts';
import { readArchiveRecord } from './archive-record.ts';
import { numberPages } from './bound-case.ts';
import { findDamaged } from './dossier.ts';
import { type FrozenCatalogue, readFrozen } from './frozen-catalogue.ts';
import { readHold } from './hold-case.ts';
import { itemsOfCase } from './items-of-case.ts';
import { keepUntil, readRetention } from './retention.ts';

const nameOfPerson = async ({ db }: Spine, id: string): Promise<string> =>
  (await db.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst())?.name ?? '';

const presentFrozen = (documents: readonly ArchiveDocument[]): readonly ArchivedDocument[] =>
  numberPages(documents, []).map(
    ({ serial, title, number, author, date, pages, firstPage, path, size, sha256, isLater }) => ({
      serial,
      title,
      number,
      author,
      date,
      pages,
      firstPage,
      path,
      size,
      sha256,
      isLater,
    }),
  );

/** What isn't frozen has neither pages nor hash yet. */
const presentItem = (item: ArchiveItem, serial: number, isLater: boolean): ArchivedDocument => ({
  serial,
  title: item.title,
  number: item.number,
  author: item.author,
  date: item.date,
  pages: null,
  firstPage: null,
  path: null,
  size: null,
  sha256: null,
  isLater,
});

/** How a document that isn't what was frozen is named. */
const difference = (title: string, serial: number): string =>
  `第 ${serial} 件“${title}”与归档时不一致，或者已经缺失`;

/** In what the stored files differ from what was frozen, by what the database says of them. */
const differencesOf = async (
  { db }: Spine,
  { documents, isWhole }: FrozenCatalogue,
): Promise<readonly string[]> => {
  if (documents === null) return [];
  const ids = documents.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
  const rows =
    ids.length === 0
      ? []
      : await db.selectFrom('file').select(['id', 'sha256', 'size']).where('id', 'in', ids).execute();
  const stored = new Map(rows.map((row) => [row.id, row]));
  const changed = documents.filter(({ fileId, sha256, size }) => {
    const row = stored.get(fileId ?? '');
    return row?.sha256.toString('hex') !== sha256 || row.size !== size;
  });
  return [
    ...(isWhole ? [] : ['目录与归档时不一致']),
    ...changed.map(({ title, serial }) => difference(title, serial)),
  ];
};

const presentFreeze = (
  { row }: FrozenCatalogue,
  differences: readonly string[],
): NonNullable<ArchiveCatalogue['frozen']> => ({
  at: row.frozen_at.toISOString(),
  catalogueSha256: row.catalogue_sha256.toString('hex'),
  agrees: differences.length === 0,
  differences: [...differences],
});

const documentsOf = async (
  spine: Spine,
  found: Case,
  frozen: FrozenCatalogue | null,
): Promise<ArchivedDocument[]> => {
  if (frozen?.row.destroyed_on) return [];
  const kept = frozen?.documents ?? [];
  const known = new Set(kept.map(({ key }) => key));
  const items = itemsOfCase(await readArchiveRecord(spine, found)).filter(({ key }) => !known.has(key));
  return [
    ...presentFrozen(kept),
    ...items.map((item, index) => presentItem(item, kept.length + index + 1, frozen !== null)),
  ];
};

/**
 * 卷内文件目录: what is in the file of a case, how long it is kept, and whether it is still what was archived (by
 * what the database says; `verifyArchive` reads the files themselves). Throws `PermissionDenied`, `Refusal`
 * REQUEST_NOT_FOUND.
 */
export const readCatalogue = async (spine: Spine, caller: Caller, id: string): Promise<ArchiveCatalogue> => {
  const found = await loadCase(spine.db, id);
  const { row, steps } = found;
  await permitReading(spine, caller, 'request.read_files', row.agency_id);
  const frozen = await readFrozen(spine.db, spine.cipher, row);
  const archivedOn = steps.findLast(({ step }) => step === 'archive')?.on ?? null;
  const { destroyed_on: on, destroyed_by: person, opinion } = frozen?.row ?? {};
  return {
    agencyId: row.agency_id,
    documents: await documentsOf(spine, found, frozen),
    archivedOn,
    keepUntil: archivedOn && keepUntil(archivedOn, row.outcome ?? '', await readRetention(spine.db)),
    frozen: frozen && presentFreeze(frozen, await differencesOf(spine, frozen)),
    hold: await readHold(spine.db, spine.cipher, row),
    destroyed: on && person && opinion ? { on, by: await nameOfPerson(spine, person), opinion } : null,
  };
};

/**
 * Reads every archived file to its end and holds it against what was frozen. Throws `PermissionDenied`, `Refusal`
 * REQUEST_NOT_FOUND, ARCHIVE_NOT_FROZEN, ARCHIVE_DESTROYED.
 */
export const verifyArchive = async (
  spine: Spine,
  caller: Caller,
  id: string,
): Promise<NonNullable<ArchiveCatalogue['frozen']>> => {
  const { row } = await loadCase(spine.db, id);
  await permitReading(spine, caller, 'request.read_files', row.agency_id);
  const frozen = await readFrozen(spine.db, spine.cipher, row);
  if (frozen === null)
    throw new Refusal(
      'conflict',
      'ARCHIVE_NOT_FROZEN',
      '案卷还没有归档固定，没有可以核对的目录。归档后稍等片刻再试。',
    );
  if (frozen.documents === null)
    throw new Refusal('conflict', 'ARCHIVE_DESTROYED', '这件案卷已按保存期限销毁，没有可以核对的文件。');
  const damaged = await findDamaged(spine, frozen.documents);
  const differences = [
    ...(frozen.isWhole ? [] : ['目录与归档时不一致']),
    ...damaged.map(({ title, serial }) => difference(title, serial)),
  ];
  await recordReading(spine, caller, async ({ db, record }) => {
    await permit(db, caller, 'request.read_files', row.agency_id);
    record({
      kind: 'request_archive_verified',
      agencyId: row.agency_id,
      subject: { kind: 'request', id },
      data: {
        number: row.number,
        result: differences.length === 0 ? '与归档时一致' : `有 ${differences.length} 处与归档时不一致`,
      },
    });
  });
  return presentFreeze(frozen, differences);
};
