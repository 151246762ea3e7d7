/** A name with its value, as a form prints them; a row of a form holds one or two. */
export type SheetField = readonly [label: string, value: string];

export type SheetBlock =
  | { readonly kind: 'fields'; readonly rows: readonly (readonly SheetField[])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly {
        readonly head: string;
        /** Shares of the page's width. */
        readonly width: number;
        readonly align?: 'left' | 'center' | 'right';
      }[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'heading' | 'text' | 'note'; readonly text: string };

/**
 * A sheet of a case (案卷表单): the registration form, the approval sheet, the catalogue, the cover. Words only; how
 * it is set is the writer's matter.
 */
export interface Sheet {
  /** A cover (案卷封面) stands alone on its page, without a page's running foot. */
  readonly kind: 'form' | 'cover';
  readonly organ: string;
  readonly title: string;
  /** Under the title, at the left: 登记编号. */
  readonly number: string | null;
  readonly blocks: readonly SheetBlock[];
}
