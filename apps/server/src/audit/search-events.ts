import { type AuditEvent, type AuditSearch, eventSentence } from '@gongkai/contract';
import { sql } from 'kysely';
import { type Caller, permit, recordReading } from '../agency/index.ts';
import type { ActorKind } from '../platform/database/tables.ts';
import { type EventRecord, eventColumns } from '../platform/event/canonical-event.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { allOf, criteriaConditions } from './criteria.ts';

interface Row extends EventRecord {
  readonly actor_kind: ActorKind;
  readonly agency_name: string | null;
  readonly person_name: string | null;
  readonly token_name: string | null;
  /** Whom it was done to. */
  readonly subject_name: string | null;
  readonly position: number | null;
}

/** What stands in the sentence where no name is known, or none may be shown. */
const unnamed: Readonly<Record<ActorKind, string>> = {
  person: '工作人员',
  applicant: '申请人',
  token: '外部系统',
  system: '系统',
  visitor: '未登录的访问者',
};

const present = (row: Row): AuditEvent => {
  const name = row.person_name ?? row.token_name;
  const data = row.data as Readonly<Record<string, unknown>>;
  return {
    id: row.id,
    at: row.at,
    kind: row.kind,
    sentence: eventSentence(
      row.kind,
      { actor: name ?? unnamed[row.actor_kind], agency: row.agency_name, person: row.subject_name },
      data,
    ),
    agency:
      row.agency_id && row.agency_name !== null ? { id: row.agency_id, shortName: row.agency_name } : null,
    actor: { kind: row.actor_kind, id: row.actor_id, name },
    subject: { kind: row.subject_kind, id: row.subject_id },
    article: row.article,
    requestId: row.request_id,
    data,
    position: row.position,
  };
};

/** A place between two events, as a client carries it from page to page. */
const writePlace = ({ at, id }: Row): string => Buffer.from(`${at} ${id}`).toString('base64url');

const readPlace = (place: string): { readonly at: string; readonly id: number } => {
  const [, at, id] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z) (\d{1,15})$/.exec(
      Buffer.from(place, 'base64url').toString('latin1'),
    ) ?? [];
  if (!at || !id)
    throw new Refusal('invalid', 'PAGE_INVALID', '页码无法识别。请回到第一页重新查询。', 'after');
  return { at, id: Number(id) };
};

/**
 * A page of the audit log, newest first. Pages are found by the place where the one before ended, so the last is as
 * quick as the first. The first page of a search stands in the record, with what was looked for.
 */
export const searchEvents = async (
  spine: Spine,
  caller: Caller,
  { after, size, ...criteria }: AuditSearch,
): Promise<{ readonly items: AuditEvent[]; readonly next: string | null }> => {
  const agencyId = criteria.agencyId ?? caller.agencyId;
  const place = after === undefined ? null : readPlace(after);
  await recordReading(spine, caller, async ({ db, record }) => {
    await permit(db, caller, 'audit.search', agencyId);
    if (place === null)
      record({
        kind: 'audit_searched',
        agencyId,
        subject: { kind: 'agency', id: agencyId },
        data: { criteria },
      });
  });
  const conditions = await criteriaConditions(spine.db, caller, 'audit.search', criteria);
  const { rows } = await sql<Row>`
    select found.*, a.short_name as agency_name, p.name as person_name, t.name as token_name,
      s.name as subject_name, l.position
    from (
      select ${eventColumns}, e.at as moment from event e
      where ${allOf([...conditions, ...(place ? [sql<boolean>`(e.at, e.id) < (${place.at}::timestamptz, ${place.id})`] : [])])}
      order by e.at desc, e.id desc limit ${size + 1}
    ) found
    left join agency a on a.id = found.agency_id
    left join person p on found.actor_kind = 'person' and p.id = found.actor_id
    left join api_token t on found.actor_kind = 'token' and t.id = found.actor_id
    left join person s
      on s.id = case
        when found.subject_kind = 'person' then found.subject_id::uuid
        when found.data ->> 'person' ~ '^[0-9a-f-]{36}$' then (found.data ->> 'person')::uuid
      end
    left join event_link l on l.event_id = found.id
    order by found.moment desc, found.id desc`.execute(spine.db);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { items: shown.map(present), next: last && rows.length > size ? writePlace(last) : null };
};
