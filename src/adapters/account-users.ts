import * as z from 'zod/mini';
import { checkEmailAddress, addressKey } from '../domain/email-address.js';
import { issuesFromZod } from '../domain/field-value.js';
import { prefixIssues } from '../domain/issue.js';
import { canGrantRole, guardUserChange, isActiveManager, managingRoles, referencingFields, replaceUser, type UserIntent } from '../domain/user-guards.js';
import { canManageUsers, findRole, type User } from '../domain/user.js';
import { throwIfAborted } from '../ports/abort.js';
import type { AccountRequest, Invitation, InvitationResult, StoreChange, UserDirectory } from '../ports/persistence-adapter.js';
import { PersistenceError } from '../ports/persistence-error.js';
import { saveRecord } from './account-record.js';
import type { AccountSettings } from './account-settings.js';
import type { AccountTransaction, RequestedStorage } from './account-storage.js';
import { pageFrom, selectionFrom } from './user-query.js';
import { storedUser } from './stored-user.js';

/** How long an invitation can be accepted: 14 days. */
const invitationLasts = 14 * 24 * 60 * 60 * 1_000;

/** What may change of a user. `active` also accepts an invitation on somebody's behalf; to invite again is a method of its own. */
const changesSchema = z.looseObject({
  name: z.optional(z.string()),
  role: z.optional(z.string()),
  status: z.optional(z.enum(['active', 'deactivated'])),
  mailingLists: z.optional(z.array(z.string())),
});

const invitationsSchema = z.array(z.looseObject({
  email: z.string(),
  name: z.optional(z.string()),
  role: z.string(),
  mailingLists: z.array(z.string()),
}));

/** Types are not checked where hosts write JavaScript, and what is kept wrong would never parse again. */
function parsed<T>(schema: z.ZodMiniType<T>, value: unknown, path: string): T {
  const outcome = z.safeParse(schema, value);
  if (outcome.success) return outcome.data;
  throw new PersistenceError('invalid', `The ${path} are not of the right shape.`, { issues: prefixIssues(issuesFromZod(outcome.error), path) });
}

/**
 * The users of accounts in a storage, with every rule that a change must not break. `announce` is called after each change.
 * What a request holds is the directory's to keep: nobody changes it meanwhile.
 */
export function createUserDirectory(
  storage: RequestedStorage, settings: AccountSettings, announce: (accountId: string, change: StoreChange) => void,
): Omit<UserDirectory, 'getUsers'> {
  const { viewer, roles } = settings;

  function assertMayManage(): void {
    if (!canManageUsers(viewer, roles)) throw new PersistenceError('forbidden', 'The viewer’s role does not manage users.');
  }

  async function requireUser(transaction: AccountTransaction, id: string): Promise<User> {
    const found = await transaction.getUser(id);
    if (!found) throw new PersistenceError('not-found', 'There is no such user.');
    return found.user;
  }

  function assertUnchanged(user: User, baseRevision: string): void {
    if (user.revision !== baseRevision) throw new PersistenceError('conflict', 'The user was changed in the meantime.', { current: user });
  }

  /** Refuses what a guard refuses; puts the replacement where the user was named. Returns what changes with the user. */
  async function guard(transaction: AccountTransaction, target: User, intent: UserIntent, replacementUserId: string | undefined): Promise<StoreChange['kind'][]> {
    const activeManagers = await transaction.countUsers({ roles: managingRoles(roles), statuses: ['active'] });
    const otherActiveManagers = activeManagers - (isActiveManager(target, roles) ? 1 : 0);
    const record = await transaction.getRecord();
    const referencedBy = referencingFields(record?.contactInfo ?? null, settings.requirements, target.id);
    const replacement = replacementUserId === undefined ? undefined : (await transaction.getUser(replacementUserId))?.user;
    const refusal = guardUserChange({ target, intent, viewer, roles, otherActiveManagers, referencedBy, replacement });
    if (refusal) {
      throw new PersistenceError('guard', `Refused by the guard ${refusal.guard}.`, {
        guard: refusal.guard, issues: [{ path: ['userId'], code: `guard.${refusal.guard}`, params: refusal.params }],
      });
    }
    const leaves = 'remove' in intent || intent.status === 'deactivated';
    if (!record || !replacement || !leaves || referencedBy.length === 0) return ['users'];
    await saveRecord(transaction, settings, record, replaceUser(record.contactInfo, settings.requirements, target.id, replacement.id));
    return ['users', 'contact-info'];
  }

  async function invite(transaction: AccountTransaction, accountId: string, invitation: Invitation): Promise<InvitationResult> {
    const address = checkEmailAddress(invitation.email);
    if (!address.ok) return { ok: false, issue: { ...address.issues[0], path: ['email', ...address.issues[0].path] } };
    if (!findRole(roles, invitation.role)) return { ok: false, issue: { path: ['role'], code: 'user.unknown-role', params: { role: invitation.role } } };
    if (!canGrantRole(viewer, roles, invitation.role)) return { ok: false, issue: { path: ['role'], code: 'guard.role-rank', params: { role: invitation.role } } };
    const existing = await transaction.getUserByAddress(addressKey(address.value.address));
    if (existing) {
      const { id, status } = existing.user;
      return { ok: false, issue: { path: ['email'], code: 'user.duplicate-address', params: { userId: id, status } } };
    }
    const now = settings.clock();
    const user: User = {
      id: settings.createId(),
      name: invitation.name?.trim() ?? '',
      email: address.value.address,
      role: invitation.role,
      status: 'invited',
      mailingLists: [...invitation.mailingLists],
      invitedAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + invitationLasts).toISOString(),
      revision: settings.createId(),
    };
    await transaction.putUser(storedUser(user));
    const link = settings.invitationLink?.({ accountId, user: structuredClone(user) });
    return { ok: true, user, ...(link !== undefined && { link }) };
  }

  async function change<T>(
    request: AccountRequest, task: (transaction: AccountTransaction) => Promise<{ result: T; changed: StoreChange['kind'][] }>,
  ): Promise<T> {
    throwIfAborted(request.signal);
    assertMayManage();
    const { result, changed } = await storage.write(request, task);
    for (const kind of changed) announce(request.accountId, { kind });
    return result;
  }

  return {
    async listUsers(request) {
      const selection = selectionFrom(request);
      return pageFrom(await storage.findUsers(request, selection), selection);
    },

    async inviteUsers(request) {
      const invitations: Invitation[] = parsed(invitationsSchema, request.invitations, 'invitations');
      return change(request, async (transaction) => {
        const results: InvitationResult[] = [];
        // One after another: the second of two equal addresses has to find the first.
        for (const invitation of invitations) results.push(await invite(transaction, request.accountId, invitation));
        return { result: results, changed: results.some(({ ok }) => ok) ? ['users'] : [] };
      });
    },

    async updateUser(request) {
      const { userId, baseRevision, replacementUserId } = request;
      const changes = parsed(changesSchema, request.changes, 'changes');
      return change(request, async (transaction) => {
        const before = await requireUser(transaction, userId);
        assertUnchanged(before, baseRevision);
        const changed = await guard(transaction, before, { role: changes.role, status: changes.status }, replacementUserId);
        const { name, role, status, mailingLists } = changes;
        const user: User = {
          ...before,
          name: name ?? before.name, role: role ?? before.role, status: status ?? before.status, mailingLists: mailingLists ?? before.mailingLists,
          revision: settings.createId(),
        };
        if (user.status !== 'invited') {
          delete user.invitedAt;
          delete user.expiresAt;
        }
        await transaction.putUser(storedUser(user));
        return { result: user, changed };
      });
    },

    removeUser(request) {
      const { userId, baseRevision, replacementUserId } = request;
      return change(request, async (transaction) => {
        const before = await requireUser(transaction, userId);
        assertUnchanged(before, baseRevision);
        const changed = await guard(transaction, before, { remove: true }, replacementUserId);
        await transaction.deleteUser(userId);
        return { result: undefined, changed };
      });
    },

    resendInvitation(request) {
      return change(request, async (transaction) => {
        const before = await requireUser(transaction, request.userId);
        const changed = await guard(transaction, before, {}, undefined);
        if (before.status !== 'invited') {
          throw new PersistenceError('invalid', 'Only somebody who has not accepted yet can be invited again.', { issues: [{ path: ['userId'], code: 'user.not-invited' }] });
        }
        const now = settings.clock();
        const user = { ...before, invitedAt: now.toISOString(), expiresAt: new Date(now.getTime() + invitationLasts).toISOString(), revision: settings.createId() };
        await transaction.putUser(storedUser(user));
        return { result: user, changed };
      });
    },
  };
}
