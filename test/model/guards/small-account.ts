import { MemoryAdapter, MemoryStore } from '../../../src/adapters/memory.js';
import type { ContactInfoRecord } from '../../../src/domain/contact-info.js';
import { partnerPortalRequirements } from '../../../src/domain/partner-portal-requirements.js';
import type { Role, User, Viewer } from '../../../src/domain/user.js';
import { isPersistenceError } from '../../../src/ports/persistence-error.js';
import { type Operation, type People, type RoleKey, roleKeys } from './rules.js';

export const accountId = 'acme';
export const requirements = partnerPortalRequirements;
export const roles: readonly Role[] = roleKeys.map((key, index) => ({ key, canEditContactInfo: true, canManageUsers: index > 0, rank: index + 1 }));

/** What is stored, word for word. */
export interface Stored {
  users: User[];
  record: ContactInfoRecord | null;
}

const { signal } = new AbortController();
const request = { accountId, signal };
const addressOf = (place: number) => `u${place}@example.com`;

/**
 * An account in a `MemoryStore` whose users have places, known by their addresses. Owns how an operation of the model is asked
 * of an adapter, and how what is stored is read as the model has it. Knows no rule.
 */
export class SmallAccount {
  readonly #store: MemoryStore;
  #ids = 0;

  constructor(start: readonly RoleKey[]) {
    const users = start.map((role, place): User => ({ id: `start-${place}`, name: '', email: addressOf(place), role, status: 'active', mailingLists: [], revision: 'start' }));
    this.#store = new MemoryStore({ [accountId]: { users, contactInfo: { alertContacts: [] } } });
  }

  open(viewer: Viewer | null): MemoryAdapter {
    return new MemoryAdapter({ store: this.#store, viewer, roles, requirements, createId: () => `id-${(this.#ids += 1)}`, clock: () => new Date(0) });
  }

  async read(): Promise<Stored> {
    const adapter = this.open(null);
    const [{ users }, record] = await Promise.all([adapter.users.listUsers({ ...request, sort: { by: 'email', direction: 'ascending' } }), adapter.loadContactInfo(request)]);
    return { users, record };
  }

  /** Asks for the operation as it would be asked from what is stored. Resolves to why it was refused, or to `null`. */
  async act(viewer: Viewer | null, operation: Operation, stored: Stored): Promise<string | null> {
    const adapter = this.open(viewer);
    try {
      if (operation.kind === 'invite') return await this.#invite(adapter, operation.who, operation.role);
      await this.#send(adapter, operation, stored);
      return null;
    } catch (error) {
      if (isPersistenceError(error)) return error.guard ?? error.code;
      throw error;
    }
  }

  async #invite(adapter: MemoryAdapter, place: number, role: RoleKey): Promise<string | null> {
    // In capitals, so that only those find somebody who is there already who compare addresses.
    const invitations = [{ email: addressOf(place).toUpperCase(), role, mailingLists: [] }];
    const [result] = await adapter.users.inviteUsers({ ...request, invitations });
    if (result.ok) return null;
    return result.issue.code === 'user.duplicate-address' ? 'duplicate' : result.issue.code.replace('guard.', '');
  }

  async #send(adapter: MemoryAdapter, operation: Exclude<Operation, { kind: 'invite' }>, { users, record }: Stored): Promise<unknown> {
    const { id: userId, revision: baseRevision } = userAt(users, operation.who) ?? { id: 'nobody', revision: 'none' };
    const change = { ...request, userId, baseRevision };
    switch (operation.kind) {
      case 'change-role': return adapter.users.updateUser({ ...change, changes: { role: operation.role } });
      case 'activate': return adapter.users.updateUser({ ...change, changes: { status: 'active' } });
      case 'deactivate': return adapter.users.updateUser({ ...change, changes: { status: 'deactivated' }, replacementUserId: replacementId(users, operation.instead) });
      case 'remove': return adapter.users.removeUser({ ...change, replacementUserId: replacementId(users, operation.instead) });
      case 'resend': return adapter.users.resendInvitation(change);
      case 'name': {
        const alertContacts = [...new Set([...alertContactsOf(record), userId])];
        return adapter.saveContactInfo({ ...request, contactInfo: { ...record?.contactInfo, alertContacts }, baseRevision: record?.revision ?? null });
      }
    }
  }
}

export function userAt(users: readonly User[], place: number): User | undefined {
  return users.find(({ email }) => email.toLowerCase() === addressOf(place));
}

export function alertContactsOf(record: ContactInfoRecord | null): string[] {
  return (record?.contactInfo.alertContacts ?? []) as string[];
}

export function peopleIn({ users, record }: Stored, places: number): People {
  const named = alertContactsOf(record);
  return Array.from({ length: places }, (_, place) => {
    const user = userAt(users, place);
    return user && { role: user.role as RoleKey, status: user.status, isNamed: named.includes(user.id) };
  });
}

function replacementId(users: readonly User[], place: number | undefined): string | undefined {
  return place === undefined ? undefined : (userAt(users, place)?.id ?? 'nobody');
}
