import { BytesLost } from '../../platform/file/byte-store.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import type { Case } from '../load-case.ts';
import type { ArchiveDocument } from './archive-item.ts';
import { type ArchiveRecord, readArchiveRecord } from './archive-record.ts';
import { readFrozen } from './frozen-catalogue.ts';
import { itemsOfCase } from './items-of-case.ts';
import { measureItem } from './measure-items.ts';

/** The file of a case, ready to be handed out. */
export interface Dossier {
  readonly record: ArchiveRecord;
  readonly documents: readonly ArchiveDocument[];
  readonly open: (document: ArchiveDocument) => Promise<AsyncIterable<Uint8Array> | Iterable<Uint8Array>>;
  /** Documents whose bytes the store lost, or that aren't what they were. */
  readonly damaged: readonly ArchiveDocument[];
}

/** Reads a file to its end: whether it is there, whole, and what it was. */
const isSound = async ({ db, files }: Spine, { fileId, sha256, size }: ArchiveDocument): Promise<boolean> => {
  if (fileId === null) return true;
  const stored = await files.describe(db, fileId);
  if (stored?.sha256 !== sha256 || stored.size !== size) return false;
  try {
    let read = 0;
    for await (const chunk of await files.open(db, fileId)) read += chunk.length;
    return read === size;
  } catch (error) {
    if (error instanceof BytesLost || error instanceof Refusal) return false;
    throw error;
  }
};

/** The documents of a frozen catalogue that can't be read, or aren't what was frozen. Reads them all. */
export const findDamaged = async (
  spine: Spine,
  documents: readonly ArchiveDocument[],
): Promise<readonly ArchiveDocument[]> => {
  const damaged: ArchiveDocument[] = [];
  for (const document of documents) if (!(await isSound(spine, document))) damaged.push(document);
  return damaged;
};

/**
 * Gathers the file of a case: what was frozen when it was archived, as it was then, and what has come since; of a
 * case that isn't archived, what there is now. Everything is read once before anything is handed out. Throws
 * `Refusal` ARCHIVE_DESTROYED, `BytesLost` where a case that isn't archived has lost a file.
 */
export const openDossier = async (spine: Spine, found: Case): Promise<Dossier> => {
  const { row } = found;
  const frozen = await readFrozen(spine.db, spine.cipher, row);
  if (frozen?.row.destroyed_on)
    throw new Refusal(
      'conflict',
      'ARCHIVE_DESTROYED',
      `这件案卷的内容和材料已于${frozen.row.destroyed_on}按保存期限销毁，不能导出。办理的日期、步骤和结果仍可查看。`,
    );
  const record = await readArchiveRecord(spine, found);
  const kept = frozen?.documents ?? [];
  const known = new Set(kept.map(({ key }) => key));
  const made = new Map<string, Uint8Array>();
  const later: ArchiveDocument[] = [];
  for (const item of itemsOfCase(record).filter(({ key }) => !known.has(key))) {
    const serial = kept.length + later.length + 1;
    const { document, bytes } = await measureItem(spine, item, {
      serial,
      isLater: frozen !== null,
      lane: row.id,
    });
    later.push(document);
    if (bytes) made.set(document.key, bytes);
  }
  const damaged = await findDamaged(spine, kept);
  return {
    record,
    documents: [...kept, ...later],
    damaged,
    open: async ({ key, fileId }) => {
      const bytes = made.get(key);
      if (bytes) return [bytes];
      return spine.files.open(spine.db, fileId!);
    },
  };
};
