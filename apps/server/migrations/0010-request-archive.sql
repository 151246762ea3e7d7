-- Archive of cases: what was in the file of a case when it was archived, holds, and destruction by rule.

-- One row for each case that was archived and frozen.
create table request_archive (
  agency_id uuid not null references agency,
  request_id uuid not null,
  archived_on date not null,
  frozen_at timestamptz not null,
  -- 卷内文件目录 as JSON, encrypted: file names tell of people; null once retention has destroyed it.
  catalogue bytea,
  -- SHA-256 of the catalogue's text, which holds that of every document; it outlives the destruction.
  catalogue_sha256 bytea not null,
  documents integer not null,
  -- 销毁: when, by whom, and on what opinion (鉴定意见).
  destroyed_on date,
  destroyed_by uuid references person,
  opinion text,
  primary key (agency_id, request_id),
  foreign key (agency_id, request_id) references request (agency_id, id),
  check ((destroyed_on is null) = (destroyed_by is null) and (destroyed_on is null) = (opinion is null)),
  check (destroyed_on is null or catalogue is null)
);
create index request_archive_by_age on request_archive (agency_id, archived_on, request_id)
  where destroyed_on is null;

-- The documents that were made for the archive: sheets and letters as they stood then.
create table request_archive_file (
  agency_id uuid not null,
  request_id uuid not null,
  id uuid not null references file,
  primary key (agency_id, request_id, id),
  foreign key (agency_id, request_id) references request_archive (agency_id, request_id)
);

-- 暂缓销毁: reconsideration, litigation, an inspection under way. The reason may name people and is encrypted.
create table request_hold (
  agency_id uuid not null,
  request_id uuid not null,
  since date not null,
  person_id uuid not null references person,
  reason bytea not null,
  primary key (agency_id, request_id),
  foreign key (agency_id, request_id) references request (agency_id, id)
);
