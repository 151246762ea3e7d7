import { compare } from '../../decimal.ts';
import type { Claim, Count, Parts } from './claim.ts';

const groups = ['disclosed', 'partial', 'refused', 'unavailable', 'notProcessed', 'otherHandling'] as const;
const results = ['upheld', 'corrected', 'other', 'pending'] as const;
const orgKinds = ['business', 'research', 'publicInterest', 'legalService'] as const;

/** A kind of list: which counts are its parts, of which whole, and which parts make it complete. */
interface Dimension {
  readonly wholes: (quantity: string) => boolean;
  readonly partOf: (whole: string, part: string) => boolean;
  readonly complete: (whole: string, parts: ReadonlySet<string>) => boolean;
  readonly disjoint: boolean;
}

const requestWholes = new Set(['received', 'concluded']);

const dimensions: readonly Dimension[] = [
  {
    // 收到…件，其中自然人…件，法人或其他组织…件
    wholes: (whole) => whole === 'received',
    partOf: (_, part) =>
      part === 'received@naturalPerson' ||
      part === 'received@organisations' ||
      orgKinds.some((kind) => part === `received@${kind}`),
    complete: (_, parts) =>
      parts.has('received@naturalPerson') && parts.has('received@organisations') && parts.size === 2,
    disjoint: true,
  },
  {
    wholes: (whole) => requestWholes.has(whole),
    partOf: (_, part) => (groups as readonly string[]).includes(part),
    complete: () => false,
    disjoint: true,
  },
  {
    // 不予公开5件，其中属于国家秘密1件
    wholes: (whole) => (groups as readonly string[]).includes(whole),
    partOf: (whole, part) => part.startsWith(`${whole}.`),
    complete: () => false,
    disjoint: true,
  },
  {
    wholes: (whole) => whole === 'received',
    partOf: (_, part) => part.startsWith('channel.'),
    complete: () => false,
    disjoint: true,
  },
  {
    wholes: (whole) => /^(?:reconsideration|litigation(?:\.(?:direct|afterReconsideration))?)$/.test(whole),
    partOf: (whole, part) => [...results, 'rest'].some((result) => part === `${whole}.${result}`),
    complete: (whole, parts) => results.every((result) => parts.has(`${whole}.${result}`)),
    disjoint: true,
  },
  {
    wholes: (whole) => whole === 'litigation',
    partOf: (_, part) => part === 'litigation.direct' || part === 'litigation.afterReconsideration',
    complete: (_, parts) => parts.size === 2,
    disjoint: true,
  },
];

const sameScope = (one: Count, other: Count): boolean =>
  (one.scope === 'unstated' ? 'own' : one.scope) === (other.scope === 'unstated' ? 'own' : other.scope);

const comparable = (whole: Count, part: Count): boolean =>
  part.period === whole.period &&
  (part.bound === 'exact' || part.bound === 'some') &&
  sameScope(part, whole) &&
  !part.negated;

const listOf = (whole: Count, parts: readonly Count[], complete: boolean, disjoint: boolean): Parts => ({
  kind: 'parts',
  whole,
  parts,
  complete,
  disjoint,
  quote: whole.quote,
  place: whole.place,
});

/** The lists of parts whose kind the grammar knows, in one sentence. */
const typedLists = (counts: readonly Count[]): readonly Parts[] => {
  const lists: Parts[] = [];
  counts.forEach((whole, index) => {
    if (whole.quantity === null || whole.bound !== 'exact' || whole.negated) return;
    for (const dimension of dimensions) {
      if (!dimension.wholes(whole.quantity)) continue;
      const parts: Count[] = [];
      const seen = new Set<string>();
      for (const count of counts.slice(index + 1)) {
        if (count.quantity === whole.quantity) break;
        if (count.quantity === null || !dimension.partOf(whole.quantity, count.quantity)) {
          if (count.quantity !== null && dimension.wholes(count.quantity) && parts.length === 0) break;
          continue;
        }
        if (seen.has(count.quantity) || !comparable(whole, count)) {
          parts.length = 0;
          break;
        }
        seen.add(count.quantity);
        parts.push(count);
      }
      // 法人或其他组织20件，其中企业18件: the kinds are parts of the group, not beside it.
      const beside = seen.has('received@organisations')
        ? parts.filter((part) => /naturalPerson|organisations/.test(part.quantity ?? ''))
        : parts;
      if (beside.length > 1)
        lists.push(
          listOf(
            whole,
            beside,
            dimension.complete(whole.quantity, new Set(beside.map((part) => part.quantity ?? ''))),
            dimension.disjoint,
          ),
        );
    }
  });
  return lists;
};

/**
 * 公开信息1448项，其中政策11项，…，其他1110项: parts of an unknown kind, right behind their whole. Whether
 * they exclude each other is not known; a list closed by 其他 that adds up to less or more is doubtful.
 */
export interface PlainList {
  readonly whole: Count;
  readonly parts: readonly Count[];
  readonly closed: boolean;
}

const plainLists = (lists: readonly PlainList[]): readonly Parts[] =>
  lists
    .filter(
      ({ whole, parts }) =>
        parts.length > 1 && parts.every((part) => part.unit === whole.unit && part.bound === 'exact'),
    )
    .filter(
      ({ whole, parts }) =>
        whole.bound === 'exact' && parts.every((part) => compare(part.value, whole.value) <= 0),
    )
    .map(({ whole, parts, closed }) => listOf(whole, parts, closed, false));

/** The lists of a sentence; `before` is the whole in the sentence before, where this one begins with 其中. */
export const listsOf = (
  claims: readonly Claim[],
  plain: readonly PlainList[],
  before: Count | null,
): readonly Parts[] => [
  ...typedLists([
    ...(before === null ? [] : [before]),
    ...claims.filter((claim): claim is Count => claim.kind === 'count' && !claim.ofAll),
  ]),
  ...plainLists(plain),
];
