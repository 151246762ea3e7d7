import { type AuditCriteria, eventKindNames, eventKinds } from '@gongkai/contract';
import { type RawBuilder, sql } from 'kysely';
import { type Caller, reachableAgencies, rootAgencyId } from '../agency/index.ts';
import type { Db } from '../platform/database/open-database.ts';

type Condition = RawBuilder<boolean>;
type AuditAction = 'audit.search' | 'audit.export';

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

const actorCondition = (actor: string): Condition =>
  isUuid(actor)
    ? sql`e.actor_id = ${actor}::uuid`
    : sql`e.actor_kind = 'person' and e.actor_id = (select id from person where lower(username) = lower(${actor}))`;

/** Whether somebody audits the whole installation: also what belongs to no agency. */
export const auditsEverything = async (
  db: Db,
  caller: Caller,
  action: AuditAction,
): Promise<{ readonly everything: boolean; readonly agencyIds: readonly string[] }> => {
  const agencyIds = await reachableAgencies(db, caller, action);
  const root = await rootAgencyId(db);
  return { everything: root !== null && agencyIds.includes(root), agencyIds };
};

/**
 * The criteria as conditions on the table `event` (alias `e`), the caller's reach among them: an auditor of one
 * agency sees that one's events, an auditor at the top also those of no agency.
 */
export const criteriaConditions = async (
  db: Db,
  caller: Caller,
  action: AuditAction,
  criteria: AuditCriteria,
): Promise<readonly Condition[]> => {
  const { from, until, kind, area, agencyId, actorKind, actorId, subjectKind, subjectId, requestId } =
    criteria;
  const conditions: Condition[] = [];
  if (agencyId) conditions.push(sql`e.agency_id = ${agencyId}`);
  else {
    const { everything, agencyIds } = await auditsEverything(db, caller, action);
    if (!everything) conditions.push(sql`e.agency_id = any(${agencyIds}::uuid[])`);
  }
  if (from) conditions.push(sql`e.at >= ${from}::timestamptz`);
  if (until) conditions.push(sql`e.at < ${until}::timestamptz`);
  if (kind) conditions.push(sql`e.kind = ${kind}`);
  if (area) {
    const kinds = eventKindNames.filter((name) => eventKinds[name].area === area);
    conditions.push(sql`e.kind = any(${kinds})`);
  }
  if (actorKind) conditions.push(sql`e.actor_kind = ${actorKind}`);
  if (actorId) conditions.push(actorCondition(actorId));
  if (subjectKind) conditions.push(sql`e.subject_kind = ${subjectKind}`);
  if (subjectId) conditions.push(sql`e.subject_id = ${subjectId}`);
  if (requestId) conditions.push(sql`e.request_id = ${requestId}`);
  return conditions;
};

export const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`true` : sql`${sql.join([...conditions], sql` and `)}`;
