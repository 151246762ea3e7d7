export interface ApplicationDraftTable {
  readonly id: string;
  readonly secret_hash: Buffer;
  version: number;
  content: Buffer | null;
  request_id: string | null;
  saved_at: Date;
  expires_at: Date;
}

export interface ApplicationDraftFileTable {
  readonly draft_id: string;
  readonly id: string;
  readonly kind: 'identity_proof' | 'attachment';
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    application_draft: ApplicationDraftTable;
    application_draft_file: ApplicationDraftFileTable;
  }
}
