import type { Confidence } from '../confidence.ts';

/** An entry of a closed list by which information is filed. The id is stable and stored. */
export interface Category {
  readonly id: string;
  readonly name: string;
}

/** A list whose wording is not read in the text that made it; an agency may replace it. */
export interface CategoryList<T extends Category> {
  readonly source: string;
  readonly confidence: Confidence;
  readonly entries: readonly T[];
}
