/** An application as grouping sees it; the earliest comes first. */
export interface Grouped {
  readonly id: string;
  readonly bands: readonly number[];
}

/** Bands that two have in common: a likeness of about 0.6 or more. */
const leastCommonBands = 3;

/**
 * Brings near wordings together without reading them: each application joins the earliest one that it shares enough
 * bands with, or begins a group itself. Compared with the earliest alone, groups don't grow from link to link until
 * they hold everything. Pure; the first of a group is its earliest.
 */
export const groupSimilar = (rows: readonly Grouped[]): readonly (readonly string[])[] => {
  const groups: string[][] = [];
  const byBand = new Map<number, number[]>();
  for (const { id, bands } of rows) {
    const common = new Map<number, number>();
    for (const band of bands)
      for (const group of byBand.get(band) ?? []) common.set(group, (common.get(group) ?? 0) + 1);
    const [nearest] = [...common]
      .filter(([, count]) => count >= leastCommonBands)
      .sort(([a, most], [b, more]) => more - most || a - b);
    if (nearest) {
      groups[nearest[0]]?.push(id);
      continue;
    }
    const group = groups.push([id]) - 1;
    for (const band of new Set(bands)) byBand.set(band, [...(byBand.get(band) ?? []), group]);
  }
  return groups;
};
