import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import type { Caller } from './caller.ts';
import { permit } from './permit.ts';

/** Ends a token at once. Again is no error: it is revoked. */
export const revokeToken = (spine: Spine, caller: Caller, id: string): Promise<void> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    const token = await db
      .selectFrom('api_token')
      .select(['agency_id', 'name', 'revoked_at'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!token) throw new Refusal('not_found', 'TOKEN_NOT_FOUND', '没有这个令牌。请刷新令牌列表。');
    await permit(db, caller, 'token.revoke', token.agency_id, 'active');
    if (token.revoked_at !== null) return;
    await db.updateTable('api_token').set({ revoked_at: now }).where('id', '=', id).execute();
    record({
      kind: 'token_revoked',
      agencyId: token.agency_id,
      subject: { kind: 'token', id },
      data: { name: token.name },
    });
  });
