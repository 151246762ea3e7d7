import type { ActorKind } from '../database/tables.ts';

/** Who acts: a member of staff, an applicant, another system, the program itself, or somebody not signed in. */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: string | null;
  /** The post that a person acts from; null for everybody else. */
  readonly postId: string | null;
}

export const systemActor: Actor = { kind: 'system', id: null, postId: null };

/** Something that happened: past tense, from a closed vocabulary (see docs/events.md). */
export interface Event {
  readonly kind: string;
  readonly agencyId: string | null;
  readonly subject: { readonly kind: string; readonly id: string };
  /** The article it rests on, as it is cited (第三十三条第二款). */
  readonly article?: string;
  /** Facts of the event. Never personal data of applicants. */
  readonly data?: Readonly<Record<string, unknown>>;
}
