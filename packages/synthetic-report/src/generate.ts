import type { FormId } from '../../annual-report/src/form/form.ts';
import { prescribedForm } from '../../annual-report/src/form/forms.ts';
import type { SourceFormat } from '../../annual-report/src/read/source.ts';
import type { CivilDate } from '../../annual-report/src/report.ts';
import { type Agency, type AgencyKind, inventAgency } from './agencies.ts';
import type { BlankPolicy } from './blanks.ts';
import { type Figures, inventFigures } from './figures.ts';
import type { Laid } from './laid.ts';
import { layReport } from './lay.ts';
import type { Layout } from './layouts/layout.ts';
import { getLayout, layouts } from './layouts/layouts.ts';
import { numeralStyles } from './narrative/headings.ts';
import { type Narrative, type NarrativeOptions, writeNarrative } from './narrative/narrative.ts';
import { createRandom, type Random } from './random.ts';
import { type Truth, truthsOf } from './truth.ts';

/** A report as values: what a clean, rightly printed report would say. */
export interface Draft {
  readonly agency: Agency;
  readonly year: number;
  readonly figures: Figures;
  readonly narrative: Narrative;
  readonly published: CivilDate | null;
}

export interface DraftOptions {
  readonly agency?: Agency;
  readonly kind?: AgencyKind;
  readonly year?: number;
  readonly form?: FormId;
  readonly hybrid?: boolean;
  readonly policy?: BlankPolicy;
  readonly previous?: Figures;
  readonly published?: CivilDate | null;
  readonly hugeAmounts?: boolean;
  readonly narrative?: NarrativeOptions;
}

/** Invents one report. Without options: any agency, year, form, hybrid one time in ten, any blanks, varied wording. */
export const draft = (seed: number | string, options: DraftOptions = {}): Draft => {
  const random = createRandom(seed);
  const agency = options.agency ?? inventAgency(random.fork('agency'), options.kind);
  const year = options.year ?? random.int(2019, 2025);
  const hybrid = options.hybrid ?? (year >= 2021 && options.form === undefined && random.chance(0.1));
  const form = options.form ?? (year >= 2021 && year <= 2022 && random.chance(0.15) ? '2019' : undefined);
  const figures = inventFigures(random.fork('figures'), {
    kind: agency.kind,
    year,
    hybrid,
    hugeAmounts: options.hugeAmounts ?? random.fork('huge').chance(0.05),
    ...(form === undefined || hybrid ? {} : { form }),
    ...(options.policy === undefined ? {} : { policy: options.policy }),
    ...(options.previous === undefined ? {} : { previous: options.previous }),
  });
  const wording = random.fork('wording');
  const narrative = writeNarrative(random.fork('narrative'), agency, year, figures, {
    numerals: wording.weighted([['kept', 8], ...numeralStyles.slice(1).map((style) => [style, 1] as const)]),
    wording: wording.chance(0.4) ? 'varied' : 'statutory',
    decoys: wording.chance(0.15),
    ...options.narrative,
  });
  // In time for everybody: departments have until 31 January, governments until 31 March (条例第四十九条).
  const day = random.fork('published');
  const published =
    options.published !== undefined
      ? options.published
      : day.chance(0.4)
        ? `${year + 1}-01-${day.int(10, 28)}`
        : null;
  return { agency, year, figures, narrative, published };
};

/** A draft that nothing can be said against: filled, statutory wording, everything in its place. */
export const cleanDraft = (seed: number | string, options: DraftOptions = {}): Draft => {
  const year = options.year ?? createRandom(seed).fork('year').int(2019, 2025);
  return draft(seed, {
    year,
    form: prescribedForm(year),
    policy: 'filled',
    hybrid: false,
    hugeAmounts: false,
    ...options,
    narrative: { numerals: 'kept', wording: 'statutory', decoys: false, ...options.narrative },
  });
};

/** Lays a draft out as printed, before any damage. */
export const lay = (seed: number | string, draft: Draft): Laid =>
  layReport(draft, { plusSigns: createRandom(seed).fork('plus').chance(0.3) });

/** A file with the truth about it. */
export interface Generated {
  readonly name: string;
  readonly format: SourceFormat;
  readonly layout: string;
  readonly damages: readonly string[];
  readonly bytes: Uint8Array;
  /** Of the (first) report. */
  readonly truth: Truth;
  /** Of all reports in the file. */
  readonly truths: readonly Truth[];
}

/** Writes a laid-out report in a layout. */
export const render = async (
  layout: Layout,
  laid: Laid,
  random: Random,
  name: string,
): Promise<Generated> => {
  const { bytes, fate } = await layout.render(laid, random);
  const truths = truthsOf(laid, fate);
  return {
    name: `${name}.${layout.extension}`,
    format: layout.format,
    layout: layout.name,
    damages: laid.damages,
    bytes,
    truth: truths[0]!,
    truths,
  };
};

export { getLayout, layouts };
