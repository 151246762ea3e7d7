import type { CloseAgency } from '@gongkai/contract';
import { civilDateInShanghai } from '@gongkai/statute';
import type { Db } from '../platform/database/open-database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import { type AgencyRow, agencyState, loadAgency, lockTree } from './agency-tree.ts';
import type { Caller } from './caller.ts';
import { permit } from './permit.ts';
import { closeWork } from './work-item.ts';

/** What another area still has open with an agency, in sentences; empty where it has nothing. */
export type OpenElsewhere = (db: Db, agencyId: string) => Promise<readonly string[]>;

/**
 * Closes an agency (撤销). All that it did stays in the record; nothing new is done in its name, and tokens given
 * for it end. What is still open with it must be settled or handed over first.
 */
export const closeAgency = (
  spine: Spine,
  caller: Caller,
  { id, closedOn }: CloseAgency,
  openElsewhere: readonly OpenElsewhere[],
): Promise<void> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    await lockTree(db);
    const agency = await loadAgency(db, id);
    await permit(db, caller, 'agency.close', id, agencyState(agency));
    if (closedOn > civilDateInShanghai(now.getTime()))
      throw new Refusal('invalid', 'CLOSED_IN_FUTURE', '撤销日期不能晚于今天。', 'closedOn');
    const reasons = await whatIsOpen(db, id);
    for (const open of openElsewhere) reasons.push(...(await open(db, id)));
    if (agency.parent_id === null) reasons.push('它是最上级的单位');
    if (agency.is_competent && (await hasSiblings(db, agency)))
      reasons.push('它是政府信息公开工作主管部门，须先指定另一个');
    if (reasons.length > 0)
      throw new Refusal('conflict', 'AGENCY_STILL_OPEN', `${agency.name}还不能撤销：${reasons.join('；')}。`);
    await db.updateTable('agency').set({ closed_on: closedOn }).where('id', '=', id).execute();
    await closeWork({ db, now }, { kind: 'competent_missing', subject: { kind: 'agency', id } });
    const tokens = await db
      .updateTable('api_token')
      .set({ revoked_at: now })
      .where('agency_id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('id')
      .execute();
    record({
      kind: 'agency_closed',
      agencyId: id,
      subject: { kind: 'agency', id },
      data: { closedOn, revokedTokens: tokens.map((token) => token.id) },
    });
  });

/** Whether others stay open beside it; the last one may go, or a government could never be closed. */
const hasSiblings = async (db: Db, agency: AgencyRow): Promise<boolean> => {
  const sibling = await db
    .selectFrom('agency')
    .select('id')
    .where('parent_id', '=', agency.parent_id)
    .where('id', '<>', agency.id)
    .where('closed_on', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return sibling !== undefined;
};

const whatIsOpen = async (db: Db, id: string): Promise<string[]> => {
  const count = (table: 'agency' | 'post' | 'work_item', column: string, open: string) =>
    db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('count'))
      .where(db.dynamic.ref(column), '=', id)
      .where(db.dynamic.ref(open), 'is', null)
      .executeTakeFirstOrThrow();
  const [below, posts, work] = [
    await count('agency', 'parent_id', 'closed_on'),
    await count('post', 'agency_id', 'ended_at'),
    await count('work_item', 'agency_id', 'done_at'),
  ].map((row) => row.count);
  return [
    ...(below ? [`还有 ${below} 个下级单位，须先撤销或调整上级`] : []),
    ...(posts ? [`还有 ${posts} 个职责有人担任，须先免去或办理交接`] : []),
    ...(work ? [`还有 ${work} 项待办没有办完`] : []),
  ];
};
