-- The spine: events and their chain, acts done once, files, mail, notifications, settings, rate limits.

create table event (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  kind text not null,
  agency_id uuid,
  actor_kind text not null check (actor_kind in ('person', 'applicant', 'token', 'system', 'visitor')),
  actor_id uuid,
  post_id uuid,
  subject_kind text not null,
  subject_id text not null,
  article text,
  request_id text,
  -- Never personal data of applicants: what the event says must be readable for ever.
  data jsonb not null default '{}',
  -- The writing transaction: the sealer takes events in the order in which transactions ended before its horizon.
  xid xid8 not null default pg_current_xact_id()
);
create index event_by_xid on event (xid, id);
-- The audit log is read newest first, narrowed by time and by one of these.
create index event_by_time on event (at, id);
create index event_by_agency on event (agency_id, at, id);
create index event_by_kind on event (kind, at, id);
create index event_by_actor on event (actor_id, at, id) where actor_id is not null;
create index event_by_request on event (request_id) where request_id is not null;
-- What happened to one thing, in order.
create index event_by_subject on event (subject_id, subject_kind, id);

-- The hash chain over the events: link n holds the hash of link n-1 together with its event.
create table event_link (
  position bigint primary key,
  event_id bigint not null unique,
  algorithm text not null,
  hash bytea not null
);
create table event_chain_head (
  only_one boolean primary key default true check (only_one),
  position bigint not null,
  hash bytea not null,
  -- Every event of a transaction before this one is linked.
  sealed_before xid8 not null default pg_current_xact_id(),
  -- What was pruned by retention ends at this link; verification starts from its hash.
  pruned_position bigint not null default 0,
  pruned_hash bytea not null
);
insert into event_chain_head (position, hash, sealed_before, pruned_hash)
values (0, '\x', pg_current_xact_id(), '\x');

-- Events and links are written once. Retention, and nothing else, may remove the oldest.
create function refuse_to_rewrite_events() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('gongkai.pruning', true) = 'on' then
    return old;
  end if;
  raise exception 'events are written once: % on % refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger event_is_written_once before update or delete on event
  for each row execute function refuse_to_rewrite_events();
create trigger event_is_not_truncated before truncate on event
  for each statement execute function refuse_to_rewrite_events();
create trigger event_link_is_written_once before update or delete on event_link
  for each row execute function refuse_to_rewrite_events();
create trigger event_link_is_not_truncated before truncate on event_link
  for each statement execute function refuse_to_rewrite_events();

-- An act that was sent twice (double click, retry after a lost answer) is done once: its result is kept by key.
create table done_once (
  key text primary key,
  actor_id uuid,
  -- A hash of what was asked: the same key with something else is a mistake of the sender's, and refused.
  asked text not null default '',
  at timestamptz not null default now(),
  result jsonb not null
);
create index done_once_by_age on done_once (at);

-- Content-addressed files; the bytes are in the file store under the hash of what was handed in.
create table file (
  id uuid primary key,
  agency_id uuid,
  sha256 bytea not null,
  size bigint not null,
  media_type text not null,
  -- The name it was handed in with, encrypted where it may tell of a person.
  name bytea not null,
  is_encrypted boolean not null,
  created_at timestamptz not null default now()
);
create index file_by_hash on file (sha256);

-- What the program has to send; sent by a job. Addresses and texts are encrypted.
create table mail (
  id uuid primary key,
  created_at timestamptz not null default now(),
  recipient bytea not null,
  subject bytea not null,
  body bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  sent_at timestamptz,
  problem text
);
create index mail_by_age on mail (created_at desc);
-- What waits or failed is little beside what was sent.
create index mail_unsent on mail (state, created_at desc) where state <> 'sent';

create table notification (
  id uuid primary key,
  person_id uuid not null,
  created_at timestamptz not null default now(),
  kind text not null,
  text text not null,
  link text,
  read_at timestamptz
);
create index notification_unread on notification (person_id, created_at desc) where read_at is null;
create index notification_by_person on notification (person_id, created_at desc);

-- Settings that differ from their defaults; which there are, and their ranges, is data in the code.
create table setting (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);

-- Token buckets shared by all processes; lost at a crash, which is harmless.
create unlogged table rate_bucket (
  key text primary key,
  tokens double precision not null,
  at timestamptz not null
);
