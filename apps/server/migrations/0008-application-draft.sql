-- Applications that citizens are still writing: kept for a while, encrypted, so that nothing typed is lost.

create table application_draft (
  -- Goes with the sending as its key: sent twice, it is received once.
  id uuid primary key,
  -- SHA-256 of the secret that the citizen's cookie carries; the secret stands nowhere.
  secret_hash bytea not null unique,
  -- Counts the savings: what is sent is what was reviewed.
  version integer not null,
  -- What was typed, as JSON, encrypted; null once it was sent.
  content bytea,
  -- The application that became of it.
  request_id uuid,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  check ((content is null) = (request_id is not null))
);
create index application_draft_by_expiry on application_draft (expires_at);

-- What was handed in with it. The bytes are in the file store, encrypted.
create table application_draft_file (
  draft_id uuid not null references application_draft,
  id uuid not null references file,
  kind text not null check (kind in ('identity_proof', 'attachment')),
  primary key (draft_id, id)
);
