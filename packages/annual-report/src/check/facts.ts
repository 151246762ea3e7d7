import { relationsOf } from '../form/relations.ts';
import type { Place } from '../place.ts';
import type { Report, SectionId } from '../report.ts';
import { type Agency, describeAgency } from './agency-kind.ts';
import type { Claim } from './narrative/claim.ts';
import { readClaims } from './narrative/read-claims.ts';
import { type NumberCell, numberCells } from './number-cells.ts';
import type { CheckOptions } from './rule.ts';
import { type CheckedRelation, checkRelation } from './sums/check-relation.ts';
import { type Diagnosis, diagnose } from './sums/diagnose.ts';

/** A paragraph of the narrative and the section it stands in. */
export interface NarrativeParagraph {
  readonly section: SectionId | 'preamble';
  readonly text: string;
  readonly place: Place | null;
}

/** One report with everything that several rules need, each thing worked out once and only when asked for. */
export interface Facts {
  readonly report: Report;
  readonly options: CheckOptions;
  readonly agency: Agency;
  /** The cells of the tables found, each with its place on the form. */
  readonly numbers: readonly NumberCell[];
  /** Every relation of the tables found, by each table's own form. */
  readonly relations: readonly CheckedRelation[];
  /** The relations that fail, grouped by common cause. */
  readonly diagnoses: readonly Diagnosis[];
  /** Preamble and sections in reading order. */
  readonly paragraphs: readonly NarrativeParagraph[];
  /** All paragraphs, one a line. */
  readonly text: string;
  /** What the narrative claims. */
  readonly claims: readonly Claim[];
}

/** A report among several, with its place (from 0) in the order given: `Evidence.report`. */
export interface PlacedReport {
  readonly facts: Facts;
  readonly index: number;
}

/** Reports of one agency, sorted by year; reports without a year are left out, of two for one year the first counts. */
export interface YearFacts {
  readonly reports: readonly (PlacedReport & { readonly year: number })[];
  /** Two reports of years that follow directly on one another. */
  readonly pairs: readonly YearPair[];
  /** Further reports for a year that already has one. */
  readonly surplus: readonly (PlacedReport & { readonly year: number })[];
}

export interface YearPair {
  readonly year: number;
  readonly before: PlacedReport;
  readonly after: PlacedReport;
}

/** A parent's report (index 0) and its children's (index from 1). */
export interface AgencyFacts {
  readonly parent: PlacedReport;
  readonly children: readonly PlacedReport[];
  /** The agencies that should have reported, where known. */
  readonly expected: readonly string[];
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const paragraphsOf = (report: Report): readonly NarrativeParagraph[] => [
  ...report.preamble.map(({ text, place }) => ({ section: 'preamble' as const, text, place })),
  ...report.sections.flatMap(({ id, paragraphs }) =>
    paragraphs.map(({ text, place }) => ({ section: id, text, place })),
  ),
];

const relationsIn = (report: Report): readonly CheckedRelation[] =>
  (['requests', 'reviews'] as const).flatMap((table) => {
    const reading = report.tables[table];
    return reading?.found
      ? relationsOf(reading.form, table).map((relation) => checkRelation(report, relation))
      : [];
  });

export const factsOf = (report: Report, options: CheckOptions): Facts => {
  const agency = once(() => describeAgency(report.agency));
  const numbers = once(() => numberCells(report));
  const relations = once(() => relationsIn(report));
  const diagnoses = once(() => diagnose(report, relations()));
  const paragraphs = once(() => paragraphsOf(report));
  const text = once(() =>
    paragraphs()
      .map((paragraph) => paragraph.text)
      .join('\n'),
  );
  const claims = once(() => readClaims(report));
  return {
    report,
    options,
    get agency() {
      return agency();
    },
    get numbers() {
      return numbers();
    },
    get relations() {
      return relations();
    },
    get diagnoses() {
      return diagnoses();
    },
    get paragraphs() {
      return paragraphs();
    },
    get text() {
      return text();
    },
    get claims() {
      return claims();
    },
  };
};
