/** Rows of a page: `size` of them after the first `skip`. */
export interface Slice {
  readonly skip: number;
  readonly size: number;
}

/** The rows of a page, and how many there are on all pages. */
export interface PageOf<T> {
  readonly entries: readonly T[];
  readonly total: number;
}
