import type { ReactiveElement } from 'lit';
import type { Role, User } from '../../domain/user.js';
import { emitFact, emitRequest } from '../../internal/emit.js';
import { errorCode } from '../../internal/error-code.js';
import { failureText } from '../../internal/failure-text.js';
import type { Texts } from '../../internal/issue-text.js';
import type { Invitation, InvitationResult, UserChanges, UserDirectory, UserPage, UserQuery } from '../../ports/persistence-adapter.js';
import { isPersistenceError, PersistenceError } from '../../ports/persistence-error.js';
import { ResendCooldown } from './invite/resend-cooldown.js';
import { isSameSource, type ListingSource } from './list/users-listing.js';
import type { AccountFacts } from './user-guard.js';
import type {
  UserChangedDetail, UserChangeKey, UserRemovedDetail, UsersErrorDetail, UsersInvitedDetail,
} from './users-tab.events.js';

export interface ActionsHost {
  readonly element: ReactiveElement;
  source(): (ListingSource & { roles: readonly Role[] }) | undefined;
  /** What is listed is to be read again: something was acknowledged, or refused since it is not as listed any more. */
  handleStale(): void;
  /** The store removed a user of the account that is shown. */
  handleRemoved(userId: string): void;
}

/** What the host agreed to before the first of several was sent: about whom, and in which account. */
export interface Permit {
  readonly source: ListingSource;
  readonly userIds: ReadonlySet<string>;
}

/** How an action ended. `cancelled`: nothing was sent, since the host stopped it or the element shows another account by now. */
export type ActionOutcome<T = void> = { status: 'done'; value: T } | { status: 'cancelled'; by: 'host' | 'account' } | { status: 'failed'; error: unknown };

type Operation = 'invite' | 'change' | 'remove';

/** What is happening to a user, from being asked for to its end. */
interface Running {
  userId: string;
  operation: Operation;
  source: ListingSource;
  ended: Promise<unknown>;
}

interface Action<D extends object, T> {
  operation: Operation;
  /** What the host is asked. */
  type: string;
  detail: D;
  user?: Pick<User, 'id'>;
  permit?: Permit;
  send(users: UserDirectory, request: { accountId: string; signal: AbortSignal }): Promise<T>;
  /** Tells the host. `isHere`: the account is still shown. */
  tell(value: T, isHere: boolean): void;
}

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
 * was meant. Those of one user go one after another, each from what the one before made of the user. Each is for the account
 * that was shown when it began, and for no other.
 */
export class UserActions {
  readonly #host: ActionsHost;
  readonly #running = new Set<Running>();
  readonly #signal = new AbortController().signal;
  /** Links that let somebody in, by user. Kept for this page and this account only, and told to nobody but who asks. */
  readonly #links = new Map<string, string>();
  /** The revision that an own change made of one: whoever asked for the change has not been surprised by it. */
  readonly #ownRevisions = new Map<string, string>();
  /** When an invitation may be sent again. */
  readonly cooldown = new ResendCooldown();

  constructor(host: ActionsHost) {
    this.#host = host;
  }

  busyWith(userId: string): 'saving' | 'removing' | undefined {
    const running = this.#runningFor(userId, this.#host.source());
    if (running.length === 0) return undefined;
    return running.some(({ operation }) => operation === 'remove') ? 'removing' : 'saving';
  }

  /** `undefined`: they cannot be read. That refuses nothing: the adapter does, and says why. */
  async readFacts(): Promise<AccountFacts | undefined> {
    const source = this.#host.source();
    if (!source?.store.users) return undefined;
    const { store, accountId, roles } = source;
    const request = { accountId, signal: this.#signal };
    const managing = roles.filter((role) => role.canManageUsers).map((role) => role.key);
    try {
      const [managers, record] = await Promise.all([
        store.users!.listUsers({ ...request, roles: managing, statuses: ['active'], limit: 1 }),
        store.loadContactInfo(request),
      ]);
      return { activeManagers: managers.total, contactInfo: record?.contactInfo ?? null };
    } catch {
      return undefined;
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

  /**
   * Asks the host about several users at once, before anything is sent: one event for each, so that whoever decides by user
   * goes on doing so, and all of them in one turn, with the same `userIds`. Those it did not agree to are not in the permit.
   */
  async askAbout(userIds: readonly string[], changed: UserChangeKey[] | 'removal'): Promise<Permit | undefined> {
    const source = this.#host.source();
    if (!source) return undefined;
    const ask = (userId: string) => (changed === 'removal'
      ? emitRequest(this.#host.element, 'user-remove', { userId, userIds })
      : emitRequest(this.#host.element, 'user-change', { userId, changed, userIds }));
    const agreed = await Promise.all(userIds.map(ask));
    return { source, userIds: new Set(userIds.filter((_, index) => agreed[index])) };
  }

  change(user: User, changes: UserChanges, replacementUserId?: string, permit?: Permit): Promise<ActionOutcome<User>> {
    const detail = { userId: user.id, changed: Object.keys(changes) as UserChangeKey[] };
    return this.#act({
      operation: 'change', type: 'user-change', detail, user, permit,
      send: async (users, request) => {
        const baseRevision = this.#newestOwn(user);
        const changed = await users.updateUser({ ...request, userId: user.id, changes, baseRevision, replacementUserId });
        if (changed.revision !== baseRevision) this.#ownRevisions.set(revisionKey(user.id, baseRevision), changed.revision);
        return changed;
      },
      tell: () => this.#emit<UserChangedDetail>('user-changed', detail),
    });
  }

  linkOf(userId: string): string | undefined {
    return this.#links.get(userId);
  }

  /** Another account's users are nobody here. */
  forget(): void {
    this.#links.clear();
    this.#ownRevisions.clear();
    this.cooldown.forget();
  }

  async resend(user: Pick<User, 'id'>, permit?: Permit): Promise<ActionOutcome<User>> {
    const detail: UserChangedDetail = { userId: user.id, changed: ['invitation'] };
    const outcome = await this.#act({
      operation: 'change', type: 'user-change', detail, user, permit,
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

  remove(user: User, replacementUserId?: string, permit?: Permit): Promise<ActionOutcome> {
    return this.#act({
      operation: 'remove', type: 'user-remove', detail: { userId: user.id }, user, permit,
      send: (users, request) => users.removeUser({ ...request, userId: user.id, baseRevision: this.#newestOwn(user), replacementUserId }),
      tell: (_, isHere) => {
        if (isHere) this.#host.handleRemoved(user.id);
        this.#emit<UserRemovedDetail>('user-removed', { userId: user.id });
      },
    });
  }

  #emit<D>(type: string, detail: D): void {
    emitFact<D>(this.#host.element, type, detail);
  }

  /** As far as own changes led from the user as it was seen: anybody else's is still a conflict. */
  #newestOwn({ id, revision }: User): string {
    let newest = revision;
    for (let next: string | undefined = newest; next !== undefined; next = this.#ownRevisions.get(revisionKey(id, next))) newest = next;
    return newest;
  }

  #runningFor(userId: string, source: ListingSource | undefined): Running[] {
    return [...this.#running].filter((one) => one.userId === userId && isSameSource(one.source, source));
  }

  async #act<D extends object, T>(action: Action<D, T>): Promise<ActionOutcome<T>> {
    const source = action.permit?.source ?? this.#host.source();
    const users = source?.store.users;
    if (!source || !users) return { status: 'cancelled', by: 'host' };
    const before = action.user && this.#runningFor(action.user.id, source).at(-1)?.ended;
    const outcome = before ? before.then(() => this.#askAndSend(action, source, users)) : this.#askAndSend(action, source, users);
    const running = action.user && { userId: action.user.id, operation: action.operation, source, ended: outcome };
    // Of several, whoever asked for the permit says when there is time to show one.
    const show = () => void (action.permit || this.#host.element.requestUpdate());
    if (running) this.#running.add(running);
    show();
    try {
      return await outcome;
    } finally {
      if (running) this.#running.delete(running);
      show();
    }
  }

  async #askAndSend<D extends object, T>(action: Action<D, T>, source: ListingSource, users: UserDirectory): Promise<ActionOutcome<T>> {
    // What was asked for before may have taken until another account was shown, and so may a host that holds the request.
    if (!this.#isShown(source)) return { status: 'cancelled', by: 'account' };
    const isAgreed = action.user && action.permit?.userIds.has(action.user.id);
    if (!isAgreed && !(await emitRequest(this.#host.element, action.type, action.detail))) return { status: 'cancelled', by: 'host' };
    if (!this.#isShown(source)) return { status: 'cancelled', by: 'account' };
    let value: T;
    try {
      value = await action.send(users, { accountId: source.accountId, signal: this.#signal });
    } catch (error) {
      const code = errorCode(error);
      this.#emit<UsersErrorDetail>('users-error', { code, operation: action.operation });
      if (staleCodes.includes(code)) this.#host.handleStale();
      return { status: 'failed', error };
    }
    action.tell(value, this.#isShown(source));
    this.#host.handleStale();
    return { status: 'done', value };
  }

  #isShown(source: ListingSource): boolean {
    return isSameSource(source, this.#host.source());
  }
}

function revisionKey(userId: string, revision: string): string {
  return JSON.stringify([userId, revision]);
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
