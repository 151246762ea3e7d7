import type { Token, TokenState } from '@gongkai/contract';
import { sql } from 'kysely';
import type { Spine } from '../platform/spine.ts';
import type { Caller } from './caller.ts';
import { reachableAgencies } from './reachable-agencies.ts';

const tokenState = (
  row: { readonly revoked_at: Date | null; readonly expires_at: Date | null },
  now: Date,
): TokenState => {
  if (row.revoked_at !== null) return 'revoked';
  return row.expires_at !== null && row.expires_at <= now ? 'expired' : 'active';
};

/** The tokens of the agencies that a caller may see them of, newest first. */
export const listTokens = async (
  { db, now }: Spine,
  caller: Caller,
  agencyId: string | undefined,
): Promise<Token[]> => {
  const reach = await reachableAgencies(db, caller, 'token.view');
  const rows = await db
    .selectFrom('api_token')
    .innerJoin('agency', 'agency.id', 'api_token.agency_id')
    .innerJoin('person', 'person.id', 'api_token.created_by')
    .selectAll('api_token')
    .select(['agency.name as agency_name', 'person.name as created_by_name'])
    .where('api_token.agency_id', '=', sql<string>`any(${reach}::uuid[])`)
    .$if(agencyId !== undefined, (query) => query.where('api_token.agency_id', '=', agencyId ?? ''))
    .orderBy('api_token.created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    agencyName: row.agency_name,
    name: row.name,
    scopes: row.scopes,
    perMinute: row.per_minute,
    state: tokenState(row, now()),
    createdByName: row.created_by_name,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }));
};
