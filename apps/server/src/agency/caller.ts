import type { HeldRole } from '@gongkai/contract';
import type { Actor } from '../platform/event/event.ts';

/** Whoever asks for something: a signed-in member of staff, or another system with a token. */
export interface Caller {
  readonly actor: Actor;
  /** The agency acted for at present. */
  readonly agencyId: string;
  readonly name: string;
  /**
   * What a person is at which agency; empty for a token, whose roles differ by action. Ask `rolesFor` in permit.ts
   * instead of reading this.
   */
  readonly held: readonly HeldRole[];
  /** Actions a token is limited to; null for people. */
  readonly scopes: readonly string[] | null;
  /** When a person last proved who they are; null or absent for everybody else. */
  readonly confirmedAt?: Date | null;
  readonly requestId: string | null;
  /** The sender's Idempotency-Key: sent twice, done once. */
  readonly once?: string | undefined;
  /** A hash of what is asked, so that a key doesn't answer for something else. */
  readonly asked?: string | undefined;
}
