-- Work lists: who handles an application, whom it waits for, words to find it by, saved views, proposals by article 44.

alter table request
  -- 经办人: given by hand, or whoever handled it first.
  add column officer_id uuid references person,
  -- Whom an open application waits for; null once it is over. Derived from the steps after each of them.
  add column waiting text default 'officer' check (waiting in ('officer', 'reviewer', 'secrecy_reviewer',
    'disclosure_head', 'applicant', 'third_party', 'other_agency')),
  -- Who drafted the reply that is on its way; derived too.
  add column drafted_by uuid references person;
update request set waiting = null where outcome is not null;
alter table request add check ((waiting is null) = (outcome is not null));

-- Open is what waits for somebody: a literal that PostgreSQL can hold against the index, whatever is asked beside it.
drop index request_open_by_due;
create index request_open_by_due on request (agency_id, (coalesce(due_on, 'infinity')), id) where waiting is not null;
create index request_open on request (agency_id, waiting, id) where waiting is not null;
-- All that the counts above a list look at.
create index request_open_counts on request (agency_id, state, waiting, due_on, officer_id, drafted_by)
  where waiting is not null;
create index request_by_officer on request (officer_id, id) where waiting is not null;
create index request_by_drafter on request (drafted_by, id) where waiting is not null;
create index request_by_outcome on request (agency_id, outcome, id) where outcome is not null;
create index request_by_day on request (agency_id, submitted_on, id);

-- Beside the application and not in it: written once, so that a step doesn't write hundreds of tokens again. Keyed
-- hashes only; what they still tell stands in docs/decisions. Made again from the application at any time.
create table request_search (
  agency_id uuid not null,
  request_id uuid not null,
  -- Every two characters that stand together in number, applicant, title, 文号, and how the description begins.
  tokens integer[] not null,
  -- Likeness of matters: applications that share one of these may be near to each other in their wording.
  bands integer[] not null,
  name_index bytea,
  primary key (agency_id, request_id),
  foreign key (agency_id, request_id) references request (agency_id, id)
);
-- Tokens differ by agency, so the index needs no agency.
create index request_search_by_token on request_search using gin (tokens);
create index request_search_by_band on request_search using gin (bands);
create index request_search_by_name on request_search (agency_id, name_index) where name_index is not null;

create table request_view (
  id uuid primary key,
  person_id uuid not null references person,
  -- A view of a name is there once; name and filter may name an applicant and are encrypted.
  name_index bytea not null,
  sealed bytea not null,
  unique (person_id, name_index)
);

-- 条例第四十四条: what several applied for, proposed for proactive disclosure. Kept with the earliest application.
create table proactive_proposal (
  agency_id uuid not null,
  request_id uuid not null,
  state text not null check (state in ('proposed', 'accepted', 'declined')),
  -- The reason given last, encrypted.
  note bytea not null,
  changed_at timestamptz not null,
  primary key (agency_id, request_id),
  foreign key (agency_id, request_id) references request (agency_id, id)
);

-- Work of the officer that is given to somebody else (reassigned, handed over by somebody who leaves) takes the
-- application along, in the same transaction, whichever act gives it.
create function move_request_with_work() returns trigger language plpgsql as $$
begin
  update request set officer_id = new.person_id
  where id = new.subject_id::uuid and waiting is not null and officer_id is distinct from new.person_id;
  return null;
end $$;
create trigger request_follows_its_work after update of person_id on work_item for each row
  when (new.subject_kind = 'request' and new.role = 'officer' and new.done_at is null
    and old.person_id is distinct from new.person_id)
  execute function move_request_with_work();

-- Whoever left handles nothing: what waited for others just then is taken up by whoever of the agency handles it next.
create function free_requests_of_leaver() returns trigger language plpgsql as $$
begin
  update request set officer_id = null where officer_id = new.id and waiting is not null;
  return null;
end $$;
create trigger request_outlives_its_officer after update of left_on on person for each row
  when (new.left_on is not null and old.left_on is null)
  execute function free_requests_of_leaver();
