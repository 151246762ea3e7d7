import type { CellId, FormId, Table, TableId } from './form.ts';
import { cellId, getTable } from './forms.ts';

/**
 * What must be equal by the form itself: the sum of `left` is the sum of `right`.
 * The form prints the first kind in its corner:
 * （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）.
 */
export interface Relation {
  /** e.g. `requests.balance.total`, `requests.outcomes.business`, `requests.row.disclosed`, `reviews.row.reconsideration`. */
  readonly id: string;
  readonly kind: RelationKind;
  readonly table: TableId;
  readonly left: readonly CellId[];
  readonly right: readonly CellId[];
}

/**
 * - `balance`: 一 + 二 = 三（七）+ 四, per column
 * - `outcomes`: （七）总计 = its rows, per column
 * - `row`: 总计 = its parts, per row
 */
export type RelationKind = 'balance' | 'outcomes' | 'row';

const notOutcomes: ReadonlySet<string> = new Set(['received', 'carriedIn', 'concluded', 'carriedOut']);

const requestRelations = (table: Table): readonly Relation[] => {
  const outcomes = table.rows.filter((row) => !notOutcomes.has(row.id));
  const parts = table.columns.filter((column) => column.id !== 'total');
  const at = (row: string, column: string): CellId => cellId('requests', row, column);
  return [
    ...table.columns.map(
      ({ id }): Relation => ({
        id: `requests.balance.${id}`,
        kind: 'balance',
        table: 'requests',
        left: [at('received', id), at('carriedIn', id)],
        right: [at('concluded', id), at('carriedOut', id)],
      }),
    ),
    ...table.columns.map(
      ({ id }): Relation => ({
        id: `requests.outcomes.${id}`,
        kind: 'outcomes',
        table: 'requests',
        left: [at('concluded', id)],
        right: outcomes.map((row) => at(row.id, id)),
      }),
    ),
    ...table.rows.map(
      (row): Relation => ({
        id: `requests.row.${row.id}`,
        kind: 'row',
        table: 'requests',
        left: [at(row.id, 'total')],
        right: parts.map((column) => at(row.id, column.id)),
      }),
    ),
  ];
};

const reviewRelations = (table: Table): readonly Relation[] =>
  table.rows.map((row) => ({
    id: `reviews.row.${row.id}`,
    kind: 'row',
    table: 'reviews',
    left: [cellId('reviews', row.id, 'total')],
    right: table.columns
      .filter((column) => column.id !== 'total')
      .map((column) => cellId('reviews', row.id, column.id)),
  }));

const build = (form: FormId): Readonly<Record<'requests' | 'reviews', readonly Relation[]>> => ({
  requests: requestRelations(getTable(form, 'requests') as Table),
  reviews: reviewRelations(getTable(form, 'reviews') as Table),
});

const byForm: Readonly<Record<FormId, ReturnType<typeof build>>> = {
  '2019': build('2019'),
  '2021': build('2021'),
};

/** The relations of one table of a form; tables of section 二 have none. */
export const relationsOf = (form: FormId, table: TableId): readonly Relation[] =>
  table === 'requests' || table === 'reviews' ? byForm[form][table] : [];
