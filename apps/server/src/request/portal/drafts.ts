import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { newId } from '../../platform/database/new-id.ts';
import { type Db, transact } from '../../platform/database/open-database.ts';
import type { Spine, StoredFile } from '../../platform/spine.ts';
import type { NewCaseFile } from '../file/receive-case-file.ts';
import { type DraftFields, emptyFields } from './draft-fields.ts';
import type { ApplicationDraftTable } from './tables.ts';

/** What was handed in with an application that is still being written. */
export type DraftFileKind = 'identity_proof' | 'attachment';

export interface DraftFile extends StoredFile {
  readonly kind: DraftFileKind;
}

/** An application that somebody is writing, or has just sent. */
export interface Draft {
  readonly id: string;
  readonly version: number;
  /** The application that became of it; null as long as it is being written. */
  readonly requestId: string | null;
  readonly fields: DraftFields;
  /** Files that were not taken the last time, in words. */
  readonly problems: readonly string[];
  readonly files: readonly DraftFile[];
}

/** Days that a draft is kept after it was last saved. */
export const draftDays = 7;
/** Minutes that a receipt can be shown again in the same browser. */
const receiptMinutes = 30;

const place = 'application_draft.content';
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
const later = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

const filesOf = async ({ files }: Spine, db: Db, draftId: string): Promise<readonly DraftFile[]> => {
  const rows = await db
    .selectFrom('application_draft_file')
    .select(['id', 'kind'])
    .where('draft_id', '=', draftId)
    .orderBy('id')
    .execute();
  const described = await Promise.all(
    rows.map(async ({ id, kind }) => ({ kind, file: await files.describe(db, id) })),
  );
  return described.flatMap(({ kind, file }) => (file ? [{ ...file, kind }] : []));
};

const present = async (spine: Spine, db: Db, row: Selectable<ApplicationDraftTable>): Promise<Draft> => {
  const content = row.content
    ? (JSON.parse(spine.cipher.decrypt(row.content, place)) as {
        readonly fields: Partial<DraftFields>;
        readonly problems: readonly string[];
      })
    : { fields: {}, problems: [] };
  return {
    id: row.id,
    version: row.version,
    requestId: row.request_id,
    fields: { ...emptyFields, ...content.fields },
    problems: content.problems,
    files: await filesOf(spine, db, row.id),
  };
};

/** The draft whose secret a browser carries; null where there is none, or where it has expired. */
export const openDraft = async (spine: Spine, secret: string | null): Promise<Draft | null> => {
  if (secret === null) return null;
  const row = await spine.db
    .selectFrom('application_draft')
    .selectAll()
    .where('secret_hash', '=', hashOf(secret))
    .where('expires_at', '>', spine.now())
    .executeTakeFirst();
  return row ? present(spine, spine.db, row) : null;
};

/** What a saving changes. */
export interface DraftChange {
  readonly fields: DraftFields;
  readonly problems: readonly string[];
  readonly added: readonly (NewCaseFile & { readonly kind: DraftFileKind })[];
  readonly removed: readonly string[];
}

const removeFiles = async (db: Db, draftId: string, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const gone = await db
    .deleteFrom('application_draft_file')
    .where('draft_id', '=', draftId)
    .where('id', 'in', ids)
    .returning('id')
    .execute();
  if (gone.length === 0) return;
  // The bytes are swept up once no row names them.
  await db
    .deleteFrom('file')
    .where(
      'id',
      'in',
      gone.map(({ id }) => id),
    )
    .execute();
};

/**
 * Saves what was typed and handed in, in the draft of the secret, which is made where there is none. Another's draft
 * can't be reached: the secret is its only name. Throws `DraftSent`.
 */
export const saveDraft = async (spine: Spine, secret: string, change: DraftChange): Promise<Draft> => {
  const now = spine.now();
  const sealed = spine.cipher.encrypt(
    JSON.stringify({ fields: change.fields, problems: change.problems }),
    place,
  );
  return transact(spine.db, async (db) => {
    const hash = hashOf(secret);
    const saved = { content: sealed, saved_at: now, expires_at: later(now, draftDays * 24 * 60) };
    const row = await db
      .insertInto('application_draft')
      .values({ id: newId(now.getTime()), secret_hash: hash, version: 1, request_id: null, ...saved })
      .onConflict((conflict) =>
        conflict
          .column('secret_hash')
          .doUpdateSet((e) => ({ ...saved, version: e('application_draft.version', '+', 1) }))
          .where('application_draft.request_id', 'is', null),
      )
      .returningAll()
      .executeTakeFirst();
    if (!row) throw new DraftSent();
    await removeFiles(db, row.id, change.removed);
    for (const { kind, file } of change.added) {
      const { id } = await spine.files.keep(db, file);
      await db.insertInto('application_draft_file').values({ draft_id: row.id, id, kind }).execute();
    }
    return present(spine, db, row);
  });
};

/** The draft was sent in the meantime, in another window. */
export class DraftSent extends Error {
  constructor() {
    super('the draft was sent');
    this.name = 'DraftSent';
  }
}

/** Notes what became of a draft, and forgets what was typed: the application has it now. */
export const noteSent = async ({ db, now }: Spine, { id, files }: Draft, requestId: string): Promise<void> =>
  transact(db, async (trx) => {
    await trx
      .updateTable('application_draft')
      .set({ request_id: requestId, content: null, expires_at: later(now(), receiptMinutes) })
      .where('id', '=', id)
      .where('request_id', 'is', null)
      .execute();
    await removeFiles(
      trx,
      id,
      files.map((file) => file.id),
    );
  });

const forget = async (db: Db, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const files = await db
    .selectFrom('application_draft_file')
    .select(['draft_id', 'id'])
    .where('draft_id', 'in', ids)
    .execute();
  for (const { draft_id, id } of files) await removeFiles(db, draft_id, [id]);
  await db.deleteFrom('application_draft').where('id', 'in', ids).execute();
};

/** Forgets a draft with its files, because its writer says so. */
export const forgetDraft = ({ db }: Spine, { id }: Draft): Promise<void> =>
  db.transaction().execute((trx) => forget(trx, [id]));

/** Forgets the drafts whose time is over. Returns how many. */
export const forgetExpiredDrafts = async ({ db, now }: Spine, signal?: AbortSignal): Promise<number> => {
  for (let forgotten = 0; ; ) {
    signal?.throwIfAborted();
    const ids = await db.transaction().execute(async (trx) => {
      const rows = await trx
        .selectFrom('application_draft')
        .select('id')
        .where('expires_at', '<=', now())
        .orderBy('expires_at')
        .limit(100)
        .forUpdate()
        .skipLocked()
        .execute();
      await forget(
        trx,
        rows.map(({ id }) => id),
      );
      return rows;
    });
    forgotten += ids.length;
    if (ids.length === 0) return forgotten;
  }
};
