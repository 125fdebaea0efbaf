import type { ContactInfo } from '../../domain/contact-info.js';
import type { RequirementSet } from '../../domain/requirements.js';
import { canTouchUser, guardUserChange, isActiveManager, referencingFields, type UserGuard, type UserIntent } from '../../domain/user-guards.js';
import type { Role, User, Viewer } from '../../domain/user.js';

/*
 * What the interface knows of the rules that no change of a user may break: which of them would refuse an action, as far as is
 * known. A prediction only: the adapter refuses, and says why.
 */

/** Who is looking, and by which rules. */
export interface UserRules {
  viewer: Viewer | null;
  roles: readonly Role[];
  requirements: RequirementSet;
}

/** What guards need to know of an account, as read at one time. */
export interface AccountFacts {
  activeManagers: number;
  contactInfo: ContactInfo | null;
}

/** What guards need to know beyond the user. */
export interface GuardFacts {
  otherActiveManagers: number;
  referencedBy: string[];
  /** Why they say nothing: they are being read, or cannot be. Such facts refuse nothing. */
  unknown?: 'reading' | 'unreadable';
}

/** Facts that refuse nothing, until the real ones are read. */
export const noFacts: GuardFacts = { otherActiveManagers: 1, referencedBy: [], unknown: 'reading' };
export const unreadableFacts: GuardFacts = { ...noFacts, unknown: 'unreadable' };

export function factsAbout(target: User, { activeManagers, contactInfo }: AccountFacts, roles: readonly Role[], requirements: RequirementSet): GuardFacts {
  return {
    otherActiveManagers: Math.max(0, activeManagers - (isActiveManager(target, roles) ? 1 : 0)),
    referencedBy: referencingFields(contactInfo, requirements, target.id),
  };
}

/** What can be done to one user, by the key of its menu item, and what it means to the rules. Which role, its dialog asks. */
export const userIntents = {
  edit: {}, role: {}, resend: {}, reactivate: { status: 'active' }, deactivate: { status: 'deactivated' }, remove: { remove: true }, revoke: { remove: true },
} as const satisfies Record<string, UserIntent>;
export type UserAction = keyof typeof userIntents;

export interface GuardView {
  viewer: Viewer | null;
  roles: readonly Role[];
  facts: GuardFacts;
}

/** Which rule would refuse it, whoever takes over. Whether somebody has to is a question, and no refusal: `needsReplacement`. */
export function refusalOf(target: User, intent: UserIntent, { viewer, roles, facts }: GuardView): UserGuard | undefined {
  if (!canTouchUser(viewer, roles, target)) return 'role-rank';
  return guardUserChange({ target, intent, viewer, roles, otherActiveManagers: facts.otherActiveManagers, referencedBy: [] })?.guard;
}

export function needsReplacement(target: User, intent: UserIntent, { viewer, roles, facts }: GuardView): boolean {
  return guardUserChange({ target, intent, viewer, roles, ...facts })?.guard === 'alert-contact';
}
