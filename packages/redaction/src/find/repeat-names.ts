import type { PageStreams, PlacedMatch } from './personal-data.ts';
import { originsBetween } from './text-stream.ts';

/** More names than this are a roll; each of them stands after its own label or in its own table. */
const mostNames = 500;

/** A name found after a label stands elsewhere without one: everywhere else it is found too. */
export const repeatNames = (
  found: readonly PlacedMatch[],
  pages: readonly PageStreams[],
): readonly PlacedMatch[] => {
  const names = new Map<string, PlacedMatch>();
  for (const match of found)
    if ((match.kind === 'name' || match.kind === 'minor') && match.confidence !== 'possible')
      if (names.size < mostNames && (!names.has(match.value) || match.ofMinor)) names.set(match.value, match);
  return [...names].flatMap(([value, { kind, ofMinor = false }]) =>
    pages.flatMap(({ page, streams }) =>
      streams.flatMap((stream) =>
        [...stream.text.matchAll(new RegExp([...value].join(' ?'), 'gu'))].map((match): PlacedMatch => {
          const [start, end] = [match.index, match.index + match[0].length];
          return {
            kind,
            start,
            end,
            value,
            // Two characters may be part of other words.
            confidence: value.length > 2 ? 'likely' : 'possible',
            ofMinor,
            page,
            origins: originsBetween(stream, start, end),
          };
        }),
      ),
    ),
  );
};
