import type { SheetProblem } from '@gongkai/contract';
import type { AgencyPlan, Fail, PlannedAgency } from './agency-plan.ts';
import type { AgencyEntryRow } from './agency-sheet.ts';
import { type AgencyRow, mostLevels } from './agency-tree.ts';

interface Draft extends PlannedAgency {
  readonly entry: AgencyEntryRow;
}

interface Drafted {
  readonly draft: readonly Draft[];
  /** Open agencies as they are. */
  readonly existing: readonly AgencyRow[];
  /** Region codes that are given, by agency. */
  readonly regions: ReadonlyMap<string, string>;
  readonly problems: readonly SheetProblem[];
}

/**
 * Looks at the tree as it would be: no ring, not too deep, one competent department to a government
 * (条例第三条第三款); fills in region codes that follow from above, and sorts parents before children.
 */
export const checkPlannedTree = ({ draft, existing, regions, problems: sofar }: Drafted): AgencyPlan => {
  const problems = [...sofar];
  const fail: Fail = (row, column, message) => void problems.push({ row, column, message });
  const planned = new Map(draft.map((one) => [one.after.id, one]));
  const final = new Map([
    ...existing.map((agency): [string, AgencyRow] => [agency.id, agency]),
    ...draft.map(({ after }): [string, AgencyRow] => [after.id, after]),
  ]);

  /** Ids from an agency up to its root, one more than there may be at most; null where they go round in a ring. */
  const pathOf = (id: string): readonly string[] | null => {
    const path: string[] = [];
    for (
      let at: string | null = id;
      at !== null && path.length <= mostLevels;
      at = final.get(at)?.parent_id ?? null
    ) {
      if (path.includes(at)) return null;
      path.push(at);
    }
    return path;
  };

  const depths = new Map<string, number>();
  const completed = draft.map((one): Draft => {
    const { id } = one.after;
    const path = pathOf(id);
    if (path === null) {
      fail(one.row, '上级单位', '上下级关系形成了循环，请核对上级单位。');
      return one;
    }
    if (path.length > mostLevels) {
      fail(one.row, '上级单位', `单位的层级最多 ${mostLevels} 级，请核对上级单位。`);
      return one;
    }
    depths.set(id, path.length);
    const region = path.map((step) => regions.get(step)).find((code) => code !== undefined);
    if (region === undefined && !isCutOff(planned.get(path.at(-1) ?? '')))
      fail(one.row, '区划代码', '没有填写区划代码。');
    return { ...one, after: { ...one.after, region_code: region ?? '' } };
  });

  const cleared = checkCompetent(completed, existing, final, fail);
  const changed = completed.map((one): PlannedAgency => {
    const { row, before, after } = one;
    return { row, before, after };
  });
  const sorted = changed.sort((a, b) => (depths.get(a.after.id) ?? 0) - (depths.get(b.after.id) ?? 0));
  return {
    planned: [...cleared.filter(({ after }) => !planned.has(after.id)), ...sorted],
    problems: problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  };
};

/** Whether what should stand above it isn't known: that has been said already, and what follows from it needn't be. */
const isCutOff = (top: Draft | undefined): boolean =>
  top !== undefined && top.after.parent_id === null && (top.before === null || top.entry.parent !== null);

/** Yields the agencies outside the table that stop being competent since the table names another one. */
const checkCompetent = (
  draft: readonly Draft[],
  existing: readonly AgencyRow[],
  final: ReadonlyMap<string, AgencyRow>,
  fail: Fail,
): readonly PlannedAgency[] => {
  const inTable = new Set(draft.map(({ after }) => after.id));
  const named = new Map<string, Draft>();
  const ended = new Map<string, Draft>();
  for (const one of draft) {
    const { before, after, entry } = one;
    const parent = after.parent_id === null ? undefined : final.get(after.parent_id);
    if (after.is_competent) {
      if (after.kind !== 'department' || parent?.kind !== 'government')
        fail(one.row, '是否主管部门', '主管部门应当是人民政府的直属部门，例如办公室。');
      else if (before?.is_competent && before.parent_id !== after.parent_id)
        fail(one.row, '上级单位', '主管部门不能调到另一个政府之下，请先指定另一个主管部门。');
      else if (entry.isCompetent || before?.is_competent) {
        const other = named.get(parent.id);
        if (other)
          fail(
            one.row,
            '是否主管部门',
            `“${parent.name}”的主管部门在第 ${other.row} 行已有一个。一级政府只有一个主管部门，原来的请写“否”。`,
          );
        else named.set(parent.id, one);
      }
    } else if (before?.is_competent && before.parent_id !== null) ended.set(before.parent_id, one);
  }
  for (const [governmentId, one] of ended)
    if (!named.has(governmentId))
      fail(one.row, '是否主管部门', '这样一来上级政府就没有主管部门了，请同时把另一个部门写“是”。');
  for (const { before, after, row } of draft)
    if (before === null && after.kind === 'government' && !named.has(after.id))
      fail(
        row,
        '单位名称',
        `“${after.name}”没有主管部门：请在本表中加上它的办公室，“是否主管部门”写“是”（条例第三条）。`,
      );
  return existing
    .filter((agency) => agency.is_competent && agency.parent_id !== null && !inTable.has(agency.id))
    .flatMap((agency) => {
      const successor = named.get(agency.parent_id ?? '');
      return successor && successor.after.id !== agency.id
        ? [{ row: successor.row, before: agency, after: { ...agency, is_competent: false } }]
        : [];
    });
};
