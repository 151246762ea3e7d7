import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Db } from '../../platform/database/open-database.ts';
import type { Cipher } from '../../platform/secret/cipher.ts';
import type { RequestRow } from '../load-case.ts';
import type { ArchiveDocument } from './archive-item.ts';
import type { RequestArchiveTable } from './tables.ts';

const place = 'request_archive.catalogue';

/** A catalogue as it is kept: encrypted, and its hash, which outlives it. */
export const sealCatalogue = (cipher: Cipher, documents: readonly ArchiveDocument[]) => {
  const text = JSON.stringify(documents);
  return {
    catalogue: cipher.encrypt(text, place),
    catalogue_sha256: createHash('sha256').update(text).digest(),
    documents: documents.length,
  };
};

export interface FrozenCatalogue {
  readonly row: Selectable<RequestArchiveTable>;
  /** Null once it is destroyed. */
  readonly documents: readonly ArchiveDocument[] | null;
  /** Whether the catalogue is, word for word, what was frozen. */
  readonly isWhole: boolean;
}

/** The catalogue of a case as it was archived; null as long as it wasn't. */
export const readFrozen = async (
  db: Db,
  cipher: Cipher,
  { agency_id, id }: Pick<RequestRow, 'agency_id' | 'id'>,
): Promise<FrozenCatalogue | null> => {
  const row = await db
    .selectFrom('request_archive')
    .selectAll()
    .where('agency_id', '=', agency_id)
    .where('request_id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  if (row.catalogue === null) return { row, documents: null, isWhole: true };
  const text = cipher.decrypt(row.catalogue, place);
  return {
    row,
    documents: JSON.parse(text) as readonly ArchiveDocument[],
    isWhole: createHash('sha256').update(text).digest().equals(row.catalogue_sha256),
  };
};
