-- Jobs that waited when a backup was made. The queue itself (schema job) is made anew by the program that starts on
-- the restored database, and takes these over then.
create table waiting_job (
  name text not null,
  data jsonb not null,
  once_key text not null,
  start_after timestamptz not null
);
