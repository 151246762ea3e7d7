export interface RequestArchiveTable {
  readonly agency_id: string;
  readonly request_id: string;
  readonly archived_on: string;
  readonly frozen_at: Date;
  catalogue: Buffer | null;
  readonly catalogue_sha256: Buffer;
  readonly documents: number;
  destroyed_on: string | null;
  destroyed_by: string | null;
  opinion: string | null;
}

export interface RequestArchiveFileTable {
  readonly agency_id: string;
  readonly request_id: string;
  readonly id: string;
}

export interface RequestHoldTable {
  readonly agency_id: string;
  readonly request_id: string;
  readonly since: string;
  readonly person_id: string;
  readonly reason: Buffer;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    request_archive: RequestArchiveTable;
    request_archive_file: RequestArchiveFileTable;
    request_hold: RequestHoldTable;
  }
}
