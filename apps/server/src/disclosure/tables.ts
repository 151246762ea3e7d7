import type { ColumnBlock } from '@gongkai/contract';
import type { Generated } from 'kysely';

export interface DisclosureColumnTable {
  readonly id: string;
  readonly agency_id: string;
  readonly parent_id: string | null;
  readonly block: ColumnBlock;
  category: string | null;
  name: string;
  description: Generated<string>;
  update_days: number | null;
  sort: Generated<number>;
  readonly created_at: Generated<Date>;
  closed_at: Date | null;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    disclosure_column: DisclosureColumnTable;
  }
}
