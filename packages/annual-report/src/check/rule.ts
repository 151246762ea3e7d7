import type { Decimal } from '../decimal.ts';
import type { CellId, FormId } from '../form/form.ts';
import type { Place } from '../place.ts';
import type { CivilDate, SectionId } from '../report.ts';
import type { AgencyFacts, Facts, YearFacts } from './facts.ts';

/**
 * - `error`: contradicts the form, the law or the report itself; must be put right before publishing.
 * - `warning`: very probably wrong; a person must look.
 * - `notice`: worth a look; there may be a good reason.
 */
export const severities = ['error', 'warning', 'notice'] as const;

export type Severity = (typeof severities)[number];

export const ruleFamilies = [
  'sums',
  'form',
  'narrative',
  'years',
  'agencies',
  'competence',
  'dates',
] as const;

export type RuleFamily = (typeof ruleFamilies)[number];

/** A sentence of the narrative, with the words at issue marked: offsets into `text`. */
export interface Quote {
  readonly section: SectionId | 'preamble';
  readonly text: string;
  readonly mark: readonly [start: number, end: number];
}

/** One side of a finding: what stands where. */
export interface Evidence {
  /** e.g. `表三“一、本年新收政府信息公开申请数量”总计`, `总体情况`. */
  readonly what: string;
  /** The figure or words found there, as printed; null where nothing is. */
  readonly value: string | null;
  readonly cell?: CellId;
  readonly quote?: Quote;
  readonly place: Place | null;
  /** Where several reports are compared: which one, counted from 0 in the order given. */
  readonly report?: number;
}

/** One figure that would have to be changed. */
export interface Correction {
  readonly cell: CellId;
  readonly found: Decimal | null;
  readonly value: Decimal;
}

/** A way in which one wrong figure (or, with `also`, a few with one clear cause) would account for the failures. */
export interface Explanation {
  readonly cell: CellId;
  readonly found: Decimal | null;
  /** The value that would heal every failure named in `relations`. */
  readonly value: Decimal;
  /** The relations (form/relations.ts) that hold once it is put in. */
  readonly relations: readonly string[];
  readonly message: string;
  /** Figures to be changed together with this one: two swapped figures, totals that were not filled in. */
  readonly also?: readonly Correction[];
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Plain Chinese: what is wrong, both figures, where. */
  readonly message: string;
  readonly cells: readonly CellId[];
  readonly places: readonly Evidence[];
  readonly expected: string | null;
  readonly found: string | null;
  /** Present where exactly one explanation remains. */
  readonly repair?: Explanation;
  /** All explanations, where more than one remains, or where other failures of the table stay unexplained; otherwise absent. */
  readonly explanations?: readonly Explanation[];
}

/** What an examiner may set; the defaults are the law's. */
export interface CheckOptions {
  /** The last day of publishing for departments and for governments in the year after the report year: `MM-DD`. 条例第四十九条: 01-31, 03-31. */
  readonly departmentDeadline: string;
  readonly governmentDeadline: string;
  /** The day the check is made on; nothing is checked against today where absent. */
  readonly today?: CivilDate;
}

export const defaultCheckOptions: CheckOptions = { departmentDeadline: '01-31', governmentDeadline: '03-31' };

/** What every rule declares, whatever it looks at. */
export interface RuleHead {
  /** Stable, `FAMILY.NAME` in camelCase: `sums.requestBalance`. The function and its file are named after it. */
  readonly id: string;
  readonly family: RuleFamily;
  /** Short, in Chinese, for lists. */
  readonly title: string;
  /** The official text in its words, with its place, or why we check it. */
  readonly source: string;
  readonly severity: Severity;
  /** Forms and report years it applies to; all where absent. */
  readonly forms?: readonly FormId[];
  readonly years?: readonly [from: number, to: number | null];
}

/** What a rule yields: its own id, and its own severity unless the case is milder, are filled in by the engine. */
export interface FindingDraft extends Partial<Omit<Finding, 'rule' | 'message'>> {
  readonly message: string;
}

/** A rule that looks at one report. `check` yields nothing where the rule holds or cannot be judged. */
export interface ReportRule extends RuleHead {
  readonly check: (facts: Facts) => Iterable<FindingDraft>;
}

/** A rule that looks at several reports of one agency, one a year, sorted by year. */
export interface YearsRule extends RuleHead {
  readonly checkYears: (years: YearFacts) => Iterable<FindingDraft>;
}

/** A rule that looks at a parent's report and those of its children. */
export interface AgenciesRule extends RuleHead {
  readonly checkAgencies: (agencies: AgencyFacts) => Iterable<FindingDraft>;
}
