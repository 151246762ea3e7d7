import type { AgencyEntry, ColumnBlock, PublicAgency } from '@gongkai/contract';

/** A column (栏目) with the agency that keeps it. */
export interface PublicColumn {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly parentId: string | null;
  readonly block: ColumnBlock;
  readonly category: string | null;
  readonly name: string;
  readonly description: string;
  /** Something new has to appear within so many days; null: no such rule. */
  readonly updateDays: number | null;
}

/** A category of 条例第二十条 or 第二十一条. */
export interface PublicCategory {
  readonly id: string;
  readonly name: string;
  /** The regulation's own words. */
  readonly text: string;
  /** 条例第二十条第（七）项. */
  readonly article: string;
  /** 20: every agency; 21: besides, cities and counties or townships. */
  readonly group: 'article20' | 'article21' | 'article21Township';
  /** Some agency keeps a column of it. */
  readonly isKept: boolean;
}

export interface AgencyWithNeighbours {
  readonly agency: PublicAgency;
  /** From the topmost down to the one above it. */
  readonly above: readonly AgencyEntry[];
  readonly below: readonly PublicAgency[];
}

export interface PageOf<T> {
  readonly entries: readonly T[];
  readonly total: number;
}

/** Rows of a page: `size` of them after the first `skip`. */
export interface Slice {
  readonly skip: number;
  readonly size: number;
}

/**
 * What the portal asks of the areas that own agencies and columns. Open ones only: what was closed or merged is
 * no longer found here.
 */
export interface PublicDirectory {
  /** The government whose portal it is; null before the system is set up. */
  readonly root: () => Promise<AgencyWithNeighbours | null>;
  readonly agency: (id: string) => Promise<AgencyWithNeighbours | null>;
  /** In the order of the catalogue, parents before their children. */
  readonly columnsOfAgency: (agencyId: string) => Promise<readonly PublicColumn[]>;
  /** A column with those above it, the topmost first, and those directly below. */
  readonly column: (id: string) => Promise<{
    readonly column: PublicColumn;
    readonly above: readonly PublicColumn[];
    readonly below: readonly PublicColumn[];
  } | null>;
  readonly columnsOfBlock: (block: ColumnBlock, slice: Slice) => Promise<PageOf<PublicColumn>>;
  readonly columnsOfCategory: (category: string, slice: Slice) => Promise<PageOf<PublicColumn>>;
  readonly categories: () => Promise<readonly PublicCategory[]>;
  readonly findAgencies: (words: string, slice: Slice) => Promise<PageOf<PublicAgency>>;
  readonly findColumns: (words: string, slice: Slice) => Promise<PageOf<PublicColumn>>;
  /** Ids in their own order, after the one given: for the site map. */
  readonly agencyIds: (after: string | null, size: number) => Promise<readonly string[]>;
  readonly columnIds: (after: string | null, size: number) => Promise<readonly string[]>;
}
