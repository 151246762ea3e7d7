import type { CreateAgency } from '@gongkai/contract';
import { newId } from '../platform/database/new-id.ts';
import type { Db } from '../platform/database/open-database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import { columnsOf } from './agency-fields.ts';
import { agencyProblem, loadAgency, lockTree, refuseMisplaced } from './agency-tree.ts';
import type { Caller } from './caller.ts';
import { checkAgencyCodes, organisationCodeIn } from './check-agency-codes.ts';
import { followNewAgencies } from './follow-new-agencies.ts';
import { agenciesAbove, permit } from './permit.ts';
import { openWork } from './work-item.ts';

/** Behind its siblings, with room between for whoever arranges them. */
const lastPlace = async (db: Db, parentId: string): Promise<number> => {
  const { last } = await db
    .selectFrom('agency')
    .select((eb) => eb.fn.max('sort').as('last'))
    .where('parent_id', '=', parentId)
    .executeTakeFirstOrThrow();
  return Math.min((last ?? 0) + 10, 100_000);
};

/** Adds an agency (行政机关) below another. Its standard columns (栏目) follow by a job. */
export const createAgency = (
  spine: Spine,
  caller: Caller,
  { parentId, kind, ...fields }: CreateAgency,
): Promise<{ readonly id: string }> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    await permit(db, caller, 'agency.create', parentId);
    await lockTree(db);
    const parent = await loadAgency(db, parentId);
    refuseMisplaced(kind, parent, (await agenciesAbove(db, parentId)).length + 2);
    const codes = checkAgencyCodes(fields);
    if (!codes.ok) throw new Refusal('invalid', 'AGENCY_CODE_WRONG', codes.reason, codes.field);
    const id = newId(now.getTime());
    const row = {
      ...columnsOf({ ...fields, ...codes.value }),
      name: fields.name,
      short_name: fields.shortName,
      region_code: fields.regionCode,
      organisation_code: codes.value.organisationCode ?? organisationCodeIn(codes.value.creditCode),
      sort: fields.sort ?? (await lastPlace(db, parentId)),
    };
    await db
      .insertInto('agency')
      .values({ id, parent_id: parentId, kind, ...row })
      .execute()
      .catch((error) => {
        throw agencyProblem(error);
      });
    record({
      kind: 'agency_created',
      agencyId: id,
      subject: { kind: 'agency', id },
      data: { parentId, kind, ...row },
    });
    // 条例第三条第三款: each government has one; its departments have to be there first.
    if (kind === 'government')
      await openWork(
        { db, now },
        {
          agencyId: caller.agencyId,
          kind: 'competent_missing',
          subject: { kind: 'agency', id },
          title: `为${fields.name}指定政府信息公开工作主管部门`,
          link: `/agencies/${id}`,
          role: 'system_administrator',
        },
      );
    await followNewAgencies(spine, db, [id]);
    return { id };
  });
