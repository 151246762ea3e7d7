-- Letters (文书) of a case, each made by a step; the text is encrypted. And the agencies' own templates.
create table request_letter (
  agency_id uuid not null,
  request_id uuid not null,
  id uuid not null,
  -- The step that made it.
  position integer not null,
  template text not null,
  consultation_id uuid,
  state text not null check (state in ('draft', 'issued', 'superseded')),
  number text,
  dated_on date not null,
  -- The document as JSON, encrypted; null once retention has destroyed it.
  document bytea,
  created_at timestamptz not null,
  primary key (agency_id, request_id, id),
  foreign key (agency_id, request_id) references request (agency_id, id)
);
create table letter_template (
  agency_id uuid not null references agency,
  template text not null,
  from_on date not null,
  text text not null,
  primary key (agency_id, template, from_on)
);
