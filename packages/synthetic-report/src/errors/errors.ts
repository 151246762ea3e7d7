import { formErrors } from './form.ts';
import { narrativeErrors } from './narrative.ts';
import type { ErrorKind } from './planted.ts';
import { sumErrors } from './sums.ts';
import { textErrors } from './text.ts';

export { type PlantedSeries, type SeriesErrorKind, seriesErrors } from './series.ts';

/** Every kind of fault within one report. */
export const errorKinds: readonly ErrorKind[] = [
  ...sumErrors,
  ...formErrors,
  ...narrativeErrors,
  ...textErrors,
];
