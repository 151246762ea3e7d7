-- The columns (栏目) of the statutory catalogue of each agency.
create table disclosure_column (
  id uuid primary key,
  agency_id uuid not null references agency,
  parent_id uuid references disclosure_column,
  -- The statutory block it belongs to: guide, rules, statutory_content, annual_reports (国办公开办函〔2019〕61号).
  block text not null,
  -- 条例第二十条第（n）项, where it holds one of the categories; 第二十一条 by a code of its own.
  category text,
  name text not null,
  description text not null default '',
  -- Within how many days something new has to appear; null: no such rule.
  update_days integer check (update_days > 0),
  sort integer not null default 0,
  created_at timestamptz not null default now(),
  closed_at timestamptz
);
create unique index disclosure_column_name_once on disclosure_column (agency_id, parent_id, name) nulls not distinct
  where closed_at is null;
create index disclosure_column_by_agency on disclosure_column (agency_id, block, sort);
create index disclosure_column_below on disclosure_column (parent_id) where parent_id is not null;
-- Where the agencies publish what belongs to a category.
create index disclosure_column_by_category on disclosure_column (category, agency_id) where closed_at is null;
