/** An event that a source text records: its kind, or null where the text doesn't spell it out. */
export interface RecordedKind {
  readonly kind: string | null;
  readonly line: number;
}

/** Things that have kinds, agencies and subjects too, and are no events: work items, notifications. */
const otherCall = /\b(openWork|closeWork|notify)\w*\([^;]*$/;

/**
 * An event as it is written: whatever is handed to `record`, or `kind`, then `agencyId`, in the order of its type; or
 * the `event` that a row of a table of steps names.
 */
const event = /\brecord\(\s*\{\s*kind:([^{};]*?),|\bkind:([^{};]*?),\s*agencyId\b|\bevent:( '\w+'),/g;

/** The kinds of the events that a source text records. */
export const recordedKinds = (text: string): readonly RecordedKind[] =>
  [...text.matchAll(event)].flatMap(({ index, 1: handed, 2: written, 3: named }): RecordedKind[] => {
    if (otherCall.test(text.slice(Math.max(0, index - 200), index))) return [];
    const line = text.slice(0, index).split('\n').length;
    const kinds = [...(handed ?? written ?? named ?? '').matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '');
    return kinds.length === 0 ? [{ kind: null, line }] : kinds.map((kind) => ({ kind, line }));
  });
