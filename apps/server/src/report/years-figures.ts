import { type Decimal, type Field, figureField, sum } from '@gongkai/annual-report';
import type { ExaminedReport } from './upload.ts';

/** How requests ended, as groups of rows of table 三; a group holds the rows of both forms. */
export const outcomes = [
  { id: 'disclosed', name: '予以公开', rows: ['disclosed'] },
  { id: 'partial', name: '部分公开', rows: ['partial'] },
  {
    id: 'refused',
    name: '不予公开',
    rows: [
      'refused.stateSecret',
      'refused.prohibitedByLaw',
      'refused.security',
      'refused.thirdParty',
      'refused.internalAffairs',
      'refused.deliberative',
      'refused.enforcementFile',
      'refused.administrativeInquiry',
    ],
  },
  {
    id: 'unavailable',
    name: '无法提供',
    rows: ['unavailable.notHeld', 'unavailable.needsCreation', 'unavailable.stillUnclear'],
  },
  {
    id: 'notProcessed',
    name: '不予处理',
    rows: [
      'notProcessed.complaint',
      'notProcessed.duplicate',
      'notProcessed.publication',
      'notProcessed.excessive',
      'notProcessed.confirmation',
    ],
  },
  {
    id: 'otherHandling',
    name: '其他处理',
    rows: ['otherHandling', 'otherHandling.notCorrected', 'otherHandling.feeUnpaid', 'otherHandling.other'],
  },
] as const;

/** One year of an agency: requests received, and how those concluded ended, in the order of `outcomes`. */
export interface YearFigures {
  readonly year: number;
  readonly received: Decimal | null;
  readonly outcomes: readonly (Decimal | null)[];
}

/** A group's sum; null where a row of it has no figure: blank is not zero, and part of a sum is no sum. */
const groupOf = ({ report }: ExaminedReport, rows: readonly string[]): Decimal | null => {
  const cells = rows.flatMap((row) => report.cells.get(`requests.${row}.total`) ?? []);
  const values = cells.flatMap(({ value }) => (value === null ? [] : [value]));
  return values.length === 0 || values.length < cells.length ? null : sum(values);
};

/** The figures of an agency's reports, in the order given. */
export const yearsOf = (members: readonly ExaminedReport[]): readonly YearFigures[] =>
  members.map((member) => ({
    year: member.report.year ?? 0,
    received: member.report.cells.get('requests.received.total')?.value ?? null,
    outcomes: outcomes.map(({ rows }) => groupOf(member, rows)),
  }));

/** The same as rows of a table, with its head. */
export const yearsRows = (years: readonly YearFigures[]): readonly (readonly Field[])[] => [
  ['年度', '新收', ...outcomes.map(({ name }) => name)],
  ...years.map(({ year, received, outcomes: groups }) => [year, ...[received, ...groups].map(figureField)]),
];
