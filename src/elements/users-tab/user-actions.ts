import type { ReactiveElement } from 'lit';
import type { Role, User, Viewer } from '../../domain/user.js';
import { guardUserChange, referencingFields, type UserIntent } from '../../domain/user-guards.js';
import type { RequirementSet } from '../../domain/requirements.js';
import { emitFact, emitRequest } from '../../internal/emit.js';
import { failureCode } from '../../internal/failure-text.js';
import type { Invitation, InvitationResult, PersistenceAdapter, UserChanges } from '../../ports/persistence-adapter.js';
import type {
  UserChangedDetail, UserChangeKey, UserRemovedDetail, UsersErrorDetail, UsersInvitedDetail,
} from './users-tab.events.js';

export interface ActionsHost {
  readonly element: ReactiveElement;
  source(): { store: PersistenceAdapter; accountId: string; viewer: Viewer | null; roles: readonly Role[]; requirements: RequirementSet } | undefined;
  /** Something was acknowledged: what is listed is to be read again. */
  handleDone(): void;
}

/** What guards need to know beyond the user: read when a menu opens. */
export interface GuardFacts {
  otherActiveManagers: number;
  referencedBy: string[];
}

/** How an action ended. `cancelled`: the host stopped it before anything was sent. */
export type ActionOutcome<T = void> = { status: 'done'; value: T } | { status: 'cancelled' } | { status: 'failed'; error: unknown };

/** Facts that refuse nothing, until the real ones are read. */
export const noFacts: GuardFacts = { otherActiveManagers: 1, referencedBy: [] };

/**
 * What can be done to users, through the adapter. Owns asking the host first, telling it afterwards, and which users
 * something is happening to; does not own what the person is shown. Actions are not aborted when a newer one begins: each
 * was meant.
 */
export class UserActions {
  readonly #host: ActionsHost;
  readonly #busy = new Map<string, 'saving' | 'removing'>();
  readonly #signal = new AbortController().signal;

  constructor(host: ActionsHost) {
    this.#host = host;
  }

  busyWith(userId: string): 'saving' | 'removing' | undefined {
    return this.#busy.get(userId);
  }

  /** Which rule would refuse it, as far as is known. */
  predict(target: User, intent: UserIntent, facts: GuardFacts): string | undefined {
    const source = this.#host.source();
    if (!source) return undefined;
    return guardUserChange({ target, intent, viewer: source.viewer, roles: source.roles, ...facts })?.guard;
  }

  async readFacts(target: User): Promise<GuardFacts> {
    const source = this.#host.source();
    if (!source?.store.users) return noFacts;
    const { store, accountId, roles, requirements } = source;
    const request = { accountId, signal: this.#signal };
    try {
      const managing = roles.filter((role) => role.canManageUsers).map((role) => role.key);
      const [managers, record] = await Promise.all([
        source.store.users.listUsers({ ...request, roles: managing, statuses: ['active'], limit: 1 }),
        store.loadContactInfo(request),
      ]);
      const isOneOfThem = target.status === 'active' && managing.includes(target.role);
      return {
        otherActiveManagers: managers.total - (isOneOfThem ? 1 : 0),
        referencedBy: referencingFields(record?.contactInfo ?? null, requirements, target.id),
      };
    } catch {
      // Only a prediction: the adapter refuses what is to be refused, and says why.
      return noFacts;
    }
  }

  async invite(invitations: Invitation[]): Promise<ActionOutcome<InvitationResult[]>> {
    if (!(await emitRequest(this.#host.element, 'user-invite', { count: invitations.length }))) return { status: 'cancelled' };
    return this.#run('invite', undefined, async ({ users, request }) => {
      const results = await users.inviteUsers({ ...request, invitations });
      const userIds = results.flatMap((result) => (result.ok ? [result.user.id] : []));
      emitFact<UsersInvitedDetail>(this.#host.element, 'users-invited', { userIds, failed: results.length - userIds.length });
      return results;
    });
  }

  async change(user: User, changes: UserChanges, replacementUserId?: string): Promise<ActionOutcome> {
    const detail = { userId: user.id, changed: Object.keys(changes) as UserChangeKey[] };
    if (!(await emitRequest(this.#host.element, 'user-change', detail))) return { status: 'cancelled' };
    return this.#run('change', user, async ({ users, request }) => {
      await users.updateUser({ ...request, userId: user.id, changes, baseRevision: user.revision, replacementUserId });
      emitFact<UserChangedDetail>(this.#host.element, 'user-changed', detail);
    });
  }

  async resend(user: User): Promise<ActionOutcome> {
    const detail: UserChangedDetail = { userId: user.id, changed: ['invitation'] };
    if (!(await emitRequest(this.#host.element, 'user-change', detail))) return { status: 'cancelled' };
    return this.#run('change', user, async ({ users, request }) => {
      await users.resendInvitation({ ...request, userId: user.id });
      emitFact<UserChangedDetail>(this.#host.element, 'user-changed', detail);
    });
  }

  async remove(user: User, replacementUserId?: string): Promise<ActionOutcome> {
    if (!(await emitRequest(this.#host.element, 'user-remove', { userId: user.id }))) return { status: 'cancelled' };
    return this.#run('remove', user, async ({ users, request }) => {
      await users.removeUser({ ...request, userId: user.id, baseRevision: user.revision, replacementUserId });
      emitFact<UserRemovedDetail>(this.#host.element, 'user-removed', { userId: user.id });
    });
  }

  async #run<T>(
    operation: 'invite' | 'change' | 'remove', user: User | undefined,
    task: (through: { users: NonNullable<PersistenceAdapter['users']>; request: { accountId: string; signal: AbortSignal } }) => Promise<T>,
  ): Promise<ActionOutcome<T>> {
    const { element } = this.#host;
    const source = this.#host.source();
    const users = source?.store.users;
    if (!users) return { status: 'cancelled' };
    if (user) this.#busy.set(user.id, operation === 'remove' ? 'removing' : 'saving');
    element.requestUpdate();
    try {
      const value = await task({ users, request: { accountId: source.accountId, signal: this.#signal } });
      this.#host.handleDone();
      return { status: 'done', value };
    } catch (error) {
      emitFact<UsersErrorDetail>(element, 'users-error', { code: failureCode(error), operation });
      return { status: 'failed', error };
    } finally {
      if (user) this.#busy.delete(user.id);
      element.requestUpdate();
    }
  }
}
