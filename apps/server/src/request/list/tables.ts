export interface RequestSearchTable {
  readonly agency_id: string;
  readonly request_id: string;
  tokens: readonly number[];
  bands: readonly number[];
  name_index: Buffer | null;
}

export interface RequestViewTable {
  readonly id: string;
  readonly person_id: string;
  readonly name_index: Buffer;
  sealed: Buffer;
}

export interface ProactiveProposalTable {
  readonly agency_id: string;
  readonly request_id: string;
  state: 'proposed' | 'accepted' | 'declined';
  note: Buffer;
  changed_at: Date;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    request_search: RequestSearchTable;
    request_view: RequestViewTable;
    proactive_proposal: ProactiveProposalTable;
  }
}
