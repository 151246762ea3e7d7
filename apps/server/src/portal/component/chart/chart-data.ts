/** What a chart shows. */
export interface ChartData {
  /** Id, different for each chart of a page. */
  readonly id: string;
  readonly title: string;
  /** What is compared: bars for things, a line for years and months. */
  readonly kind: 'bar' | 'line';
  /** What the numbers are: 件, 条. */
  readonly unit: string;
  /** What the categories are: 机关, 年度. */
  readonly categoryName: string;
  readonly categories: readonly string[];
  /** A number for each category; null: not known, drawn as a gap, never as 0. At most six series. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}
