import { systemActor } from '../platform/event/event.ts';
import type { Caller } from './caller.ts';

/**
 * Whoever runs a command on the machine itself: has the database and the key in hand anyway, and acts as the system.
 * Only for what a system administrator may do; the events say `system`.
 */
export const terminalCaller = (rootId: string): Caller => ({
  actor: systemActor,
  agencyId: rootId,
  name: '本机命令行',
  held: [{ role: 'system_administrator', agencyId: rootId }],
  scopes: null,
  requestId: null,
});
