import type { RequestFileKind } from '@gongkai/contract';
import type { Generated } from 'kysely';
import type { Json } from '../../platform/database/tables.ts';

export interface RequestFileTable {
  readonly agency_id: string;
  readonly request_id: string;
  readonly id: string;
  kind: RequestFileKind;
  readonly is_from_applicant: boolean;
  readonly person_id: string | null;
  readonly added_at: Date;
  areas: Json<unknown> | null;
  readonly original_id: string | null;
  readonly reasons: Json<unknown> | null;
  is_provided: Generated<boolean>;
  removed_on: string | null;
  removed_by: string | null;
  removal: Buffer | null;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    request_file: RequestFileTable;
  }
}
