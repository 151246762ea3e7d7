import { type Action, type HeldRole, may, rolesForScope, type Subject } from '@gongkai/contract';
import { sql } from 'kysely';
import { RecordedRefusal } from '../platform/act.ts';
import type { Db } from '../platform/database/open-database.ts';
import { recordEvents } from '../platform/event/record-events.ts';
import type { Caller } from './caller.ts';

/** The caller may not do this. The attempt stands in the record. */
export class PermissionDenied extends RecordedRefusal {
  constructor(caller: Caller, action: Action, subject: Subject) {
    super('您没有权限进行这项操作。如确有需要，请联系本单位的系统管理员和安全管理员。', {
      kind: 'permission_denied',
      agencyId: caller.agencyId,
      subject: { kind: 'agency', id: subject.agencyId },
      data: { action, ...(subject.state === undefined ? {} : { state: subject.state }) },
    });
    this.name = 'PermissionDenied';
  }
}

/** The agencies above one in the tree, nearest first. */
export const agenciesAbove = async (db: Db, agencyId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive above (id, depth) as (
      select parent_id, 1 from agency where id = ${agencyId} and parent_id is not null
      union all
      select a.parent_id, above.depth + 1 from agency a join above on a.id = above.id
      where a.parent_id is not null and above.depth < 20
    )
    select id from above order by depth`.execute(db);
  return rows.map(({ id }) => id);
};

/**
 * The caller's roles as far as they count for an action: all of a person's, and of a token's the one that its scope
 * for this action stands for. Whatever asks the matrix about a caller asks it with these.
 */
export const rolesFor = (caller: Caller, action: Action): readonly HeldRole[] =>
  caller.scopes === null ? caller.held : rolesForScope(caller.scopes, action, caller.agencyId);

/** Asks the matrix; the agencies above are looked up only where a post at the agency itself doesn't settle it. */
const decide = async (
  db: Db,
  caller: Caller,
  action: Action,
  agencyId: string,
  state: string | undefined,
): Promise<{ readonly allowed: boolean; readonly subject: Subject }> => {
  const held = rolesFor(caller, action);
  const at = (above: readonly string[]): Subject => ({
    agencyId,
    agenciesAbove: above,
    ...(state === undefined ? {} : { state }),
  });
  if (may(held, action, at([]))) return { allowed: true, subject: at([]) };
  const subject = at(await agenciesAbove(db, agencyId));
  return { allowed: may(held, action, subject), subject };
};

/** Whether the caller may do `action` to something of an agency. */
export const isPermitted = async (
  db: Db,
  caller: Caller,
  action: Action,
  agencyId: string,
  state?: string,
): Promise<boolean> => (await decide(db, caller, action, agencyId, state)).allowed;

/**
 * The first line of every use case: lets the caller do `action` to something of an agency, or throws
 * `PermissionDenied`. The matrix is data of the package contract. What only reads uses `permitReading`.
 */
export const permit = async (
  db: Db,
  caller: Caller,
  action: Action,
  agencyId: string,
  state?: string,
): Promise<void> => {
  const { allowed, subject } = await decide(db, caller, action, agencyId, state);
  if (!allowed) throw new PermissionDenied(caller, action, subject);
};

/** `permit` for what only reads, and so has no act that would record the refused attempt. */
export const permitReading = async (
  { db }: { readonly db: Db },
  caller: Caller,
  action: Action,
  agencyId: string,
  state?: string,
): Promise<void> => {
  try {
    await permit(db, caller, action, agencyId, state);
  } catch (error) {
    if (error instanceof PermissionDenied)
      await recordEvents(db, caller.actor, caller.requestId, [error.event]);
    throw error;
  }
};
