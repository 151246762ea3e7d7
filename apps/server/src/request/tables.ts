import type {
  ApplicantKind,
  IntakeChannel,
  ProvisionForm,
  ProvisionWay,
  RequestState,
  WaitingFor,
} from '@gongkai/contract';
import type { Generated } from 'kysely';
import type { Json } from '../platform/database/tables.ts';

export interface RequestNumberTable {
  readonly agency_id: string;
  readonly series: 'registration' | 'reply' | 'letter';
  readonly year: number;
  last: number;
}

export interface RequestTable {
  readonly agency_id: string;
  readonly id: string;
  readonly year: number;
  readonly serial: number;
  readonly number: string;
  state: RequestState;
  readonly channel: IntakeChannel;
  readonly applicant_kind: ApplicantKind;
  readonly form: ProvisionForm;
  readonly way: ProvisionWay;
  applicant: Buffer | null;
  content: Buffer | null;
  readonly identity_index: Buffer | null;
  readonly phone_index: Buffer | null;
  readonly matter_index: Buffer;
  readonly submitted_on: string;
  received_on: string | null;
  due_on: string | null;
  outcome: string | null;
  officer_id: string | null;
  waiting: Generated<WaitingFor | null>;
  drafted_by: string | null;
  readonly created_at: Date;
}

export interface RequestStepTable {
  readonly agency_id: string;
  readonly request_id: string;
  readonly position: number;
  readonly step: string;
  readonly happened_on: string;
  readonly at: Date;
  readonly person_id: string | null;
  readonly facts: Json<unknown>;
  sealed: Buffer | null;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    request_number: RequestNumberTable;
    request: RequestTable;
    request_step: RequestStepTable;
  }
}
