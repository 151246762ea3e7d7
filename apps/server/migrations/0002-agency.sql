-- Agencies in a tree, people, their posts and roles, sign-in, tokens, open work, the calendar.

create table agency (
  id uuid primary key,
  parent_id uuid references agency,
  kind text not null check (kind in ('government', 'department', 'township')),
  name text not null,
  short_name text not null,
  -- 统一社会信用代码, 区划代码 (GB/T 2260), the organisation code that index numbers begin with.
  credit_code text,
  region_code text not null,
  organisation_code text,
  -- The government's general office that supervises disclosure (主管部门).
  is_competent boolean not null default false,
  -- 条例第十二条: how the working body (工作机构) is reached.
  working_body text,
  address text,
  office_hours text,
  phone text,
  fax text,
  email text,
  sort integer not null default 0,
  created_at timestamptz not null default now(),
  closed_on date,
  check (parent_id is null or parent_id <> id)
);
create index agency_by_parent on agency (parent_id, sort, name);
-- A closed agency's name and code may come back with its successor.
create unique index agency_name_once on agency (name) where closed_on is null;
create unique index agency_credit_code_once on agency (credit_code) where closed_on is null;
-- 条例第三条: a government has one competent department.
create unique index agency_competent_once on agency (parent_id) where is_competent and closed_on is null;

create table person (
  id uuid primary key,
  agency_id uuid not null references agency,
  username text not null,
  name text not null,
  phone bytea,
  email bytea,
  password_hash text not null,
  password_changed_at timestamptz not null default now(),
  must_change_password boolean not null default true,
  -- Hashes of earlier passwords, newest first, so that they aren't used again.
  earlier_passwords text[] not null default '{}',
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- The last time step that a code was accepted for: no code counts twice.
  totp_last_step bigint,
  recovery_codes text[] not null default '{}',
  created_at timestamptz not null default now(),
  left_on date
);
create unique index person_by_username on person (lower(username));
create index person_by_agency on person (agency_id, name);

create table post (
  id uuid primary key,
  person_id uuid not null references person,
  agency_id uuid not null references agency,
  role text not null check (role in ('officer', 'reviewer', 'secrecy_reviewer', 'disclosure_head', 'supervisor',
    'system_administrator', 'security_administrator', 'audit_administrator')),
  title text,
  -- 系统管理员 proposes, 安全管理员 authorises: nobody gives rights alone.
  proposed_by uuid references person,
  proposed_at timestamptz not null default now(),
  authorised_by uuid references person,
  authorised_at timestamptz,
  ended_at timestamptz,
  check (authorised_by is null or authorised_by is distinct from proposed_by)
);
create index post_by_agency on post (agency_id, role) where ended_at is null;
create index post_by_person on post (person_id) where ended_at is null;
create unique index post_once on post (person_id, agency_id, role) where ended_at is null;

-- 三员分立: who holds one of the three administrators' roles holds no other role, whatever the program asks for.
create function keep_administrators_apart() returns trigger language plpgsql as $$
begin
  if new.ended_at is not null then
    return new;
  end if;
  -- Two posts given at the same instant wait for each other here.
  perform 1 from person where id = new.person_id for update;
  if exists (
    select 1 from post
    where person_id = new.person_id and id <> new.id and ended_at is null and role <> new.role
      and (new.role like '%\_administrator' or role like '%\_administrator')
  ) then
    raise exception 'the three administrators are three different people' using errcode = 'check_violation',
      constraint = 'administrators_apart';
  end if;
  return new;
end $$;
create trigger administrators_apart before insert or update on post
  for each row execute function keep_administrators_apart();

create table session (
  -- SHA-256 of the cookie's value: who reads the table can't sign in with it.
  id bytea primary key,
  person_id uuid not null references person,
  -- The agency that the person acts for now (agency switch).
  agency_id uuid not null references agency,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null,
  second_factor_at timestamptz,
  -- When the person last proved who they are; sensitive acts ask that it was a short while ago.
  confirmed_at timestamptz not null default now(),
  browser text,
  ended_at timestamptz,
  end_reason text
);
create index session_by_person on session (person_id) where ended_at is null;

create table api_token (
  id uuid primary key,
  agency_id uuid not null references agency,
  name text not null,
  hash bytea not null unique,
  scopes text[] not null,
  per_minute integer not null,
  created_by uuid not null references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);

-- 待办: what somebody, or everybody of a role at an agency, has to do. Areas open and close it with their acts.
create table work_item (
  id uuid primary key,
  agency_id uuid not null references agency,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  title text not null,
  link text,
  role text not null,
  person_id uuid references person,
  due_on date,
  created_at timestamptz not null default now(),
  done_at timestamptz
);
create index work_item_open on work_item (agency_id, role, due_on) where done_at is null;
create index work_item_open_by_person on work_item (person_id, due_on) where done_at is null;
-- Also what is open about a subject: it begins with it.
create unique index work_item_once on work_item (subject_id, subject_kind, kind, role) where done_at is null;

-- Years of the working-day calendar that were imported; those built in are data of the package statute.
create table calendar_year (
  -- '' is the country; else a region code whose extra holidays these are.
  region_code text not null default '',
  year integer not null,
  days jsonb not null,
  source text not null,
  imported_at timestamptz not null default now(),
  primary key (region_code, year)
);
