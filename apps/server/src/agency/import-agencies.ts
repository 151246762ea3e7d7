import { type AgencyImport, type AgencyImportRow, agencyKinds, may } from '@gongkai/contract';
import type { Db } from '../platform/database/open-database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import { differences } from './agency-fields.ts';
import type { AgencyPlan, PlannedAgency } from './agency-plan.ts';
import { fieldTitles } from './agency-sheet.ts';
import { type AgencyRow, agencyProblem, lockTree } from './agency-tree.ts';
import type { Caller } from './caller.ts';
import { followNewAgencies } from './follow-new-agencies.ts';
import { permit, permitReading, rolesFor } from './permit.ts';
import { planAgencyImport } from './plan-agency-import.ts';
import { closeWork } from './work-item.ts';

/** How many rows one statement writes. */
const atOnce = 500;
const mostShown = 200;

/** What an import of a table of agencies would do, and everything that is wrong with it. Changes nothing. */
export const previewAgencyImport = async (
  spine: Spine,
  caller: Caller,
  bytes: Uint8Array,
): Promise<AgencyImport> => {
  await permitReading(spine, caller, 'agency.import', caller.agencyId);
  const { plan, nameOf } = await makePlan(spine.db, caller, bytes, spine.now());
  return present(plan, nameOf);
};

/** Imports a table of agencies (XLSX, CSV): all of it, or nothing where anything is wrong. The same again changes nothing. */
export const importAgencies = (spine: Spine, caller: Caller, bytes: Uint8Array): Promise<AgencyImport> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    await permit(db, caller, 'agency.import', caller.agencyId);
    await lockTree(db);
    const { plan, nameOf } = await makePlan(db, caller, bytes, now);
    const [first] = plan.problems;
    if (first)
      throw new Refusal(
        'invalid',
        'IMPORT_HAS_PROBLEMS',
        `表中有 ${plan.problems.length} 个问题，没有导入任何单位。${first.row === null ? '' : `第 ${first.row} 行`}${first.column ? `“${first.column}”` : ''}${first.row === null ? '' : '：'}${first.message}`,
      );
    const fresh = plan.planned.filter(({ before }) => before === null).map(({ after }) => after);
    const changed = plan.planned.flatMap(({ before, after }) => {
      if (before === null) return [];
      const difference = differences(before, after);
      return Object.keys(difference.after).length === 0 ? [] : [{ id: after.id, difference }];
    });
    await write(
      db,
      fresh,
      changed.map(({ id, difference }) => ({ id, values: difference.after })),
    ).catch((error) => {
      throw agencyProblem(error);
    });
    for (const { before, after } of plan.planned)
      if (after.is_competent && !before?.is_competent && after.parent_id !== null)
        await closeWork(
          { db, now },
          { kind: 'competent_missing', subject: { kind: 'agency', id: after.parent_id } },
        );
    for (const { id, created_at: _, ...data } of fresh)
      record({ kind: 'agency_created', agencyId: id, subject: { kind: 'agency', id }, data });
    for (const { id, difference } of changed)
      record({ kind: 'agency_changed', agencyId: id, subject: { kind: 'agency', id }, data: difference });
    if (fresh.length + changed.length > 0)
      record({
        kind: 'agencies_imported',
        agencyId: caller.agencyId,
        subject: { kind: 'agency', id: caller.agencyId },
        data: { created: fresh.length, changed: changed.length },
      });
    await followNewAgencies(
      spine,
      db,
      fresh.map(({ id }) => id),
    );
    return present(plan, nameOf);
  });

type Change = { readonly id: string; readonly values: Readonly<Record<string, unknown>> };

/**
 * In an order in which no row stands in another's way: who stops being competent before who becomes it, names given
 * up before they are taken, parents before those that move below them.
 */
const write = async (db: Db, fresh: readonly AgencyRow[], changes: readonly Change[]): Promise<void> => {
  const update = async (pick: (values: Change['values']) => Change['values']): Promise<void> => {
    for (const { id, values } of changes) {
      const picked = pick(values);
      if (Object.keys(picked).length > 0)
        await db.updateTable('agency').set(picked).where('id', '=', id).execute();
    }
  };
  await update(({ is_competent }) => (is_competent === false ? { is_competent } : {}));
  await update(({ parent_id: _, ...others }) => others);
  for (let from = 0; from < fresh.length; from += atOnce)
    await db
      .insertInto('agency')
      .values(fresh.slice(from, from + atOnce))
      .execute();
  await update(({ parent_id }) => (parent_id === undefined ? {} : { parent_id }));
};

const makePlan = async (
  db: Db,
  caller: Caller,
  bytes: Uint8Array,
  now: Date,
): Promise<{ readonly plan: AgencyPlan; readonly nameOf: (id: string | null) => string }> => {
  const existing = await db.selectFrom('agency').selectAll().execute();
  const byId = new Map(existing.map((agency) => [agency.id, agency]));
  const held = rolesFor(caller, 'agency.import');
  const inReach = (agencyId: string): boolean => {
    const agenciesAbove: string[] = [];
    for (let at = byId.get(agencyId)?.parent_id; at; at = byId.get(at)?.parent_id) agenciesAbove.push(at);
    return may(held, 'agency.import', { agencyId, agenciesAbove });
  };
  const plan = planAgencyImport(bytes, existing, inReach, now);
  const names = new Map([
    ...existing.map(({ id, name }): [string, string] => [id, name]),
    ...plan.planned.map(({ after }): [string, string] => [after.id, after.name]),
  ]);
  return { plan, nameOf: (id) => (id === null ? '' : (names.get(id) ?? '')) };
};

const titleOf: Readonly<Record<string, string>> = {
  name: fieldTitles.name,
  short_name: fieldTitles.shortName,
  credit_code: fieldTitles.creditCode,
  region_code: fieldTitles.regionCode,
  organisation_code: fieldTitles.organisationCode,
  working_body: fieldTitles.workingBody,
  address: fieldTitles.address,
  office_hours: fieldTitles.officeHours,
  phone: fieldTitles.phone,
  fax: fieldTitles.fax,
  email: fieldTitles.email,
  parent_id: '上级单位',
  is_competent: '是否主管部门',
};

const present = ({ planned, problems }: AgencyPlan, nameOf: (id: string | null) => string): AgencyImport => {
  const shown = (column: string, value: unknown): string => {
    if (column === 'parent_id') return nameOf(value as string | null);
    if (typeof value === 'boolean') return value ? '是' : '否';
    return value === null || value === undefined ? '' : String(value);
  };
  const changesOf = ({ before, after }: PlannedAgency): AgencyImportRow['changes'] => {
    if (before === null) return [{ field: '类别', before: '', after: agencyKinds[after.kind] }];
    const difference = differences(before, after);
    return Object.entries(difference.after).map(([column, value]) => ({
      field: titleOf[column] ?? column,
      before: shown(column, difference.before[column]),
      after: shown(column, value),
    }));
  };
  const rows = planned
    .map(
      (one): AgencyImportRow => ({
        row: one.row,
        name: one.after.name,
        parent: nameOf(one.after.parent_id),
        outcome: one.before === null ? 'created' : 'changed',
        changes: changesOf(one),
      }),
    )
    .sort((a, b) => a.row - b.row);
  const changed = rows.filter(({ outcome, changes }) => outcome === 'changed' && changes.length > 0);
  const created = rows.filter(({ outcome }) => outcome === 'created');
  return {
    problems: problems.slice(0, mostShown),
    problemCount: problems.length,
    created: created.length,
    changed: changed.length,
    unchanged: rows.length - created.length - changed.length,
    rows: rows.filter(({ changes }) => changes.length > 0),
  };
};
