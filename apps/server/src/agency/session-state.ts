import { administratorRoles, type Role, type SessionState } from '@gongkai/contract';
import type { SecurityPolicy } from './security-policy.ts';

/** Whether the policy asks a second factor of somebody with these roles. */
export const needsSecondFactor = (
  policy: Pick<SecurityPolicy, 'secondFactor'>,
  held: readonly { readonly role: Role }[],
): boolean =>
  policy.secondFactor === 'all' ||
  (policy.secondFactor === 'administrators' &&
    held.some(({ role }) => (administratorRoles as readonly Role[]).includes(role)));

/** When a password stops counting; null where the policy sets no limit. */
export const passwordEnd = (policy: Pick<SecurityPolicy, 'passwordDays'>, changedAt: Date): Date | null =>
  policy.passwordDays === 0 ? null : new Date(changedAt.getTime() + policy.passwordDays * 86_400_000);

/** How far somebody is signed in: the first step that is missing. */
export const sessionState = (facts: {
  readonly hasSecondFactor: boolean;
  readonly gaveSecondFactor: boolean;
  readonly needsSecondFactor: boolean;
  readonly mustChangePassword: boolean;
}): SessionState => {
  if (facts.hasSecondFactor && !facts.gaveSecondFactor) return 'second_factor';
  if (facts.mustChangePassword) return 'must_change_password';
  if (facts.needsSecondFactor && !facts.hasSecondFactor) return 'must_enrol_second_factor';
  return 'ready';
};
