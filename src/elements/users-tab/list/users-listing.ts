import type { ReactiveController, ReactiveElement } from 'lit';
import { followChanges } from '../../../controllers/follow-changes.js';
import { OperationController } from '../../../controllers/operation-controller.js';
import type { PersistenceAdapter, UserPage } from '../../../ports/persistence-adapter.js';
import { firstQuery, previousPage, toUserQuery, type UsersQuery } from './users-query.js';

/** While changes follow one another. */
const refreshEvery = 1_000;

export interface ListingSource {
  store: PersistenceAdapter;
  accountId: string;
}

export interface ListingHost {
  readonly element: ReactiveElement;
  source(): ListingSource | undefined;
  /** Roles of which some users are named beside the page, for a viewer who has to ask them; none otherwise. */
  rolesToName(): string[];
  /** The account that was listed is not the element's any more: what was about its users is to be forgotten. */
  handleLeave(): void;
  handleFailure(error: unknown): void;
}

/**
 * The page of users that an element shows, kept up to date. Owns the query, the reading and the watching; does not own how
 * it is shown, nor changing users. Watches only while the element is in a document: an update may come after it left.
 */
export class UsersListing implements ReactiveController {
  /** `undefined` until the account was read. */
  page: UserPage | undefined;
  /** Names for a viewer who has to ask somebody. */
  named: string[] = [];
  failure: unknown;
  #query: UsersQuery = firstQuery;
  #source: ListingSource | undefined;
  #stopFollowing: (() => void) | undefined;
  #rolesNamed = '';
  #holds = 0;
  #lastRefresh = 0;
  readonly #host: ListingHost;
  readonly #reading: OperationController;

  constructor(host: ListingHost) {
    this.#host = host;
    this.#reading = new OperationController(host.element);
    host.element.addController(this);
  }

  get query(): UsersQuery {
    return this.#query;
  }

  get isReading(): boolean {
    return this.#reading.isRunning;
  }

  show(query: UsersQuery): void {
    this.#query = query;
    this.#host.element.requestUpdate();
    void this.list();
  }

  /**
   * Many changes follow one another: what is listed is read again once a second, and when it is let go, rather than after each.
   * Returns what lets it go.
   */
  hold(): () => void {
    this.#holds += 1;
    return () => {
      this.#holds -= 1;
      this.refresh();
    };
  }

  /** Something may have changed. */
  refresh(): void {
    const now = performance.now();
    if (this.#holds > 0 && now - this.#lastRefresh < refreshEvery) return;
    this.#lastRefresh = now;
    void this.list();
  }

  hostConnected(): void {
    this.#host.element.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  hostUpdate(): void {
    if (!this.#host.element.isConnected) return;
    const source = this.#host.source();
    if (!isSameSource(source, this.#source)) this.#leaveFor(source);
    const isFollowing = this.#stopFollowing !== undefined;
    if (source?.store.users && !isFollowing) {
      this.#stopFollowing = followChanges(source.store, source.accountId, (kind) => {
        if (kind !== 'contact-info') this.refresh();
      });
    }
    const isNamingOthers = this.#rolesNamed !== this.#host.rolesToName().join();
    if (!isFollowing || isNamingOthers) void this.list();
  }

  async list(): Promise<void> {
    const source = this.#source;
    const users = source?.store.users;
    if (!users || !this.#stopFollowing) return;
    const { accountId } = source;
    const query = this.#query;
    const roles = this.#host.rolesToName();
    this.#rolesNamed = roles.join();
    const outcome = await this.#reading.run(async (signal) => {
      const page = await users.listUsers({ accountId, signal, ...toUserQuery(query) });
      const named = roles.length > 0 ? (await users.listUsers({ accountId, signal, roles, statuses: ['active'], limit: 3 })).users : [];
      return { page, named };
    });
    // The element may have another account already, and not have updated yet.
    if (outcome.status === 'superseded' || !isSameSource(source, this.#host.source())) return;
    this.#host.element.requestUpdate();
    if (outcome.status === 'failed') {
      this.failure = outcome.error;
      this.#host.handleFailure(outcome.error);
      return;
    }
    this.failure = undefined;
    // The last user of a later page went away: what is before it is shown.
    if (outcome.value.page.users.length === 0 && query.cursors.length > 1) {
      this.show(previousPage(query));
      return;
    }
    this.page = outcome.value.page;
    this.named = outcome.value.named.map((user) => user.name || user.email);
  }

  #leaveFor(source: ListingSource | undefined): void {
    this.#stop();
    this.#reading.cancel();
    this.page = undefined;
    this.named = [];
    this.failure = undefined;
    if (this.#source) {
      this.#query = firstQuery;
      this.#host.handleLeave();
    }
    this.#source = source;
  }

  #stop(): void {
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
  }
}

export function isSameSource(a: ListingSource | undefined, b: ListingSource | undefined): boolean {
  return a?.store === b?.store && a?.accountId === b?.accountId;
}
