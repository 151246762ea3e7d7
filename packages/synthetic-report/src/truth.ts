import type { Decimal } from '../../annual-report/src/decimal.ts';
import type { CellId, FormId, TableId } from '../../annual-report/src/form/form.ts';
import { cellsOf, getTable } from '../../annual-report/src/form/forms.ts';
import type { CellStatus, CivilDate } from '../../annual-report/src/report.ts';
import type { Figure, Laid } from './laid.ts';

/** What a perfect reader would say of one cell. */
export interface CellTruth {
  /** In the printed unit; null = blank, absent or no number. */
  readonly value: Decimal | null;
  readonly unit?: string;
  readonly remark?: string;
  /** Every status that is right for this cell in this file. */
  readonly statuses: readonly CellStatus[];
  /** False where the file no longer tells this cell; null is then right, and so is the value. */
  readonly recoverable: boolean;
}

export interface Truth {
  readonly agency: string;
  readonly year: number;
  readonly published: CivilDate | null;
  readonly forms: Readonly<Partial<Record<TableId, FormId>>>;
  readonly cells: ReadonlyMap<CellId, CellTruth>;
}

/** How a layout changes what can be known of a figure; null leaves it as it is. */
export type Fate = (id: CellId, figure: Figure) => Partial<CellTruth> | null;

const nothing: Fate = () => null;

const ofFigure = (figure: Figure): CellTruth => ({
  value: figure.value,
  ...(figure.unit === undefined ? {} : { unit: figure.unit }),
  ...(figure.remark === undefined ? {} : { remark: figure.remark }),
  statuses: figure.statuses ?? (figure.text.trim() === '' ? ['blank'] : ['printed']),
  recoverable: figure.lost !== true && figure.value !== null,
});

/** The truth of every report in a laid-out file, after a layout's own losses. */
export const truthsOf = (laid: Laid, fate: Fate = nothing): readonly Truth[] =>
  laid.reports.map(({ agency, year, published, forms }, report) => {
    const figures = new Map<CellId, Figure>();
    for (const block of laid.blocks) {
      if (block.kind !== 'table' || block.report !== report) continue;
      for (const row of block.rows)
        if (row.kind === 'figures')
          for (const figure of row.figures) if (figure.id !== null) figures.set(figure.id, figure);
    }
    const cells = new Map<CellId, CellTruth>();
    for (const [table, form] of Object.entries(forms) as [TableId, FormId][]) {
      for (const { id } of cellsOf(getTable(form, table)!)) {
        const figure = figures.get(id);
        if (figure === undefined) cells.set(id, { value: null, statuses: ['absent'], recoverable: false });
        else cells.set(id, { ...ofFigure(figure), ...(fate(id, figure) ?? {}) });
      }
    }
    return { agency, year, published, forms, cells };
  });
