import { valueOf, type ContactInfo } from './contact-info.js';
import { parseFieldValue } from './field-value.js';
import type { RequirementSet } from './requirements.js';
import { canManageUsers, findRole, type Role, type User, type Viewer } from './user.js';

/*
 * Rules across the whole model that no change of a user may break. Pure, and independent of how many users there are:
 * elements ask to predict what would be refused, adapters ask to refuse it.
 *
 * - last-administrator: at least one active user whose role can manage users remains. Nobody is exempt, so that people
 *   cannot lock themselves out either.
 * - alert-contact: a user named in a field of kind `users` is neither removed nor deactivated, unless another active user
 *   takes over.
 * - role-rank: nobody grants a role above their own, or touches a user who has one. Where no viewer is known, ranks are
 *   not compared. A role that nobody defined is never granted.
 *
 * What people do to themselves is not refused for that: `isOwnLoss` says when an interface is to ask first.
 */

export type UserGuard = 'last-administrator' | 'alert-contact' | 'role-rank';

/** What is to happen to a user. `remove` also withdraws an invitation; `{}` touches the user in a way no role depends on. */
export type UserIntent = { remove: true } | { role?: string; status?: 'active' | 'deactivated' };

export interface UserGuardRequest {
  target: User;
  intent: UserIntent;
  /** `null`: nobody's rank is known, and ranks are not compared. */
  viewer: Viewer | null;
  roles: readonly Role[];
  /** Active users other than the target whose role can manage users; more than one need not be counted. */
  otherActiveManagers: number;
  /** Keys of the fields that name the target: `referencingFields`. */
  referencedBy: readonly string[];
  /** Who takes the target's place in those fields. */
  replacement?: User;
}

export interface GuardRefusal {
  guard: UserGuard;
  /** `role-rank`: `{ role }`, the one that is too high. `alert-contact`: `{ fields }`, the keys that name the user. */
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

/** Whether the viewer may manage this user at all. */
export function canTouchUser(viewer: Viewer | null, roles: readonly Role[], target: User): boolean {
  return canManageUsers(viewer, roles) && !isAbove(viewer, roles, target);
}

/** Whether the user counts as one of those of whom one has to remain. */
export function isActiveManager(user: User, roles: readonly Role[]): boolean {
  return user.status === 'active' && managesUsers(user.role, roles);
}

/** The keys of the roles whose active users count. */
export function managingRoles(roles: readonly Role[]): string[] {
  return [...new Set(roles.map(({ key }) => key))].filter((key) => managesUsers(key, roles));
}

/** Whether the change takes away the target's right to manage users. Only then does it matter how many others there are. */
export function losesManager({ target, intent, roles }: Pick<UserGuardRequest, 'target' | 'intent' | 'roles'>): boolean {
  return isActiveManager(target, roles) && (isLeaving(intent) || (intent.role !== undefined && !managesUsers(intent.role, roles)));
}

/**
 * Whether a change of all these users would leave nobody who can manage users, which no change of one of them shows by itself.
 * `activeManagers` counts all that the account has, those among the targets too.
 */
export function losesAllManagers({ targets, intent, roles, activeManagers }: {
  targets: readonly User[]; intent: UserIntent; roles: readonly Role[]; activeManagers: number;
}): boolean {
  const losing = targets.filter((target) => losesManager({ target, intent, roles })).length;
  return losing > 0 && losing >= activeManagers;
}

/** Whether people lose access or rank by their own hand, which is theirs to do after being asked. */
export function isOwnLoss({ target, intent, viewer, roles }: Pick<UserGuardRequest, 'target' | 'intent' | 'viewer' | 'roles'>): boolean {
  if (viewer?.id !== target.id) return false;
  return isLeaving(intent) || (intent.role !== undefined && rankOf(intent.role, roles) < rankOf(target.role, roles));
}

function guardRank({ target, intent, viewer, roles }: UserGuardRequest): GuardRefusal | null {
  if ('role' in intent && intent.role !== undefined && !canGrantRole(viewer, roles, intent.role)) {
    return { guard: 'role-rank', params: { role: intent.role } };
  }
  return isAbove(viewer, roles, target) ? { guard: 'role-rank', params: { role: target.role } } : null;
}

function guardLastAdministrator(request: UserGuardRequest): GuardRefusal | null {
  return request.otherActiveManagers === 0 && losesManager(request) ? { guard: 'last-administrator', params: {} } : null;
}

function guardReferences({ target, intent, referencedBy, replacement }: UserGuardRequest): GuardRefusal | null {
  if (!isLeaving(intent) || referencedBy.length === 0) return null;
  if (replacement && replacement.id !== target.id && replacement.status === 'active') return null;
  return { guard: 'alert-contact', params: { fields: [...referencedBy] } };
}

function isLeaving(intent: UserIntent): intent is { remove: true } | { status: 'deactivated' } {
  return 'remove' in intent || intent.status === 'deactivated';
}

function isAbove(viewer: Viewer | null, roles: readonly Role[], target: User): boolean {
  return viewer !== null && rankOf(target.role, roles) > rankOf(viewer.role, roles);
}

/** A role that nobody defined any more ranks nowhere: who has it may do nothing, and can still be helped. */
function rankOf(role: string, roles: readonly Role[]): number {
  return findRole(roles, role)?.rank ?? Number.NEGATIVE_INFINITY;
}

function managesUsers(role: string, roles: readonly Role[]): boolean {
  return findRole(roles, role)?.canManageUsers === true;
}

/** Keys of the fields that name a user, whatever the environment: a field that is unavailable now keeps its value. */
export function referencingFields(contactInfo: ContactInfo | null, requirements: RequirementSet, userId: string): string[] {
  return [...(usersNamed(contactInfo, requirements).get(userId) ?? [])];
}

/** Everybody whom a field names, with the keys of those fields: read once, for whoever asks about many. */
export function usersNamed(contactInfo: ContactInfo | null, requirements: RequirementSet): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  if (!contactInfo) return named;
  for (const { kind, key } of requirements.fields) {
    if (kind !== 'users') continue;
    for (const id of new Set(usersNamedIn(contactInfo, key))) named.set(id, [...(named.get(id) ?? []), key]);
  }
  return named;
}

/** The same contact information with one user in another's place; nobody is named twice. */
export function replaceUser(contactInfo: ContactInfo, requirements: RequirementSet, userId: string, replacementId: string): ContactInfo {
  const replaced = referencingFields(contactInfo, requirements, userId).map((key) => {
    const ids = usersNamedIn(contactInfo, key).map((id) => (id === userId ? replacementId : id));
    return [key, [...new Set(ids)]] as const;
  });
  return { ...contactInfo, ...Object.fromEntries(replaced) };
}

function usersNamedIn(contactInfo: ContactInfo, key: string): string[] {
  const parsed = parseFieldValue('users', valueOf(contactInfo, key));
  return parsed.ok && parsed.value.kind === 'users' ? parsed.value.value : [];
}
