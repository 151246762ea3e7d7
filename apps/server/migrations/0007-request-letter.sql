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
  -- What it is headed, as lists name it.
  title text not null,
  -- The document and what was filled in for it, as JSON, encrypted; null once retention has destroyed it.
  document bytea,
  created_at timestamptz not null,
  primary key (agency_id, request_id, id),
  foreign key (agency_id, request_id) references request (agency_id, id),
  -- What went out has its number, the receipt of registration alone needs none.
  check (number is not null or state <> 'issued' or template = 'registration_receipt')
);
create unique index request_letter_number_once on request_letter (agency_id, number) where number is not null;

create table letter_template (
  agency_id uuid not null references agency,
  template text not null,
  from_on date not null,
  -- Null: from this day on the built-in text again.
  text text,
  primary key (agency_id, template, from_on)
);

-- Letters other than replies are counted by themselves.
alter table request_number drop constraint request_number_series_check;
alter table request_number add constraint request_number_series_check
  check (series in ('registration', 'reply', 'letter'));

-- What letters say of an agency; null where it follows from its place in the tree, or from the guide (公开指南).
alter table agency
  -- 行政复议法第二十四条至第二十八条: who reconsiders hangs on the kind of organ.
  add column organ_kind text,
  add column review_government text,
  add column review_department text,
  add column local_government text,
  add column court text,
  -- One line each.
  add column letter_contact text,
  add column return_to text,
  add column fee_payment text;
