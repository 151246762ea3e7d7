import type { TableId } from '../../form/form.ts';
import type { Source } from '../source.ts';
import type { TableStart } from './find-table-starts.ts';
import type { Label, Part } from './labels.ts';
import { readTokens } from './read-tokens.ts';
import { sectionTitle } from './section-titles.ts';
import type { Token } from './token.ts';

/** One printing of a part of the form: section 二's small tables, or table 三, or table 四. */
export interface Instance {
  readonly part: Part;
  /** Token range; `to` is the first token behind it. */
  readonly from: number;
  readonly to: number;
  /** Token index → the label it is. */
  readonly labels: ReadonlyMap<number, Label>;
  readonly starts: readonly TableStart[];
}

export const parts: readonly Part[] = ['proactive', 'requests', 'reviews'];

/** How much foreign text may stand between two labels of one table. */
const widestGap = 3;
/** How many unknown words in a row before a table or behind it may still belong to it. */
const reach = 14;

/** What the known labels of an instance must weigh together, each counted once, before it counts as a table. */
const least: Readonly<Record<Part, number>> = { proactive: 5, requests: 9, reviews: 7 };

export const findInstances = (source: Source): readonly Instance[] => instancesOf(readTokens(source));

/** Every instance of every part in reading order. */
export const instancesOf = (tokens: readonly Token[]): readonly Instance[] =>
  parts
    .flatMap((part) => clustersOf(tokens, part))
    .map((cluster) => instanceOf(tokens, cluster))
    .filter((instance) => instance !== null)
    .toSorted((left, right) => left.from - right.from);

interface Cluster {
  readonly part: Part;
  readonly hits: readonly Hit[];
}

interface Hit {
  readonly token: number;
  readonly candidates: readonly Label[];
}

const clustersOf = (tokens: readonly Token[], part: Part): readonly Cluster[] => {
  const clusters: Cluster[] = [];
  let hits: Hit[] = [];
  let foreign = 0;
  let owner: Part | null = null;
  const end = (): void => {
    if (hits.length > 1) clusters.push(...splitRepeats(part, hits));
    hits = [];
    foreign = 0;
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'prose') foreign += 1;
    else if (token.kind !== 'words') continue;
    else {
      const all = token.match.labels;
      const sure = all.find((label) => label.weight > 0);
      if (sure !== undefined) owner = sure.part;
      const candidates = all.filter((label) => label.part === part);
      // 总计 and 其他 stand in several tables: they belong to the one that is being printed.
      if (candidates.length > 0 && (sure !== undefined || owner === part)) {
        if (foreign > widestGap) end();
        foreign = 0;
        hits.push({ token: at, candidates });
        continue;
      }
      const strange = token.match.labels[0];
      // A label that only another table prints ends this one.
      foreign += strange === undefined ? 0.25 : strange.weight > 1 ? widestGap : 0.5;
    }
    if (foreign > widestGap && hits.length > 0) end();
  }
  end();
  return clusters;
};

/** A row that comes again begins another printing of the table. */
const splitRepeats = (part: Part, hits: readonly Hit[]): readonly Cluster[] => {
  const clusters: Cluster[] = [];
  const seen = new Map<string, number>();
  let from = 0;
  for (let at = 0; at < hits.length; at++) {
    const only = (hits[at] as Hit).candidates;
    const label = only.length === 1 ? (only[0] as Label) : null;
    if (label === null || !isMilestone(part, label)) continue;
    const times = (seen.get(label.id) ?? 0) + 1;
    seen.set(label.id, times);
    if (times === 1) continue;
    let cut = at;
    while (cut > from && !isMilestoneHit(part, hits[cut - 1] as Hit)) cut -= 1;
    clusters.push({ part, hits: hits.slice(from, cut) });
    from = cut;
    seen.clear();
    seen.set(label.id, 1);
  }
  clusters.push({ part, hits: hits.slice(from) });
  return rejoin(clusters);
};

const isMilestone = (part: Part, label: Label): boolean =>
  part === 'reviews' ? label.id === 'reconsideration' : label.role === 'row';
const isMilestoneHit = (part: Part, hit: Hit): boolean =>
  hit.candidates.length === 1 && isMilestone(part, hit.candidates[0] as Label);

const rowIds = (part: Part, cluster: Cluster): ReadonlySet<string> =>
  new Set(
    cluster.hits.filter((hit) => isMilestoneHit(part, hit)).map((hit) => (hit.candidates[0] as Label).id),
  );

/** A label printed twice by itself (a row cut by a page break) is no second table: pieces that hardly overlap are one. */
const rejoin = (clusters: readonly Cluster[]): readonly Cluster[] => {
  const out: Cluster[] = [];
  for (const cluster of clusters) {
    const before = out.at(-1);
    if (before !== undefined && cluster.part === 'requests') {
      const left = rowIds(cluster.part, before);
      const right = rowIds(cluster.part, cluster);
      const shared = [...right].filter((id) => left.has(id)).length;
      if (
        shared * 3 <= Math.min(left.size, right.size) ||
        (shared <= 1 && right.size > 0 && left.size + right.size > 8)
      ) {
        out[out.length - 1] = { part: cluster.part, hits: [...before.hits, ...cluster.hits] };
        continue;
      }
    }
    out.push(cluster);
  }
  return out;
};

const instanceOf = (tokens: readonly Token[], { part, hits }: Cluster): Instance | null => {
  const labels = resolve(insideTable(tokens, part, hits));
  dropSums(tokens, labels);
  const distinct = new Map<string, Label>();
  for (const label of labels.values()) distinct.set(`${label.role} ${label.id}`, label);
  const kinds = [...distinct.values()];
  const weight = kinds.reduce((sum, label) => sum + label.weight, 0);
  if (weight < least[part] || !isTable(part, kinds)) return null;
  const trimmed = new Map([...labels].toSorted(([left], [right]) => left - right));
  dropLooseEnds(trimmed);
  const known = [...trimmed.keys()];
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = extend(tokens, part, first, -1);
  const to = extend(tokens, part, last, 1) + 1;
  return { part, from, to, labels: trimmed, starts: startsOf(tokens, part, trimmed) };
};

const isTable = (part: Part, kinds: readonly Label[]): boolean => {
  const count = (role: string): number => kinds.filter((label) => label.role === role).length;
  if (part === 'reviews') return count('column') >= 3 || count('group') === 4;
  // Rows without labels: the heads alone must do.
  if (part === 'requests') return count('row') >= 3 || (count('column') >= 4 && count('corner') >= 2);
  return count('row') >= 1 && count('column') + count('band') >= 1;
};

/** 其他 and 总计 name a row and a column: their item mark tells, or else the company they keep. */
const resolve = (hits: readonly Hit[]): Map<number, Label> => {
  const labels = new Map<number, Label>();
  let last: Label | null = null;
  for (const { token, candidates } of hits) {
    let label = candidates[0] as Label;
    if (candidates.length > 1) {
      const role: string =
        last === null || last.role === 'corner' ? 'column' : last.role === 'column' ? 'column' : 'row';
      label = candidates.find((one) => one.role === role) ?? label;
    }
    labels.set(token, label);
    // 法人或其他组织 stands among the column heads, the other groups among the rows.
    last = label.id === 'organisations' ? { ...label, role: 'column' } : label;
  }
  return labels;
};

/**
 * Where the labels stand in a true table or between tabs, sentences before or behind it that name its rows (行政许可12件) are
 * none of it; bands and corners may stand as captions over small tables.
 */
const insideTable = (tokens: readonly Token[], part: Part, hits: readonly Hit[]): readonly Hit[] => {
  const kinds = hits.map(({ token }) => (tokens[token] as Token).lineKind);
  const grid = kinds.filter((kind) => kind === 'grid').length * 3 >= hits.length * 2;
  const cells = kinds.filter((kind) => kind === 'cells').length * 3 >= hits.length * 2;
  if (!grid && !cells) return hits;
  const named = new Set(
    hits.flatMap(({ token, candidates }) =>
      (tokens[token] as Token).lineKind === 'text' ? [] : candidates.map(({ id }) => id),
    ),
  );
  const inGrid = ({ token, candidates }: Hit): boolean => {
    const { lineKind, line } = tokens[token] as Token;
    if (lineKind !== 'text') return true;
    if (grid || tokens[token - 1]?.line === line) return false;
    // Between tabs a row whose cells are all empty may be its label alone.
    if (tokens[token + 1]?.line !== line) return true;
    // A label that its one figure touches is a row right below the heads or another row, if none else is named so.
    const before = tokens[token - 1];
    return (
      tokens[token + 1]?.kind === 'figure' &&
      tokens[token + 2]?.line !== line &&
      before?.lineKind === 'cells' &&
      before.line === line - 1 &&
      !candidates.some(({ id }) => named.has(id))
    );
  };
  const inside = hits.filter(inGrid);
  if (inside.length === hits.length) return hits;
  const weight = inside.reduce((sum, { candidates }) => sum + (candidates[0]?.weight ?? 0), 0);
  if (weight < least[part]) return hits;
  const caption = ({ candidates }: Hit): boolean =>
    candidates.every(({ role }) => role === 'band' || role === 'corner');
  return hits.filter((hit) => inGrid(hit) || caption(hit));
};

/** 合计 below each group is no （七）总计: of several, the one with its numeral is, or else the last. */
const dropSums = (tokens: readonly Token[], labels: Map<number, Label>): void => {
  const sums = [...labels].flatMap(([at, { role, id }]) =>
    role === 'row' && id === 'concluded' ? [at] : [],
  );
  if (sums.length < 3) return;
  const marked = sums.filter((at) => (tokens[at] as Token).match.mark === '七');
  const kept = marked.length > 0 ? marked : sums.slice(-1);
  for (const at of sums) if (!kept.includes(at)) labels.delete(at);
};

/** 总计 and 其他 alone at either end belong to some other table. */
const dropLooseEnds = (labels: Map<number, Label>): void => {
  for (const end of [1, -1]) {
    const keys = [...labels.keys()];
    if (end < 0) keys.reverse();
    // Heads that stand below the rows, or at the left of a transposed table, end with 其他 and 总计.
    const solid = keys.map((key) => labels.get(key) as Label).find((label) => label.weight > 0);
    if (end < 0 && solid?.role === 'column') continue;
    for (const key of keys) {
      const label = labels.get(key) as Label;
      if (label.weight > 0 || (end < 0 && label.role === 'row')) break;
      if (label.part === 'reviews') break;
      labels.delete(key);
    }
  }
};

/** Remarks and units, which stand over tables and below them. */
const remark =
  /^[（(【]?(?:注|备注|说明|附注|单位|计量单位|金额单位|填表|填报|制表|审核)[一二三\d]?\s?[:：]/u;

/** How many unknown words may follow each other: the fifteen heads of table 四 may each be broken over three lines. */
const mostUnknown: Readonly<Record<Part, number>> = { proactive: 6, requests: 6, reviews: reach };

/** How far a table reaches beyond its outermost known label: over figures and blanks, and some unknown words. */
const extend = (tokens: readonly Token[], part: Part, from: number, step: 1 | -1): number => {
  const inGrid = (tokens[from] as Token).lineKind === 'grid';
  let end = from;
  let words = 0;
  let sinceFigure = 0;
  for (let at = from + step; at >= 0 && at < tokens.length; at += step) {
    const token = tokens[at] as Token;
    if (token.kind === 'prose') break;
    const outside = inGrid && token.lineKind !== 'grid';
    if (token.kind === 'words') {
      const label = token.match.labels[0];
      // What stands over a true table is its caption or the narrative; so is a remark over any table.
      if (step < 0 && label === undefined && (outside || remark.test(token.text))) break;
      // 其他 alone may be the first line of 其他结果: only labels that other tables alone print end this one.
      if (
        token.match.labels.some((one) => one.weight > 0) &&
        !token.match.labels.some((one) => one.part === part)
      )
        break;
      if (sectionTitle(token.key)) break;
      // Pieces of folded heads are short and many.
      const weight = token.key.length > 4 ? 1 : 0.3;
      words += weight;
      sinceFigure += weight;
      if (words > reach || sinceFigure > mostUnknown[part] || token.key.length > 40) break;
      if (step < 0) end = at;
    } else if (token.kind === 'figure') {
      // Figures before a table's first label are the end of the table before.
      if (step < 0) break;
      sinceFigure = 0;
      if (!outside) end = at;
    } else if (token.kind === 'blank' && step > 0) end = at;
  }
  return end;
};

export const startsOf = (
  tokens: readonly Token[],
  part: Part,
  labels: ReadonlyMap<number, Label>,
): readonly TableStart[] => {
  const lineOf = (token: number): number => (tokens[token] as Token).line;
  const known = [...labels];
  const first = known[0] as [number, Label];
  if (part !== 'proactive') return [{ table: part, line: lineOf(first[0]) }];
  const starts = new Map<TableId, number>();
  let open = first[0];
  let openIsFree = true;
  for (const [token, label] of known) {
    if (label.role !== 'row') {
      if (!openIsFree) {
        open = token;
        openIsFree = true;
      } else if (label.role === 'band') open = token;
      continue;
    }
    const table = label.table as TableId;
    if (!starts.has(table)) starts.set(table, lineOf(openIsFree ? open : token));
    openIsFree = false;
  }
  return [...starts].map(([table, line]) => ({ table, line }));
};
