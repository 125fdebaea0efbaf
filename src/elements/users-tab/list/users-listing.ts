import type { ReactiveController, ReactiveElement } from 'lit';
import { followChanges } from '../../../controllers/follow-changes.js';
import { OperationController } from '../../../controllers/operation-controller.js';
import type { PersistenceAdapter, UserPage } from '../../../ports/persistence-adapter.js';
import { shownPage, type ShownPage } from './shown-page.js';
import { nameOf } from './user-name.js';
import { backFromNobody, changeBetween, firstQuery, toUserQuery, type UsersQuery } from './users-query.js';

/** Typing that goes on while an answer is awaited is sent once it pauses for this long. */
const typingPause = 200;

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
  /** Something else is listed than before, as it was asked for. */
  handleAnswer(change: 'narrowing' | 'sort' | 'page'): void;
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
  #shown: { page: ShownPage; query: UsersQuery } | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #source: ListingSource | undefined;
  #stopFollowing: (() => void) | undefined;
  /** The roles of which users are being named, and those of which they have been. */
  #rolesNamed = '';
  #holds = 0;
  #lastRefresh = 0;
  #namesRead: string | undefined;
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

  /** What is shown, and what had been asked for then: `query` may be ahead of that. */
  get shown(): { page: ShownPage; query: UsersQuery } | undefined {
    return this.#shown;
  }

  get isReading(): boolean {
    return this.#reading.isRunning;
  }

  show(query: UsersQuery): void {
    this.#ask(query);
    void this.list();
  }

  /**
   * The same, while somebody types: the first letter is sent at once. What follows before the answer waits for it, or for a
   * pause, so that a slow store is not asked for every letter.
   */
  showTyped(query: UsersQuery): void {
    this.#ask(query);
    if (this.isReading) this.#typing = setTimeout(() => void this.list(), typingPause);
    else void this.list();
  }

  #ask(query: UsersQuery): void {
    clearTimeout(this.#typing);
    this.#query = query;
    this.#host.element.requestUpdate();
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
    clearTimeout(this.#typing);
    const { accountId } = source;
    const query = this.#query;
    const roles = this.#host.rolesToName();
    this.#rolesNamed = roles.join();
    // Who is to be asked does not depend on what is searched for.
    const isNamed = this.#shown !== undefined && this.#shown.query !== query && this.#namesRead === roles.join();
    const outcome = await this.#reading.run(async (signal) => {
      const page = await users.listUsers({ accountId, signal, ...toUserQuery(query) });
      if (isNamed) return { page, named: this.named };
      const named = roles.length > 0 ? (await users.listUsers({ accountId, signal, roles, statuses: ['active'], limit: 3 })).users : [];
      return { page, named: named.map(nameOf) };
    });
    // The element may have another account already, and not have updated yet.
    if (outcome.status === 'superseded' || !isSameSource(source, this.#host.source())) return;
    if (query !== this.#query) {
      void this.list();
      return;
    }
    this.#host.element.requestUpdate();
    if (outcome.status === 'failed') {
      this.failure = outcome.error;
      this.#host.handleFailure(outcome.error);
      return;
    }
    this.failure = undefined;
    this.#take(outcome.value.page, query);
    this.named = outcome.value.named;
    this.#namesRead = roles.join();
  }

  #take(page: UserPage, query: UsersQuery): void {
    const shown = shownPage(page, query);
    // The last user of a later page went away: what is before it is shown.
    if (shown.rows.length === 0 && shown.nextCursor === null && query.cursors.length > 1) {
      this.show(backFromNobody(query));
      return;
    }
    const before = this.#shown;
    this.page = page;
    this.#shown = { page: shown, query };
    const change = before && changeBetween(before.query, query);
    if (change) this.#host.handleAnswer(change);
  }

  #leaveFor(source: ListingSource | undefined): void {
    this.#stop();
    this.#reading.cancel();
    this.page = undefined;
    this.#shown = undefined;
    this.named = [];
    this.#namesRead = undefined;
    this.failure = undefined;
    if (this.#source) {
      this.#query = firstQuery;
      this.#host.handleLeave();
    }
    this.#source = source;
  }

  #stop(): void {
    clearTimeout(this.#typing);
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
  }
}

export function isSameSource(a: ListingSource | undefined, b: ListingSource | undefined): boolean {
  return a?.store === b?.store && a?.accountId === b?.accountId;
}
