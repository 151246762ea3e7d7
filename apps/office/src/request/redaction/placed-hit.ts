import type { RedactionHit } from '@gongkai/contract';

/** What was found, known by a key of its own. */
export interface PlacedHit extends RedactionHit {
  readonly key: string;
}

export const placeHits = (hits: readonly RedactionHit[]): readonly PlacedHit[] =>
  hits.map((hit, index) => ({ ...hit, key: `${hit.page}-${hit.kind}-${index}` }));
