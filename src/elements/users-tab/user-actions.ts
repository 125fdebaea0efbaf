import type { ReactiveElement } from 'lit';
import type { Role, User, Viewer } from '../../domain/user.js';
import { guardUserChange, referencingFields, type UserIntent } from '../../domain/user-guards.js';
import type { RequirementSet } from '../../domain/requirements.js';
import { emitFact, emitRequest } from '../../internal/emit.js';
import { errorCode } from '../../internal/error-code.js';
import { failureText } from '../../internal/failure-text.js';
import type { Texts } from '../../internal/issue-text.js';
import type { Invitation, InvitationResult, UserChanges, UserDirectory, UserPage, UserQuery } from '../../ports/persistence-adapter.js';
import { isPersistenceError, PersistenceError } from '../../ports/persistence-error.js';
import { ResendCooldown } from './invite/resend-cooldown.js';
import { isSameSource, type ListingSource } from './list/users-listing.js';
import type {
  UserChangedDetail, UserChangeKey, UserRemovedDetail, UsersErrorDetail, UsersInvitedDetail,
} from './users-tab.events.js';

export interface ActionsHost {
  readonly element: ReactiveElement;
  source(): (ListingSource & { viewer: Viewer | null; roles: readonly Role[]; requirements: RequirementSet }) | undefined;
  /** What is listed is to be read again: something was acknowledged, or refused since it is not as listed any more. */
  handleStale(): void;
}

/** What guards need to know beyond the user: read when a menu opens. */
export interface GuardFacts {
  otherActiveManagers: number;
  referencedBy: string[];
}

/** How an action ended. `cancelled`: nothing was sent, since the host stopped it or the element shows another account by now. */
export type ActionOutcome<T = void> = { status: 'done'; value: T } | { status: 'cancelled'; by: 'host' | 'account' } | { status: 'failed'; error: unknown };

type Operation = 'invite' | 'change' | 'remove';

interface Action<D extends object, T> {
  operation: Operation;
  /** What the host is asked. */
  type: string;
  detail: D;
  user?: Pick<User, 'id'>;
  send(users: UserDirectory, request: { accountId: string; signal: AbortSignal }): Promise<T>;
  /** Tells the host. */
  tell(value: T): void;
}

/** Facts that refuse nothing, until the real ones are read. */
export const noFacts: GuardFacts = { otherActiveManagers: 1, referencedBy: [] };

/** What is sent along with many invitations. */
export interface InvitationBatches {
  /** Some of them were acknowledged: the next ones, in order. */
  handleAcknowledged?(results: InvitationResult[]): void;
  /** Whether those that are left are not to be sent. */
  isStopped?(): boolean;
}

/** How many invitations go into one request: few enough that what is acknowledged is heard of soon. */
export const invitationBatchSize = 100;

const staleCodes: readonly string[] = ['conflict', 'not-found', 'guard'];

/**
 * What can be done to users, through the adapter. Owns asking the host first, telling it afterwards, and which users
 * something is happening to; does not own what the person is shown. Actions are not aborted when a newer one begins: each
 * was meant. Each is for the account that was shown when it began, and for no other.
 */
export class UserActions {
  readonly #host: ActionsHost;
  readonly #busy = new Set<{ userId: string; operation: Operation; source: ListingSource }>();
  readonly #signal = new AbortController().signal;
  /** Links that let somebody in, by user. Kept for this page and this account only, and told to nobody but who asks. */
  readonly #links = new Map<string, string>();
  /** When an invitation may be sent again. */
  readonly cooldown = new ResendCooldown();

  constructor(host: ActionsHost) {
    this.#host = host;
  }

  busyWith(userId: string): 'saving' | 'removing' | undefined {
    const source = this.#host.source();
    const found = [...this.#busy].find((one) => one.userId === userId && isSameSource(one.source, source));
    return found && (found.operation === 'remove' ? 'removing' : 'saving');
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

  /** The user as stored now; as given, where that cannot be read. */
  async readAgain(user: User): Promise<User> {
    const source = this.#host.source();
    try {
      const found = await source?.store.users?.getUsers({ accountId: source.accountId, signal: this.#signal, ids: [user.id] });
      return found?.find(({ id }) => id === user.id) ?? user;
    } catch {
      return user;
    }
  }

  /** A page of users, for whoever asks beside the list. */
  async findUsers(query: UserQuery, signal: AbortSignal): Promise<UserPage> {
    const source = this.#host.source();
    if (!source?.store.users) throw new PersistenceError('unsupported', 'There is no directory of users.');
    return source.store.users.listUsers({ ...query, accountId: source.accountId, signal });
  }

  /**
   * Asks the host once for all, and sends in batches: what was acknowledged of them is told to the host, and to `batches`,
   * as it comes. `done` with fewer results than invitations: it was stopped in between.
   */
  invite(invitations: Invitation[], batches: InvitationBatches = {}): Promise<ActionOutcome<InvitationResult[]>> {
    const source = this.#host.source();
    return this.#act({
      operation: 'invite', type: 'user-invite', detail: { count: invitations.length },
      send: async (users, request) => {
        const results: InvitationResult[] = [];
        try {
          while (results.length < invitations.length) {
            const isStopped = results.length > 0 && (batches.isStopped?.() || !isSameSource(source, this.#host.source()));
            if (isStopped) break;
            const acknowledged = await users.inviteUsers({ ...request, invitations: invitations.slice(results.length, results.length + invitationBatchSize) });
            results.push(...acknowledged);
            this.#tellInvited(acknowledged, isSameSource(source, this.#host.source()));
            batches.handleAcknowledged?.(acknowledged);
          }
        } catch (error) {
          if (results.length > 0) this.#host.handleStale();
          throw error;
        }
        return results;
      },
      tell: () => undefined,
    });
  }

  #tellInvited(results: readonly InvitationResult[], isHere: boolean): void {
    const userIds = results.flatMap((result) => (result.ok ? [result.user.id] : []));
    if (isHere) for (const result of results) if (result.ok && result.link) this.#links.set(result.user.id, result.link);
    this.#emit<UsersInvitedDetail>('users-invited', { userIds, failed: results.length - userIds.length });
  }

  change(user: User, changes: UserChanges, replacementUserId?: string): Promise<ActionOutcome<User>> {
    const detail = { userId: user.id, changed: Object.keys(changes) as UserChangeKey[] };
    return this.#act({
      operation: 'change', type: 'user-change', detail, user,
      send: (users, request) => users.updateUser({ ...request, userId: user.id, changes, baseRevision: user.revision, replacementUserId }),
      tell: () => this.#emit<UserChangedDetail>('user-changed', detail),
    });
  }

  linkOf(userId: string): string | undefined {
    return this.#links.get(userId);
  }

  /** Another account's users are nobody here. */
  forget(): void {
    this.#links.clear();
    this.cooldown.forget();
  }

  async resend(user: Pick<User, 'id'>): Promise<ActionOutcome<User>> {
    const detail: UserChangedDetail = { userId: user.id, changed: ['invitation'] };
    const outcome = await this.#act({
      operation: 'change', type: 'user-change', detail, user,
      send: (users, request) => users.resendInvitation({ ...request, userId: user.id }),
      tell: () => {
        // The one before may be void now.
        this.#links.delete(user.id);
        this.#emit<UserChangedDetail>('user-changed', detail);
      },
    });
    if (outcome.status === 'failed') this.cooldown.handleRefusal(user.id, outcome.error);
    return outcome;
  }

  remove(user: User, replacementUserId?: string): Promise<ActionOutcome> {
    return this.#act({
      operation: 'remove', type: 'user-remove', detail: { userId: user.id }, user,
      send: (users, request) => users.removeUser({ ...request, userId: user.id, baseRevision: user.revision, replacementUserId }),
      tell: () => this.#emit<UserRemovedDetail>('user-removed', { userId: user.id }),
    });
  }

  #emit<D>(type: string, detail: D): void {
    emitFact<D>(this.#host.element, type, detail);
  }

  async #act<D extends object, T>(action: Action<D, T>): Promise<ActionOutcome<T>> {
    const source = this.#host.source();
    if (!source?.store.users) return { status: 'cancelled', by: 'host' };
    const busy = action.user && { userId: action.user.id, operation: action.operation, source };
    if (busy) this.#busy.add(busy);
    this.#host.element.requestUpdate();
    try {
      return await this.#askAndSend(action, source, source.store.users);
    } finally {
      if (busy) this.#busy.delete(busy);
      this.#host.element.requestUpdate();
    }
  }

  async #askAndSend<D extends object, T>(action: Action<D, T>, source: ListingSource, users: UserDirectory): Promise<ActionOutcome<T>> {
    if (!(await emitRequest(this.#host.element, action.type, action.detail))) return { status: 'cancelled', by: 'host' };
    // A host may hold the request for as long as it likes, and show another account meanwhile.
    if (!isSameSource(source, this.#host.source())) return { status: 'cancelled', by: 'account' };
    let value: T;
    try {
      value = await action.send(users, { accountId: source.accountId, signal: this.#signal });
    } catch (error) {
      const code = errorCode(error);
      this.#emit<UsersErrorDetail>('users-error', { code, operation: action.operation });
      if (staleCodes.includes(code)) this.#host.handleStale();
      return { status: 'failed', error };
    }
    action.tell(value);
    this.#host.handleStale();
    return { status: 'done', value };
  }
}

/** Why an action did not happen, in words. */
export function problemText(texts: Texts, outcome: ActionOutcome<unknown>, cancelledKey: string): string | undefined {
  if (outcome.status === 'done') return undefined;
  if (outcome.status === 'cancelled') return texts.text(outcome.by === 'account' ? 'account-changed' : cancelledKey);
  const error = isPersistenceError(outcome.error) ? outcome.error : undefined;
  if (error?.code === 'conflict') return texts.text('conflict');
  if (error?.guard === 'alert-contact') return texts.text('replacement.missing');
  return failureText(texts, outcome.error);
}
