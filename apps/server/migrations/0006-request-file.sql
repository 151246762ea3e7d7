-- The files of a case (案卷材料): what applicants handed in, what was searched and found, what is provided, proofs.
create table request_file (
  agency_id uuid not null references agency,
  request_id uuid not null,
  -- The id of the file in the file store.
  id uuid not null references file,
  kind text not null check (kind in ('identity_proof', 'attachment', 'scan', 'correction', 'search_evidence',
    'consultation', 'opinion', 'information', 'redacted', 'proof', 'other')),
  -- Who added it: the applicant, somebody of the agency, or neither: another system.
  is_from_applicant boolean not null,
  person_id uuid references person,
  added_at timestamptz not null,
  -- 区分处理: the areas blacked out, kept to be gone on with; of a redacted file the one that it was made from, and
  -- how many areas carry which reason. Places and codes, never what stood there.
  areas jsonb,
  original_id uuid,
  reasons jsonb,
  is_provided boolean not null default false,
  -- Added by mistake: who took it out, when, and why, encrypted.
  removed_on date,
  removed_by uuid references person,
  removal bytea,
  primary key (agency_id, request_id, id),
  foreign key (agency_id, request_id) references request (agency_id, id),
  foreign key (agency_id, request_id, original_id) references request_file (agency_id, request_id, id),
  check ((original_id is null) = (kind <> 'redacted')),
  -- Only what was asked for is provided, whole or redacted.
  check (not is_provided or (kind in ('information', 'redacted') and removed_on is null)),
  check (not is_from_applicant or person_id is null)
);
create index request_file_by_id on request_file (id);
