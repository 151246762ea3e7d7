import { actAs, type Caller, permit } from '../../agency/index.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Cipher } from '../../platform/secret/cipher.ts';
import type { Spine } from '../../platform/spine.ts';
import { todayOf } from '../case-clock.ts';
import { loadCase, type RequestRow } from '../load-case.ts';
import { readFrozen } from './frozen-catalogue.ts';

const place = 'request_hold.reason';

/** Why a case may not be destroyed now; null where nobody said so. */
export const readHold = async (
  db: Db,
  cipher: Cipher,
  { agency_id, id }: Pick<RequestRow, 'agency_id' | 'id'>,
): Promise<{ readonly since: string; readonly by: string; readonly reason: string } | null> => {
  const row = await db
    .selectFrom('request_hold')
    .innerJoin('person', 'person.id', 'request_hold.person_id')
    .select(['request_hold.since', 'request_hold.reason', 'person.name'])
    .where('request_hold.agency_id', '=', agency_id)
    .where('request_hold.request_id', '=', id)
    .executeTakeFirst();
  return row ? { since: row.since, by: row.name, reason: cipher.decrypt(row.reason, place) } : null;
};

export const openHoldReason = (cipher: Cipher, reason: Buffer): string => cipher.decrypt(reason, place);

/**
 * 暂缓销毁: a case in reconsideration, litigation or under inspection is not destroyed, whatever its period. Throws
 * `PermissionDenied`, `Refusal` REQUEST_NOT_FOUND, HOLD_PRESENT, ARCHIVE_DESTROYED.
 */
export const holdCase = (
  spine: Spine,
  caller: Caller,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Record<string, never>> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    const { row } = await loadCase(db, id, { lock: true });
    await permit(db, caller, 'request.hold', row.agency_id);
    if ((await readFrozen(db, spine.cipher, row))?.row.destroyed_on)
      throw new Refusal('conflict', 'ARCHIVE_DESTROYED', '这件案卷已按保存期限销毁，不必暂缓。');
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto('request_hold')
      .values({
        agency_id: row.agency_id,
        request_id: id,
        since: todayOf(now),
        person_id: caller.actor.id!,
        reason: spine.cipher.encrypt(reason, place),
      })
      .onConflict((conflict) => conflict.columns(['agency_id', 'request_id']).doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n)
      throw new Refusal('conflict', 'HOLD_PRESENT', '这件案卷已经列为暂缓销毁。请刷新后查看。');
    record({
      kind: 'request_hold_placed',
      agencyId: row.agency_id,
      subject: { kind: 'request', id },
      data: { number: row.number },
    });
    return {};
  });

/** Ends it. Throws `PermissionDenied`, `Refusal` REQUEST_NOT_FOUND, HOLD_ABSENT. */
export const releaseCase = (
  spine: Spine,
  caller: Caller,
  { id }: { readonly id: string },
): Promise<Record<string, never>> =>
  actAs(spine, caller, async ({ db, record }) => {
    const { row } = await loadCase(db, id, { lock: true });
    await permit(db, caller, 'request.hold', row.agency_id);
    const { numDeletedRows } = await db
      .deleteFrom('request_hold')
      .where('agency_id', '=', row.agency_id)
      .where('request_id', '=', id)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n)
      throw new Refusal('conflict', 'HOLD_ABSENT', '这件案卷没有列为暂缓销毁。请刷新后查看。');
    record({
      kind: 'request_hold_released',
      agencyId: row.agency_id,
      subject: { kind: 'request', id },
      data: { number: row.number },
    });
    return {};
  });
