import { randomBytes } from 'node:crypto';
import type { CreateToken } from '@gongkai/contract';
import { newId } from '../platform/database/new-id.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import type { Caller } from './caller.ts';
import { requireConfirmation } from './confirm-identity.ts';
import { tokenPrefix } from './open-caller.ts';
import { permit } from './permit.ts';
import { readSecurityPolicy } from './security-policy.ts';
import { hashSecret } from './session-cookie.ts';
import { withoutRepeat } from './without-repeat.ts';

/** Makes a token for another system; it is shown once, and its hash alone is kept. */
export const createToken = async (
  spine: Spine,
  caller: Caller,
  { agencyId, name, scopes, perMinute, days }: CreateToken,
): Promise<{ readonly id: string; readonly token: string }> => {
  await requireConfirmation(spine, caller);
  const token = `${tokenPrefix}${randomBytes(32).toString('base64url')}`;
  const id = await actAs(spine, withoutRepeat(caller), async ({ db, now, record }) => {
    await permit(db, caller, 'token.create', agencyId);
    const { tokenDays } = await readSecurityPolicy(db);
    if (days !== undefined && days > tokenDays)
      throw new Refusal(
        'invalid',
        'TOKEN_TOO_LONG',
        `令牌最长有效 ${tokenDays} 天（安全策略）。请缩短有效期。`,
        'days',
      );
    const agency = await db
      .selectFrom('agency')
      .select('closed_on')
      .where('id', '=', agencyId)
      .forShare()
      .executeTakeFirst();
    if (!agency || agency.closed_on !== null)
      throw new Refusal('conflict', 'AGENCY_NOT_OPEN', '这个单位不存在或已撤销，不能创建令牌。', 'agencyId');
    if (caller.actor.kind !== 'person' || caller.actor.id === null)
      throw new Refusal('forbidden', 'PEOPLE_ONLY', '接口令牌只能由登录的人员创建。');
    const fresh = newId();
    const expiresAt = new Date(now.getTime() + (days ?? tokenDays) * 86_400_000);
    const chosen = [...new Set(scopes)];
    await db
      .insertInto('api_token')
      .values({
        id: fresh,
        agency_id: agencyId,
        name,
        hash: hashSecret(token),
        scopes: chosen,
        per_minute: perMinute,
        created_by: caller.actor.id,
        created_at: now,
        expires_at: expiresAt,
      })
      .execute();
    record({
      kind: 'token_created',
      agencyId,
      subject: { kind: 'token', id: fresh },
      data: { name, scopes: chosen, perMinute, expiresAt: expiresAt.toISOString() },
    });
    return fresh;
  });
  return { id, token };
};
