import { replyTemplates } from '@gongkai/statute';
import { sql } from 'kysely';
import { actAs, type Caller, permit, requireConfirmation } from '../../agency/index.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { todayOf } from '../case-clock.ts';
import { forgetSearch } from '../list/search-row.ts';
import { loadCase, type RequestRow } from '../load-case.ts';
import { readFrozen } from './frozen-catalogue.ts';
import { keepUntil, type RetentionYears, readRetention } from './retention.ts';

/** Why a case may not be destroyed; null where it may. */
const whyNot = async (
  { cipher }: Spine,
  db: Db,
  row: RequestRow,
  { periods, today }: { readonly periods: RetentionYears; readonly today: string },
): Promise<string | null> => {
  const frozen = await readFrozen(db, cipher, row);
  if (row.state !== 'archived' || frozen === null) return '还没有归档';
  if (frozen.row.destroyed_on) return '已经销毁';
  const until = keepUntil(frozen.row.archived_on, row.outcome ?? '', periods);
  if (today <= until) return `保存期限到 ${until} 才届满`;
  const hold = await db
    .selectFrom('request_hold')
    .select('since')
    .where('agency_id', '=', row.agency_id)
    .where('request_id', '=', row.id)
    .executeTakeFirst();
  return hold ? '已列为暂缓销毁' : null;
};

/** The rows of files that belong to this case alone go; their bytes are swept up at night, unless another has them. */
const destroyFiles = async (db: Db, { agency_id, id }: RequestRow): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    with own as (
      delete from request_file where agency_id = ${agency_id} and request_id = ${id} returning id
    ), made as (
      delete from request_archive_file where agency_id = ${agency_id} and request_id = ${id} returning id
    )
    select id from own union select id from made`.execute(db);
  if (rows.length === 0) return;
  await sql`
    delete from file f where f.id = any(${rows.map((row) => row.id)}::uuid[])
      and not exists (select from request_file o where o.id = f.id)
      and not exists (select from request_archive_file o where o.id = f.id)
      and not exists (select from application_draft_file o where o.id = f.id)`.execute(db);
};

/** Everything that somebody wrote or handed in; and every hash that finds a person again. */
const destroyContents = async (db: Db, row: RequestRow): Promise<void> => {
  const { agency_id, id } = row;
  await sql`
    update request set applicant = null, content = null, identity_index = null, phone_index = null,
      matter_index = ${Buffer.alloc(0)}
    where agency_id = ${agency_id} and id = ${id}`.execute(db);
  await forgetSearch(db, row);
  await db
    .deleteFrom('proactive_proposal')
    .where('agency_id', '=', agency_id)
    .where('request_id', '=', id)
    .execute();
  await db
    .updateTable('request_step')
    .set({ sealed: null })
    .where('agency_id', '=', agency_id)
    .where('request_id', '=', id)
    .where('sealed', 'is not', null)
    .execute();
  const names = sql.join(
    replyTemplates.map((template) => sql`when ${template.id}::text then ${template.name}::text`),
    sql` `,
  );
  // A heading may name somebody; the kind of letter, its number and its date stay.
  await sql`
    update request_letter set document = null, title = case template ${names} else title end
    where agency_id = ${agency_id} and request_id = ${id}`.execute(db);
  await destroyFiles(db, row);
};

/**
 * 销毁: what was applied for and by whom, every text, letter and file of cases whose period is over is gone for good.
 * What stays is that the case was: its number, dates, steps and outcome, so that no statistic changes. All of the
 * cases or none of them, by the head of the working body, who has to prove once more who they are. Copies in older
 * backups last as long as these do (docs/operations.md).
 *
 * Throws `PermissionDenied`, `Refusal` CONFIRMATION_NEEDED, REQUEST_NOT_FOUND, ARCHIVE_NOT_DUE.
 */
export const destroyCases = async (
  spine: Spine,
  caller: Caller,
  {
    agencyId,
    ids,
    reason,
  }: { readonly agencyId: string; readonly ids: readonly string[]; readonly reason: string },
): Promise<{ readonly destroyed: number }> => {
  await requireConfirmation(spine, caller);
  return actAs(spine, caller, async ({ db, now, record }) => {
    await permit(db, caller, 'request.destroy', agencyId);
    const rule = { periods: await readRetention(db), today: todayOf(now) };
    const rows: RequestRow[] = [];
    const refused: string[] = [];
    // In one order, whatever order they were given in: two who destroy at once don't wait for each other in a ring.
    for (const id of [...new Set(ids)].toSorted()) {
      const { row } = await loadCase(db, id, { lock: true });
      const why = row.agency_id === agencyId ? await whyNot(spine, db, row, rule) : '不是本单位的申请';
      if (why === null) rows.push(row);
      else refused.push(row.agency_id === agencyId ? `${row.number}${why}` : why);
    }
    if (refused.length > 0)
      throw new Refusal(
        'conflict',
        'ARCHIVE_NOT_DUE',
        `所选的案卷有不能销毁的，一件也没有销毁：${refused.slice(0, 5).join('；')}${refused.length > 5 ? `等 ${refused.length} 件` : ''}。请去掉后再提交。`,
        'ids',
      );
    for (const row of rows) {
      await destroyContents(db, row);
      const { documents } = await db
        .updateTable('request_archive')
        .set({ catalogue: null, destroyed_on: rule.today, destroyed_by: caller.actor.id, opinion: reason })
        .where('agency_id', '=', row.agency_id)
        .where('request_id', '=', row.id)
        .returning('documents')
        .executeTakeFirstOrThrow();
      record({
        kind: 'request_destroyed',
        agencyId: row.agency_id,
        subject: { kind: 'request', id: row.id },
        data: { number: row.number, documents, opinion: reason },
      });
    }
    return { destroyed: rows.length };
  });
};
