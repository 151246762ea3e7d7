import type { LetterState, LetterTemplateId } from '@gongkai/contract';

export interface RequestLetterTable {
  readonly agency_id: string;
  readonly request_id: string;
  readonly id: string;
  readonly position: number;
  readonly template: LetterTemplateId;
  readonly consultation_id: string | null;
  state: LetterState;
  number: string | null;
  dated_on: string;
  readonly title: string;
  document: Buffer | null;
  readonly created_at: Date;
}

export interface LetterTemplateTable {
  readonly agency_id: string;
  readonly template: LetterTemplateId;
  readonly from_on: string;
  text: string | null;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    request_letter: RequestLetterTable;
    letter_template: LetterTemplateTable;
  }
}
