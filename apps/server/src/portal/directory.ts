import type { ColumnBlock, PublicAgency } from '@gongkai/contract';
import type { PublicAgencyWithNeighbours } from '../agency/index.ts';
import type { PublicCategory, PublicColumn, PublicColumnWithNeighbours } from '../disclosure/index.ts';
import type { PageOf, Slice } from '../platform/database/page-of.ts';

/**
 * What the portal asks of the areas that own agencies and columns. Open ones only: what was closed or merged is
 * no longer found here.
 */
export interface PublicDirectory {
  /** The government whose portal it is; null before the system is set up. */
  readonly root: () => Promise<PublicAgencyWithNeighbours | null>;
  readonly agency: (id: string) => Promise<PublicAgencyWithNeighbours | null>;
  /** In the order of the catalogue, parents before their children. */
  readonly columnsOfAgency: (agencyId: string) => Promise<readonly PublicColumn[]>;
  readonly column: (id: string) => Promise<PublicColumnWithNeighbours | null>;
  readonly columnsOfBlock: (block: ColumnBlock, slice: Slice) => Promise<PageOf<PublicColumn>>;
  readonly columnsOfCategory: (category: string, slice: Slice) => Promise<PageOf<PublicColumn>>;
  readonly categories: () => Promise<readonly PublicCategory[]>;
  readonly findAgencies: (words: string, slice: Slice) => Promise<PageOf<PublicAgency>>;
  readonly findColumns: (words: string, slice: Slice) => Promise<PageOf<PublicColumn>>;
  /** Ids in their own order, after the one given: for the site map. */
  readonly agencyIds: (after: string | null, size: number) => Promise<readonly string[]>;
  readonly columnIds: (after: string | null, size: number) => Promise<readonly string[]>;
}
