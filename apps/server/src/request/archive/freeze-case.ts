import { sql } from 'kysely';
import { act } from '../../platform/act.ts';
import { systemActor } from '../../platform/event/event.ts';
import type { JobDefinition } from '../../platform/job/job-definition.ts';
import type { ReceivedFile, Spine } from '../../platform/spine.ts';
import { loadCase } from '../load-case.ts';
import type { ArchiveDocument } from './archive-item.ts';
import { readArchiveRecord } from './archive-record.ts';
import { type FreezeCase, freezeCaseJobName } from './freeze-job-name.ts';
import { sealCatalogue } from './frozen-catalogue.ts';
import { itemsOfCase } from './items-of-case.ts';
import { measureItem } from './measure-items.ts';

const isFrozen = async ({ db }: Spine, id: string): Promise<boolean> =>
  (await db
    .selectFrom('request_archive')
    .select('request_id')
    .where('request_id', '=', id)
    .executeTakeFirst()) !== undefined;

/**
 * Freezes the file of an archived case: the sheets and letters are made and kept as files, and the catalogue with the
 * SHA-256 of every document is written, so that later copies can be held against it. Done a second time it does
 * nothing. Throws `BytesLost` where the store has lost a file of the case.
 */
export const freezeCase = async (spine: Spine, id: string): Promise<void> => {
  const found = await loadCase(spine.db, id);
  const { row, facts, steps } = found;
  if (facts.state !== 'archived' || (await isFrozen(spine, id))) return;
  const record = await readArchiveRecord(spine, found);
  const made: { readonly document: ArchiveDocument; readonly received: ReceivedFile | null }[] = [];
  for (const [index, item] of itemsOfCase(record).entries()) {
    const { document, bytes } = await measureItem(spine, item, {
      serial: index + 1,
      isLater: false,
      lane: id,
    });
    const received =
      bytes &&
      (await spine.files.receive({ agencyId: row.agency_id, name: document.path, bytes, encrypted: true }));
    made.push({ document, received });
  }
  await act({ db: spine.db, actor: systemActor, now: spine.now }, async ({ db, now, record: note }) => {
    const { row: locked, facts: current } = await loadCase(db, id, { lock: true });
    // Of two that freeze at once the second finds it done; what the first doesn't name is swept up.
    if (current.state !== 'archived' || (await isFrozen({ ...spine, db }, id))) return;
    const documents: ArchiveDocument[] = [];
    const files: string[] = [];
    for (const { document, received } of made) {
      const kept = received && (await spine.files.keep(db, received));
      if (kept) files.push(kept.id);
      documents.push(kept ? { ...document, fileId: kept.id } : document);
    }
    const sealed = sealCatalogue(spine.cipher, documents);
    await db
      .insertInto('request_archive')
      .values({
        agency_id: locked.agency_id,
        request_id: id,
        archived_on: steps.findLast(({ step }) => step === 'archive')!.on,
        frozen_at: now,
        ...sealed,
      })
      .execute();
    if (files.length > 0)
      await db
        .insertInto('request_archive_file')
        .values(files.map((file) => ({ agency_id: locked.agency_id, request_id: id, id: file })))
        .execute();
    note({
      kind: 'request_archive_frozen',
      agencyId: locked.agency_id,
      subject: { kind: 'request', id },
      data: {
        number: locked.number,
        documents: documents.length,
        catalogue: sealed.catalogue_sha256.toString('hex'),
      },
    });
  });
};

/** Cases frozen in one night at most; the rest follows the night after. */
const mostAtNight = 2_000;

/** What was archived and never frozen: by an older version, or because the job was given up. */
const freezeRest = async (spine: Spine, signal: AbortSignal): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    select r.id from request r
    where r.state = 'archived'
      and not exists (select from request_archive a where a.agency_id = r.agency_id and a.request_id = r.id)
    order by r.id limit ${mostAtNight}`.execute(spine.db);
  let failed: unknown;
  for (const { id } of rows) {
    signal.throwIfAborted();
    await freezeCase(spine, id).catch((error) => {
      failed = error;
    });
  }
  if (failed !== undefined) throw failed;
};

/** Enqueued by the step 归档. */
export const freezeCaseJob: JobDefinition = {
  name: freezeCaseJobName,
  title: '固定归档案卷的目录和文件',
  concurrency: 1,
  retries: 8,
  retryDelay: 60,
  longestDelay: 3600,
  limit: 30 * 60,
  run: (spine, data) => freezeCase(spine, (data as unknown as FreezeCase).requestId),
};

export const freezeRestJob: JobDefinition = {
  name: 'freeze_archived_rest',
  title: '补作没有固定的归档案卷',
  concurrency: 1,
  retries: 2,
  retryDelay: 600,
  longestDelay: 3600,
  limit: 4 * 3600,
  schedule: '10 1 * * *',
  run: (spine, _, { signal }) => freezeRest(spine, signal),
};
