import type { ColumnType, Generated } from 'kysely';

/** JSON that is written as text (`JSON.stringify`) and read parsed. */
export type Json<T> = ColumnType<T, string, string>;

export interface EventTable {
  readonly id: Generated<number>;
  readonly at: Generated<Date>;
  readonly kind: string;
  readonly agency_id: string | null;
  readonly actor_kind: ActorKind;
  readonly actor_id: string | null;
  readonly post_id: string | null;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly article: string | null;
  readonly request_id: string | null;
  readonly data: Json<Readonly<Record<string, unknown>>>;
  readonly xid: Generated<string>;
}

export type ActorKind = 'person' | 'applicant' | 'token' | 'system' | 'visitor';

export interface EventLinkTable {
  readonly position: number;
  readonly event_id: number;
  readonly algorithm: string;
  readonly hash: Buffer;
}

export interface EventChainHeadTable {
  readonly only_one: Generated<boolean>;
  position: number;
  hash: Buffer;
  sealed_before: string;
  pruned_position: number;
  pruned_hash: Buffer;
}

export interface DoneOnceTable {
  readonly key: string;
  readonly actor_id: string | null;
  readonly asked: Generated<string>;
  readonly at: Generated<Date>;
  readonly result: Json<unknown>;
}

export interface FileTable {
  readonly id: string;
  readonly agency_id: string | null;
  readonly sha256: Buffer;
  readonly size: number;
  readonly media_type: string;
  readonly name: Buffer;
  readonly is_encrypted: boolean;
  readonly created_at: Generated<Date>;
}

export interface MailTable {
  readonly id: string;
  readonly created_at: Generated<Date>;
  readonly recipient: Buffer;
  readonly subject: Buffer;
  readonly body: Buffer;
  state: Generated<'waiting' | 'sent' | 'failed'>;
  attempts: Generated<number>;
  sent_at: Date | null;
  problem: string | null;
}

export interface NotificationTable {
  readonly id: string;
  readonly person_id: string;
  readonly created_at: Generated<Date>;
  readonly kind: string;
  readonly text: string;
  readonly link: string | null;
  read_at: Date | null;
}

export interface SettingTable {
  readonly name: string;
  value: Json<unknown>;
  changed_at: Generated<Date>;
}

export interface WaitingJobTable {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly once_key: string;
  readonly start_after: Date;
}

export interface RateBucketTable {
  readonly key: string;
  tokens: number;
  at: Date;
}

/**
 * Every table of the database. The platform's own stand here; an area adds its own to this interface where it
 * declares them (`declare module '../platform/database/tables.ts'`), so that queries are typed everywhere and
 * the platform knows nothing of the field.
 */
export interface Tables {
  event: EventTable;
  event_link: EventLinkTable;
  event_chain_head: EventChainHeadTable;
  done_once: DoneOnceTable;
  file: FileTable;
  mail: MailTable;
  notification: NotificationTable;
  setting: SettingTable;
  rate_bucket: RateBucketTable;
}
