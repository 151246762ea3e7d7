-- The files of a case (案卷材料): what applicants handed in, what was searched and found, what is provided, proofs.
create table request_file (
  agency_id uuid not null,
  request_id uuid not null,
  -- The id of the file in the file store.
  id uuid not null references file,
  kind text not null check (kind in ('identity_proof', 'attachment', 'scan', 'correction', 'search_evidence',
    'consultation', 'opinion', 'information', 'redacted', 'proof', 'other')),
  -- Who added it; null: the applicant.
  person_id uuid references person,
  added_at timestamptz not null,
  -- 区分处理: the file that this one was made from, and the areas blacked out, kept to be gone on with.
  original_id uuid,
  areas jsonb,
  is_provided boolean not null default false,
  removed_on date,
  primary key (agency_id, request_id, id),
  foreign key (agency_id, request_id) references request (agency_id, id)
);
create index request_file_by_id on request_file (id);
