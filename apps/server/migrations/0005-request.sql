-- 依申请公开: applications, what was done with each, and the numbers they get.

-- The last number of a series of an agency in a year. The row is locked until the act that takes a number ends, so
-- numbers have neither gaps nor doubles.
create table request_number (
  agency_id uuid not null references agency,
  series text not null check (series in ('registration', 'reply')),
  year integer not null,
  last integer not null,
  primary key (agency_id, series, year)
);

create table request (
  agency_id uuid not null references agency,
  id uuid not null,
  year integer not null,
  serial integer not null,
  -- 登记编号: 区政府办依申请〔2026〕12号.
  number text not null,
  state text not null check (state in ('awaiting_confirmation', 'handling', 'awaiting_correction',
    'awaiting_payment', 'in_review', 'in_secrecy_review', 'awaiting_approval', 'approved', 'signed', 'delivered',
    'abandoned', 'withdrawn', 'archived')),
  channel text not null,
  -- A column of the annual report's table 三.
  applicant_kind text not null check (applicant_kind in ('naturalPerson', 'business', 'research', 'publicInterest',
    'legalService', 'other')),
  -- 条例第二十九条第二款第（三）项: the form wanted, and how it is to reach the applicant.
  form text not null check (form in ('paper', 'electronic', 'disc', 'inspection')),
  way text not null check (way in ('in_person', 'post', 'electronic', 'fax')),
  -- Personal data, encrypted as JSON; null once retention has destroyed it.
  applicant bytea,
  content bytea,
  -- Keyed hashes: the same person, the same telephone, the same matter (条例第三十五条、第三十六条第（六）项).
  identity_index bytea,
  phone_index bytea,
  matter_index bytea not null,
  submitted_on date not null,
  -- What the clock said after the last act, to sort lists by; derived from the steps again at any time.
  received_on date,
  due_on date,
  -- 办理结果: exactly one from the moment the request is over.
  outcome text,
  created_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, year, serial),
  check ((outcome is null) = (state not in ('delivered', 'abandoned', 'withdrawn', 'archived')))
);
create index request_by_id on request (id);
create index request_by_number on request (number);
create index request_by_identity on request (agency_id, identity_index) where identity_index is not null;
create index request_by_phone on request (agency_id, phone_index) where phone_index is not null;
create index request_by_state on request (agency_id, state, id);
create index request_open_by_due on request (agency_id, (coalesce(due_on, 'infinity')), id)
  where state not in ('delivered', 'abandoned', 'withdrawn', 'archived');

-- What was done with a request, in order, each act once: facts, clock and timeline are read from here. Retention may
-- prune the audit log; this it never touches.
create table request_step (
  agency_id uuid not null,
  request_id uuid not null,
  position integer not null,
  step text not null,
  -- The civil date on which it happened, which may be before it was entered.
  happened_on date not null,
  at timestamptz not null,
  person_id uuid references person,
  -- Dates, numbers, ids and words of a closed vocabulary; never personal data.
  facts jsonb not null default '{}',
  -- Every text that somebody wrote, encrypted as JSON; null where there is none or retention has destroyed it.
  sealed bytea,
  primary key (agency_id, request_id, position),
  foreign key (agency_id, request_id) references request (agency_id, id)
);

create function keep_request_steps() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.sealed is null
    and (new.agency_id, new.request_id, new.position, new.step, new.happened_on, new.at, new.facts)
      = (old.agency_id, old.request_id, old.position, old.step, old.happened_on, old.at, old.facts)
    and new.person_id is not distinct from old.person_id then
    return new;
  end if;
  raise exception 'steps of a request are written once: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger request_step_is_written_once before update or delete on request_step
  for each row execute function keep_request_steps();
create trigger request_step_is_not_truncated before truncate on request_step
  for each statement execute function keep_request_steps();
