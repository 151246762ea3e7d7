import type { Db } from '../../platform/database/open-database.ts';

/**
 * What keeps an agency from being closed (撤销): applications that aren't over. Where its powers have gone to another
 * agency, the answer is that this one isn't responsible, and who is (条例第三十六条第（五）项).
 */
export const openRequestsOf = async (db: Db, agencyId: string): Promise<readonly string[]> => {
  const { open } = await db
    .selectFrom('request')
    .select((e) => e.fn.countAll<number>().as('open'))
    .where('agency_id', '=', agencyId)
    .where('outcome', 'is', null)
    .executeTakeFirstOrThrow();
  return open === 0
    ? []
    : [
        `还有 ${open} 件公开申请没有办结，须先办结；职权已划转的，按“不属于本机关负责公开”答复，告知申请人负责公开的机关（条例第三十六条第（五）项）`,
      ];
};
