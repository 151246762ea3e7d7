import { type ExpiredCase, expiredPageSize } from '@gongkai/contract';
import { outcomes } from '@gongkai/statute';
import { type RawBuilder, sql } from 'kysely';
import { type Caller, permitReading } from '../../agency/index.ts';
import type { Spine } from '../../platform/spine.ts';
import { todayOf } from '../case-clock.ts';
import { nameOfOutcome } from '../present-line.ts';
import { openHoldReason } from './hold-case.ts';
import {
  keepUntil,
  type RetentionKind,
  type RetentionYears,
  readRetention,
  retentionKind,
} from './retention.ts';

/** What was archived before the day on which its period ran out, by how it ended. */
const hasExpired = (periods: RetentionYears, today: string): RawBuilder<boolean> => {
  const conditions = (Object.keys(periods) as RetentionKind[]).map((kind) => {
    const ids = outcomes.map(({ id }) => id as string).filter((id) => retentionKind(id) === kind);
    const before = `${String(Number(today.slice(0, 4)) - periods[kind]).padStart(4, '0')}-01-01`;
    return sql<boolean>`(r.outcome = any(${ids}) and a.archived_on < ${before}::date)`;
  });
  return sql`(${sql.join(conditions, sql` or `)})`;
};

interface ExpiredRow {
  readonly id: string;
  readonly number: string;
  readonly outcome: string;
  readonly archived_on: string;
  readonly documents: number;
  readonly reason: Buffer | null;
}

/**
 * Cases whose period is over (保存期限届满) and that aren't destroyed, the oldest first; held ones among them, with
 * the reason. Throws `PermissionDenied`.
 */
export const listExpired = async (
  spine: Spine,
  caller: Caller,
  { agencyId, page }: { readonly agencyId: string; readonly page: number },
): Promise<{ readonly items: ExpiredCase[]; readonly total: number }> => {
  const { db, cipher } = spine;
  await permitReading(spine, caller, 'request.destroy', agencyId);
  const periods = await readRetention(db);
  const from = sql`
    from request_archive a
    join request r on r.agency_id = a.agency_id and r.id = a.request_id
    left join request_hold h on h.agency_id = a.agency_id and h.request_id = a.request_id
    where a.agency_id = ${agencyId} and a.destroyed_on is null and ${hasExpired(periods, todayOf(spine.now()))}`;
  const { rows } = await sql<ExpiredRow>`
    select r.id, r.number, r.outcome, a.archived_on, a.documents, h.reason ${from}
    order by a.archived_on, r.id limit ${expiredPageSize} offset ${(page - 1) * expiredPageSize}`.execute(db);
  const { rows: counts } = await sql<{ total: number }>`select count(*) as total ${from}`.execute(db);
  return {
    items: rows.map(({ id, number, outcome, archived_on, documents, reason }) => ({
      id,
      number,
      endedOn: archived_on,
      keepUntil: keepUntil(archived_on, outcome, periods),
      outcomeName: nameOfOutcome(outcome) ?? '',
      documents,
      hold: reason && openHoldReason(cipher, reason),
    })),
    total: counts[0]?.total ?? 0,
  };
};
