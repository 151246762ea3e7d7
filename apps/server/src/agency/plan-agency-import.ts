import type { AgencyKind } from '@gongkai/contract';
import { newId } from '../platform/database/new-id.ts';
import { columnsOf } from './agency-fields.ts';
import type { AgencyPlan, Fail, PlannedAgency } from './agency-plan.ts';
import { type AgencyEntryRow, type AgencyTitle, readAgencySheet } from './agency-sheet.ts';
import { type AgencyRow, mayStandBelow, misplaced } from './agency-tree.ts';
import { organisationCodeIn } from './check-agency-codes.ts';
import { checkPlannedTree } from './check-planned-tree.ts';

const blank: Omit<AgencyRow, 'id' | 'name' | 'short_name' | 'kind' | 'region_code' | 'created_at'> = {
  parent_id: null,
  credit_code: null,
  organisation_code: null,
  is_competent: false,
  working_body: null,
  address: null,
  office_hours: null,
  phone: null,
  fax: null,
  email: null,
  sort: 0,
  closed_on: null,
  organ_kind: null,
  review_government: null,
  review_department: null,
  local_government: null,
  court: null,
  letter_contact: null,
  return_to: null,
  fee_payment: null,
  registration_word: null,
  reply_word: null,
  letter_word: null,
};

/**
 * Works out what a table of agencies would do. A row is an existing agency's by its credit code, else by its name;
 * otherwise a new one's. Blank cells leave what is there. Nothing is decided on a table with a problem: all or nothing.
 *
 * @param existing every agency of the installation, closed ones too
 * @param inReach whether the importer may import at an existing agency
 */
export const planAgencyImport = (
  bytes: Uint8Array,
  existing: readonly AgencyRow[],
  inReach: (agencyId: string) => boolean,
  now: Date,
): AgencyPlan => {
  const { entries, problems: sheetProblems, namesLeftOut } = readAgencySheet(bytes);
  const problems = [...sheetProblems];
  const fail: Fail = (row, column, message) => void problems.push({ row, column, message });
  const matched = matchEntries(entries, existing, fail);

  // Names as they will be: a parent may be renamed by the same table, or be new in it.
  const open = existing.filter((agency) => agency.closed_on === null);
  const inSheet = new Set(matched.flatMap(({ before }) => (before ? [before.id] : [])));
  const idByName = new Map(open.filter(({ id }) => !inSheet.has(id)).map(({ id, name }) => [name, id]));
  for (const { entry, before, id } of matched) {
    const taken = idByName.get(entry.fields.name);
    if (taken !== undefined && taken !== before?.id)
      fail(entry.row, '单位名称', `“${entry.fields.name}”与另一个单位同名，请核对。`);
    idByName.set(entry.fields.name, id);
  }

  const parentOf = ({ entry, before }: Matched): string | null => {
    if (entry.parent === null) {
      if (before === null) fail(entry.row, '上级单位', '新增的单位必须填写上级单位。');
      return before?.parent_id ?? null;
    }
    const parentId = idByName.get(entry.parent);
    if (parentId === undefined && !namesLeftOut.has(entry.parent)) {
      const wasThere = open.find(({ name }) => name === entry.parent);
      fail(
        entry.row,
        '上级单位',
        wasThere
          ? `“${entry.parent}”在本表中改了名称，请写新的名称。`
          : `没有“${entry.parent}”这个单位，请核对名称，或在本表中加上这个单位。`,
      );
    }
    return parentId ?? null;
  };
  const kinds = new Map<string, AgencyKind>([
    ...open.map(({ id, kind }): [string, AgencyKind] => [id, kind]),
    ...matched.flatMap(({ entry, before, id }): [string, AgencyKind][] => {
      if (before === null && entry.kind === null)
        fail(entry.row, '类别', '新增的单位必须填写类别：人民政府、政府部门、乡镇（街道）。');
      if (before !== null && entry.kind !== null && entry.kind !== before.kind)
        fail(entry.row, '类别', `“${before.name}”的类别与已有的不同；类别不能用导入修改。`);
      const kind = before?.kind ?? entry.kind;
      return kind ? [[id, kind]] : [];
    }),
  ]);
  const regions = new Map([
    ...open.map(({ id, region_code }): [string, string] => [id, region_code]),
    ...matched.flatMap(({ entry, id }): [string, string][] =>
      entry.fields.regionCode ? [[id, entry.fields.regionCode]] : [],
    ),
  ]);

  const existingIds = new Set(existing.map(({ id }) => id));
  const draft = matched.map((one): PlannedAgency & { readonly entry: AgencyEntryRow } => {
    const { entry, before, id } = one;
    const parentId = parentOf(one);
    const kind = kinds.get(id) ?? 'department';
    const parentKind = parentId === null ? undefined : kinds.get(parentId);
    if (parentKind && !mayStandBelow(kind, parentKind)) fail(entry.row, '上级单位', misplaced);
    for (const reached of [before?.id, parentId])
      if (reached && existingIds.has(reached) && !inReach(reached))
        fail(entry.row, null, `“${entry.fields.name}”不在您管理的单位范围内，请从表中删去这一行。`);
    const after: AgencyRow = {
      ...(before ?? {
        ...blank,
        created_at: now,
        region_code: '',
        short_name: entry.fields.name,
        organisation_code: organisationCodeIn(entry.fields.creditCode),
      }),
      ...columnsOf(entry.fields),
      id,
      kind,
      name: entry.fields.name,
      parent_id: parentId,
      is_competent: entry.isCompetent ?? before?.is_competent ?? false,
    };
    return { row: entry.row, before, after, entry };
  });
  return checkPlannedTree({ draft, existing: open, regions, problems });
};

interface Matched {
  readonly entry: AgencyEntryRow;
  readonly before: AgencyRow | null;
  readonly id: string;
}

/** Finds each row's existing agency, and refuses two rows for one. */
const matchEntries = (
  entries: readonly AgencyEntryRow[],
  existing: readonly AgencyRow[],
  fail: Fail,
): readonly Matched[] => {
  const open = existing.filter((agency) => agency.closed_on === null);
  const byCode = new Map(
    open.flatMap((agency) => (agency.credit_code ? [[agency.credit_code, agency]] : [])),
  );
  const byName = new Map(open.map((agency) => [agency.name, agency]));
  // A name that an agency gives up in this table may be another row's.
  const rowOfCoded = new Map(
    entries.flatMap(({ row, fields }): [string, number][] => {
      const coded = fields.creditCode ? byCode.get(fields.creditCode) : undefined;
      return coded ? [[coded.id, row]] : [];
    }),
  );
  const rowByCode = new Map<string, number>();
  const rowByAgency = new Map<string, number>();
  const rowByName = new Map<string, number>();
  return entries.flatMap((entry): readonly Matched[] => {
    const { name, creditCode } = entry.fields;
    const once = (seen: Map<string, number>, key: string, column: AgencyTitle, what: string): boolean => {
      const earlier = seen.get(key);
      if (earlier === undefined) {
        seen.set(key, entry.row);
        return true;
      }
      fail(entry.row, column, `${what}与第 ${earlier} 行重复，请只保留一行。`);
      return false;
    };
    if (!once(rowByName, name, '单位名称', `单位名称“${name}”`)) return [];
    if (creditCode && !once(rowByCode, creditCode, '统一社会信用代码', '统一社会信用代码')) return [];
    const sameName = byName.get(name);
    const named = (rowOfCoded.get(sameName?.id ?? '') ?? entry.row) === entry.row ? sameName : undefined;
    const coded = creditCode ? byCode.get(creditCode) : undefined;
    if (named && coded && named.id !== coded.id) {
      fail(entry.row, '统一社会信用代码', `这个统一社会信用代码是“${coded.name}”的，请核对名称或代码。`);
      return [];
    }
    const before = coded ?? named ?? null;
    if (before && !once(rowByAgency, before.id, '单位名称', `“${before.name}”`)) return [];
    return [{ entry, before, id: before?.id ?? newId() }];
  });
};
