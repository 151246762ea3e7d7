import { type RawBuilder, sql } from 'kysely';

/**
 * An event as it is hashed and exported: every column but the number of its transaction, which a restore into
 * another cluster changes; the moment to the microsecond as the database holds it.
 */
export interface EventRecord {
  readonly id: number;
  /** UTC, microseconds: 2026-03-16T01:02:03.456789Z. */
  readonly at: string;
  readonly kind: string;
  readonly agency_id: string | null;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly post_id: string | null;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly article: string | null;
  readonly request_id: string | null;
  readonly data: unknown;
}

/** The columns of `EventRecord` of the table (alias) `e`. A `Date` would lose the microseconds. */
export const eventColumns: RawBuilder<EventRecord> = sql`
  e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.kind, e.agency_id, e.actor_kind,
  e.actor_id, e.post_id, e.subject_kind, e.subject_id, e.article, e.request_id, e.data`;

const canonicalValue = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalValue).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  if (names.length === 0) return '{}';
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalValue((value as Record<string, unknown>)[name])}`).join(',')}}`;
};

const text = (value: string | null): string => (value === null ? 'null' : JSON.stringify(value));

/**
 * The one JSON text of an event: names sorted at every level, no white space. Anybody can make it again from an
 * exported line, with any JSON library. Written out by hand because every event of the log goes through here.
 */
export const canonicalEvent = (e: EventRecord): string =>
  `{"actor_id":${text(e.actor_id)},"actor_kind":${text(e.actor_kind)},"agency_id":${text(e.agency_id)},"article":${text(e.article)},"at":${text(e.at)},"data":${canonicalValue(e.data)},"id":${e.id},"kind":${text(e.kind)},"post_id":${text(e.post_id)},"request_id":${text(e.request_id)},"subject_id":${text(e.subject_id)},"subject_kind":${text(e.subject_kind)}}`;
