import type { Role } from '@gongkai/contract';
import type { OrganKind } from '@gongkai/statute';
import type { Generated } from 'kysely';
import type { Json } from '../platform/database/tables.ts';

export interface AgencyTable {
  readonly id: string;
  parent_id: string | null;
  kind: 'government' | 'department' | 'township';
  name: string;
  short_name: string;
  credit_code: string | null;
  region_code: string;
  organisation_code: string | null;
  is_competent: Generated<boolean>;
  working_body: string | null;
  address: string | null;
  office_hours: string | null;
  phone: string | null;
  fax: string | null;
  email: string | null;
  sort: Generated<number>;
  readonly created_at: Generated<Date>;
  closed_on: string | null;
  organ_kind: OrganKind | null;
  review_government: string | null;
  review_department: string | null;
  local_government: string | null;
  court: string | null;
  letter_contact: string | null;
  return_to: string | null;
  fee_payment: string | null;
  registration_word: string | null;
  reply_word: string | null;
  letter_word: string | null;
}

export interface PersonTable {
  readonly id: string;
  agency_id: string;
  username: string;
  name: string;
  phone: Buffer | null;
  email: Buffer | null;
  password_hash: string;
  password_changed_at: Generated<Date>;
  must_change_password: Generated<boolean>;
  earlier_passwords: Generated<string[]>;
  failed_attempts: Generated<number>;
  locked_until: Date | null;
  totp_secret: Buffer | null;
  totp_confirmed_at: Date | null;
  totp_last_step: number | null;
  recovery_codes: Generated<string[]>;
  readonly created_at: Generated<Date>;
  left_on: string | null;
}

export interface PostTable {
  readonly id: string;
  readonly person_id: string;
  readonly agency_id: string;
  readonly role: Role;
  title: string | null;
  readonly proposed_by: string | null;
  readonly proposed_at: Generated<Date>;
  authorised_by: string | null;
  authorised_at: Date | null;
  ended_at: Date | null;
}

export interface SessionTable {
  id: Buffer;
  readonly person_id: string;
  agency_id: string;
  readonly created_at: Generated<Date>;
  seen_at: Generated<Date>;
  ends_at: Date;
  second_factor_at: Date | null;
  confirmed_at: Generated<Date>;
  browser: string | null;
  ended_at: Date | null;
  end_reason: string | null;
}

export interface ApiTokenTable {
  readonly id: string;
  readonly agency_id: string;
  name: string;
  readonly hash: Buffer;
  readonly scopes: string[];
  readonly per_minute: number;
  readonly created_by: string;
  readonly created_at: Generated<Date>;
  readonly expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export interface WorkItemTable {
  readonly id: string;
  readonly agency_id: string;
  readonly kind: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  title: string;
  link: string | null;
  readonly role: Role;
  person_id: string | null;
  due_on: string | null;
  readonly created_at: Generated<Date>;
  done_at: Date | null;
}

export interface CalendarYearTable {
  readonly region_code: string;
  readonly year: number;
  days: Json<unknown>;
  source: string;
  imported_at: Generated<Date>;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    agency: AgencyTable;
    person: PersonTable;
    post: PostTable;
    session: SessionTable;
    api_token: ApiTokenTable;
    work_item: WorkItemTable;
    calendar_year: CalendarYearTable;
  }
}
