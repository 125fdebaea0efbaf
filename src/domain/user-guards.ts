import type { ContactInfo } from './contact-info.js';
import { parseFieldValue } from './field-value.js';
import type { RequirementSet } from './requirements.js';
import { canManageUsers, findRole, type Role, type User, type Viewer } from './user.js';

/*
 * Rules across the whole model that no change of a user may break. Pure, and independent of how many users there are:
 * elements ask to predict what would be refused, adapters ask to refuse it.
 *
 * - last-administrator: at least one active user whose role can manage users remains.
 * - alert-contact: a user named in a field of kind `users` is neither removed nor deactivated, unless another active user
 *   takes over.
 * - role-rank: nobody grants, or touches a user with, a role above their own.
 * - self: nobody removes or deactivates themselves while they are the last who can manage users; said as `last-administrator`.
 */

export type UserGuard = 'last-administrator' | 'alert-contact' | 'role-rank';

/** What is to happen to a user. `remove` also withdraws an invitation. */
export type UserIntent = { remove: true } | { role?: string; status?: 'active' | 'deactivated' };

export interface UserGuardRequest {
  target: User;
  intent: UserIntent;
  /** `null`: nobody's rank is known, and ranks are not compared. */
  viewer: Viewer | null;
  roles: readonly Role[];
  /** Active users other than the target whose role can manage users; more than one need not be counted. */
  otherActiveManagers: number;
  /** Keys of the fields that name the target. */
  referencedBy: readonly string[];
  /** Who takes the target's place in those fields. */
  replacement?: User;
}

export interface GuardRefusal {
  guard: UserGuard;
  params: Record<string, unknown>;
}

/** Which rule refuses the change, or `null` where none does. */
export function guardUserChange(request: UserGuardRequest): GuardRefusal | null {
  return guardRank(request) ?? guardLastAdministrator(request) ?? guardReferences(request);
}

/** Whether the viewer may give that role to anybody. */
export function canGrantRole(viewer: Viewer | null, roles: readonly Role[], role: string): boolean {
  const granted = findRole(roles, role);
  if (!granted) return false;
  return !viewer || granted.rank <= rankOf(viewer.role, roles);
}

function rankOf(role: string, roles: readonly Role[]): number {
  return findRole(roles, role)?.rank ?? Number.NEGATIVE_INFINITY;
}

function guardRank({ target, intent, viewer, roles }: UserGuardRequest): GuardRefusal | null {
  if ('role' in intent && intent.role !== undefined && !canGrantRole(viewer, roles, intent.role)) {
    return { guard: 'role-rank', params: { role: intent.role } };
  }
  // A role that nobody defined any more ranks nowhere, so that its holders can still be helped.
  const isAbove = viewer !== null && (findRole(roles, target.role)?.rank ?? Number.NEGATIVE_INFINITY) > rankOf(viewer.role, roles);
  return isAbove ? { guard: 'role-rank', params: { role: target.role } } : null;
}

function guardLastAdministrator({ target, intent, roles, otherActiveManagers }: UserGuardRequest): GuardRefusal | null {
  const manages = (role: string) => findRole(roles, role)?.canManageUsers === true;
  if (otherActiveManagers > 0 || target.status !== 'active' || !manages(target.role)) return null;
  const stays = !('remove' in intent) && intent.status !== 'deactivated' && (intent.role === undefined || manages(intent.role));
  return stays ? null : { guard: 'last-administrator', params: {} };
}

function guardReferences({ target, intent, referencedBy, replacement }: UserGuardRequest): GuardRefusal | null {
  const leaves = 'remove' in intent || intent.status === 'deactivated';
  if (!leaves || referencedBy.length === 0) return null;
  if (replacement && replacement.id !== target.id && replacement.status === 'active') return null;
  return { guard: 'alert-contact', params: { fields: [...referencedBy] } };
}

/** Whether the viewer may manage this user at all. */
export function canTouchUser(viewer: Viewer | null, roles: readonly Role[], target: User): boolean {
  return canManageUsers(viewer, roles) && guardRank({ target, intent: {}, viewer, roles, otherActiveManagers: 1, referencedBy: [] }) === null;
}

function namesOf(contactInfo: ContactInfo, key: string): string[] {
  const parsed = parseFieldValue('users', contactInfo[key]);
  return parsed.ok && parsed.value.kind === 'users' ? parsed.value.value : [];
}

/** Keys of the fields that name a user. */
export function referencingFields(contactInfo: ContactInfo | null, requirements: RequirementSet, userId: string): string[] {
  if (!contactInfo) return [];
  return requirements.fields.filter(({ kind, key }) => kind === 'users' && namesOf(contactInfo, key).includes(userId)).map(({ key }) => key);
}

/** The same contact information with one user in another's place; nobody is named twice. */
export function replaceUser(contactInfo: ContactInfo, requirements: RequirementSet, userId: string, replacementId: string): ContactInfo {
  const replaced = referencingFields(contactInfo, requirements, userId).map((key) => {
    const ids = namesOf(contactInfo, key).map((id) => (id === userId ? replacementId : id));
    return [key, [...new Set(ids)]] as const;
  });
  return { ...contactInfo, ...Object.fromEntries(replaced) };
}
