import { sum } from '../../annual-report/src/decimal.ts';
import type { CellId } from '../../annual-report/src/form/form.ts';
import { type AgencyKind, inventAgency } from './agencies.ts';
import type { Figures } from './figures.ts';
import { cleanDraft, type Draft, type DraftOptions } from './generate.ts';
import { writeNarrative } from './narrative/narrative.ts';
import { createRandom } from './random.ts';

/** Reports of one agency over years, each year's carried-over and in-force figures going on from the last. */
export const generateSeries = (
  seed: number | string,
  years: readonly number[],
  options: DraftOptions = {},
): readonly Draft[] => {
  const agency = options.agency ?? inventAgency(createRandom(seed).fork('agency'), options.kind);
  const drafts: Draft[] = [];
  for (const year of years) {
    const previous = drafts.at(-1)?.figures;
    drafts.push(
      cleanDraft(`${seed}/${year}`, {
        ...options,
        agency,
        year,
        ...(previous === undefined ? {} : { previous }),
      }),
    );
  }
  return drafts;
};

/** A parent whose every figure is the sum of its children's, first in the list, and the children. */
export const generateFamily = (
  seed: number | string,
  children: number,
  options: DraftOptions = {},
): readonly Draft[] => {
  const random = createRandom(seed);
  const year = options.year ?? random.int(2021, 2025);
  const names = new Set<string>();
  const drafts: Draft[] = [];
  for (let i = 0; drafts.length < children; i++) {
    const kind: AgencyKind = random.pick(['countyDepartment', 'township', 'subdistrict'] as const);
    const agency = inventAgency(random.fork(`agency ${i}`), kind);
    if (names.has(agency.name)) continue;
    names.add(agency.name);
    drafts.push(cleanDraft(`${seed}/${i}`, { ...options, agency, year }));
  }
  const agency = inventAgency(random.fork('parent'), 'countyGovernment');
  const values = new Map<CellId, string>();
  for (const id of drafts[0]?.figures.values.keys() ?? [])
    values.set(id, sum(drafts.map(({ figures }) => figures.values.get(id) ?? '0')));
  const figures: Figures = { ...drafts[0]!.figures, values, blank: new Set() };
  const parent = cleanDraft(`${seed}/parent`, { ...options, agency, year });
  const narrative = writeNarrative(random.fork('narrative'), agency, year, figures, {
    numerals: 'kept',
    wording: 'statutory',
    ...options.narrative,
  });
  return [{ ...parent, figures, narrative }, ...drafts];
};
