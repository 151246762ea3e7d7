import { multiply } from '../../decimal.ts';
import type { CellId } from '../../form/form.ts';
import { findCell } from '../../form/forms.ts';
import type { Report } from '../../report.ts';
import type { Count } from './claim.ts';
import { type Figures, figuresOf, labelOf, type Reading } from './figures.ts';
import { requestReadings } from './request-readings.ts';
import { reviewReadings } from './review-readings.ts';

const blocks: Readonly<Record<string, string>> = {
  licensing: 'proactive.20-5.licensing.decisions',
  penalties: 'proactive.20-6.penalties.decisions',
  coercion: 'proactive.20-6.coercion.decisions',
};

const documentColumns: Readonly<Record<string, readonly string[]>> = {
  issued: ['issued', 'made'],
  repealed: ['repealed'],
  inForce: ['inForce'],
};

/** Amounts in 元, whatever unit the form or the cell has. */
const money = (report: Report, figures: Figures, id: CellId): readonly Reading[] => {
  const reading = figures.total(labelOf(id), [id]);
  if (reading === null) return [];
  const unit = report.cells.get(id)?.unit ?? findCell(id)?.column.unit;
  // A printed figure without a unit may be in either: the rule of units looks into that.
  const inWan = { ...reading, value: multiply(reading.value, '10000') };
  if (unit === '元') return report.cells.get(id)?.unit === undefined ? [reading, inWan] : [reading];
  return report.cells.get(id)?.unit === undefined ? [inWan, reading] : [inWan];
};

function* possibleReadings(report: Report, claim: Count): Generator<Reading | null> {
  const { quantity } = claim;
  if (quantity === null) return;
  const figures = figuresOf(report);
  const [family = '', second = '', third = ''] = quantity.split('.');
  if (family === 'reconsideration' || family === 'litigation')
    yield* reviewReadings(figures, quantity, claim.value === '0');
  else if (family === 'decisions') {
    const cell = blocks[second];
    if (cell !== undefined) yield figures.total(labelOf(cell), [cell]);
  } else if (family === 'documents')
    for (const column of documentColumns[third] ?? []) {
      const cell = `proactive.20-1.${second}.${column}`;
      yield figures.total(labelOf(cell), [cell]);
    }
  else if (quantity === 'charges.amount') yield* money(report, figures, 'proactive.20-8.charges.amount');
  else if (quantity === 'procurement.amount')
    yield* money(report, figures, 'proactive.20-9.procurement.amount');
  else if (quantity === 'procurement.items')
    yield figures.total('采购项目数量', ['proactive.20-9.procurement.items']);
  else if (family !== 'channel' && quantity !== 'processingFee' && quantity !== 'proactive')
    yield* requestReadings(figures, quantity, claim);
}

/**
 * Everything in the tables that a claim may legitimately mean, the likeliest first and each computed only when
 * asked for; nothing where the tables say nothing about it.
 */
export function* readingsOf(report: Report, claim: Count): Generator<Reading> {
  for (const reading of possibleReadings(report, claim)) if (reading !== null) yield reading;
}
