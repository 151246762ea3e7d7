import { damaged, damages } from './damage/damages.ts';
import { type DraftOptions, draft, type Generated, lay, render } from './generate.ts';
import { hasGrids } from './layouts/layout.ts';
import { getLayout, layouts } from './layouts/layouts.ts';
import { createRandom } from './random.ts';

export { type Agency, type AgencyKind, agencyKinds, inventAgency } from './agencies.ts';
export { asReport } from './as-report.ts';
export { type BlankPolicy, blankPolicies } from './blanks.ts';
export { damaged, damages, getDamage } from './damage/damages.ts';
export { errorKinds, type PlantedSeries, type SeriesErrorKind, seriesErrors } from './errors/errors.ts';
export type { ErrorKind, Planted } from './errors/planted.ts';
export { generateFamily, generateSeries } from './family.ts';
export { type Figures, inventFigures } from './figures.ts';
export { cleanDraft, type Draft, type DraftOptions, draft, type Generated, lay, render } from './generate.ts';
export type { Laid } from './laid.ts';
export { getLayout, layouts } from './layouts/layouts.ts';
export { layNoReport, layOldReport } from './narrative/old-report.ts';
export type { Fact } from './narrative/sentence.ts';
export { createRandom, type Random } from './random.ts';
export { addScores, type Miss, type Score, scoreReading, scoreReport } from './score.ts';
export type { CellTruth, Truth } from './truth.ts';

export interface GenerateOptions extends DraftOptions {
  /** Name of a layout; any that can be rendered without a font or picture engine where absent. */
  readonly layout?: string;
  /** Names of damages; `any` picks none to three. None where absent. */
  readonly damages?: readonly string[] | 'any';
}

/** Makes one file of a report, with the truth about every cell. The same seed and options give the same bytes. */
export const generate = async (seed: number | string, options: GenerateOptions = {}): Promise<Generated> => {
  const random = createRandom(seed);
  const layout =
    options.layout === undefined
      ? random.fork('layout').pick(layouts.filter(({ scan }) => !scan))
      : getLayout(options.layout);
  const choice = random.fork('damages');
  const names =
    options.damages === 'any'
      ? choice.shuffle(damages.map(({ name }) => name)).slice(0, choice.int(0, 3))
      : (options.damages ?? []);
  const other = (): ReturnType<typeof lay> => lay(`${seed}/other`, draft(`${seed}/other`));
  const laid = damaged(lay(seed, draft(seed, options)), names, {
    random: random.fork('damage'),
    other,
    grid: hasGrids(layout),
    unlabelled: layout.name === 'text.unlabelledRows',
  });
  return render(
    layout,
    laid,
    random.fork('render'),
    `${laid.reports[0]!.agency}-${laid.reports[0]!.year}-${seed}`,
  );
};
