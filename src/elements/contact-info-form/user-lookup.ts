import type { ReactiveControllerHost } from 'lit';
import { OperationController } from '../../controllers/operation-controller.js';
import type { User, UserStatus } from '../../domain/user.js';
import type { PersistenceAdapter } from '../../ports/persistence-adapter.js';
import { isAbortError } from '../../ports/persistence-error.js';

/** How many users are listed at a time. */
const pageSize = 20;
/** A list longer than this is not scrolled through: who is not in it is found by typing. */
const listedAtMost = 200;
/** Milliseconds without a key after which typing counts as paused. */
const typingPause = 150;

export interface UserLookupSource {
  store: PersistenceAdapter;
  accountId: string;
}

/** The users that a search found, as far as they are listed; `total` counts all of them. */
export interface FoundUsers {
  text: string;
  users: User[];
  total: number;
  nextCursor: string | null;
}

/** What is known of a user: a status, that the directory has no such user, or that it has not said. */
export type Acquaintance = UserStatus | 'gone' | 'loading' | 'unreachable';

/**
 * Finds users of the account to choose from, and remembers those it has seen.
 * Owns the search (the newest counts) and who is known; does not own who is chosen.
 *
 * Nobody is said to be gone whom the directory was not asked for, or has not answered for: until then they count as active,
 * and the store that saves them has the last word.
 */
export class UserLookup {
  /** What the last search found; `undefined` before it. */
  found: FoundUsers | undefined;
  /** Why the last search found nothing. */
  error: unknown;

  readonly #host: ReactiveControllerHost;
  readonly #known = new Map<string, User>();
  readonly #gone = new Set<string>();
  readonly #source: () => UserLookupSource | undefined;
  readonly #searching: OperationController;
  /** Ids that the directory was asked for, whether it knew them or not. */
  readonly #asked = new Set<string>();
  /** Of those, the ones it has not answered for. */
  readonly #presumed = new Set<string>();
  /** Of those, the ones it could not answer for. */
  readonly #unanswered = new Set<string>();
  #pending: Promise<void> | undefined;
  /** What is looked for, while the list is open. */
  #wanted: string | undefined;
  #isQuiet = false;
  #leaving = new AbortController();

  readonly #handleFailure: (error: unknown) => void;

  constructor(host: ReactiveControllerHost, source: () => UserLookupSource | undefined, handleFailure: (error: unknown) => void) {
    this.#host = host;
    this.#source = source;
    this.#handleFailure = handleFailure;
    this.#searching = new OperationController(host);
  }

  /** Whether somebody waits for what a search finds. */
  get isSearching(): boolean {
    return this.#searching.isRunning && !this.#isQuiet;
  }

  /** The user as last seen: also one who is gone by now keeps the name. */
  get(id: string): User | undefined {
    return this.#known.get(id);
  }

  standingOf(id: string): Acquaintance {
    if (this.#gone.has(id)) return 'gone';
    return this.#known.get(id)?.status ?? (this.#unanswered.has(id) ? 'unreachable' : 'loading');
  }

  get activeIds(): string[] {
    const active = [...this.#known.values()].filter(({ id, status }) => status === 'active' && !this.#gone.has(id)).map(({ id }) => id);
    return [...active, ...this.#presumed];
  }

  remember(users: readonly User[]): void {
    for (const user of users) {
      this.#known.set(user.id, user);
      this.#gone.delete(user.id);
      this.#answered(user.id);
    }
  }

  /** A reading named these users: who it did not find is gone. */
  learn(ids: readonly string[], users: readonly User[]): void {
    this.remember(users);
    const present = new Set(users.map(({ id }) => id));
    for (const id of ids) {
      if (!present.has(id)) this.#gone.add(id);
      this.#answered(id);
    }
  }

  /** The directory could not be asked for these: what was known of them stays. */
  presume(ids: readonly string[]): void {
    for (const id of ids) {
      this.#asked.add(id);
      if (this.#known.has(id) || this.#gone.has(id)) continue;
      this.#presumed.add(id);
      this.#unanswered.add(id);
    }
  }

  #answered(id: string): void {
    this.#asked.add(id);
    this.#presumed.delete(id);
    this.#unanswered.delete(id);
  }

  /** Asks for those who were never asked for: a script, or somebody else's save, named them. `undefined` where there is nothing to wait for. */
  meet(ids: readonly string[]): Promise<void> | undefined {
    const strangers = ids.filter((id) => !this.#known.has(id) && !this.#asked.has(id));
    const asking = this.#ask(strangers);
    if (asking) {
      const pending: Promise<void> = Promise.all([this.#pending, asking]).then(() => {
        if (this.#pending === pending) this.#pending = undefined;
      });
      this.#pending = pending;
    }
    for (const id of strangers) {
      this.#asked.add(id);
      this.#presumed.add(id);
    }
    return this.#pending;
  }

  /** Asks again, also for what an open list shows: the users of the account may have changed. Nothing waits for the answer. */
  refresh(ids: readonly string[]): void {
    void this.#ask(ids);
    if (this.#wanted !== undefined && !this.isSearching) void this.#search(this.#wanted, { isQuiet: this.found !== undefined });
  }

  /** Asks again for those of whom the directory has not said who they are. */
  retry(): void {
    const ids = [...this.#unanswered];
    this.#unanswered.clear();
    void this.#ask(ids);
    this.#host.requestUpdate();
  }

  #ask(ids: readonly string[]): Promise<void> | undefined {
    const source = this.#source();
    return source && ids.length > 0 ? this.#request(source, [...ids]) : undefined;
  }

  async #request({ store, accountId }: UserLookupSource, ids: string[]): Promise<void> {
    const { signal } = this.#leaving;
    try {
      const users = await store.users!.getUsers({ accountId, signal, ids });
      if (!signal.aborted) this.learn(ids, users);
    } catch (error) {
      if (signal.aborted || isAbortError(error)) return;
      this.presume(ids);
      this.#handleFailure(error);
    }
    this.#host.requestUpdate();
  }

  /** Another account's users are nobody here. */
  clear(): void {
    this.#searching.cancel();
    this.#wanted = undefined;
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.#known.clear();
    this.#gone.clear();
    this.#asked.clear();
    this.#presumed.clear();
    this.#unanswered.clear();
    this.found = undefined;
    this.error = undefined;
  }

  /** Lists whom a text finds. What an earlier one found for another text is put away first. */
  search(text: string): Promise<void> {
    if (this.found?.text !== text.trim()) this.found = undefined;
    return this.#search(text.trim());
  }

  /** The same, once the person stops typing; what was found stays in sight until then. */
  searchSoon(text: string): Promise<void> {
    return this.#search(text.trim(), { pause: typingPause });
  }

  /** Lists more of those who were found. */
  async more(): Promise<void> {
    const { found } = this;
    if (!found?.nextCursor || this.isSearching || found.users.length >= listedAtMost) return;
    await this.#search(found.text, { before: found });
  }

  /** The list is closed: nobody looks for anybody. */
  stop(): void {
    this.#wanted = undefined;
  }

  async #search(text: string, { pause = 0, before, isQuiet = false }: { pause?: number; before?: FoundUsers; isQuiet?: boolean } = {}): Promise<void> {
    this.#wanted = text;
    const source = this.#source();
    const directory = source?.store.users;
    if (!directory) return;
    const { accountId } = source;
    if (!isQuiet) this.error = undefined;
    this.#isQuiet = isQuiet;
    // As many as are listed already, so that nobody is lost from under the person's eyes.
    const limit = isQuiet ? Math.max(pageSize, this.found?.users.length ?? 0) : pageSize;
    const outcome = await this.#searching.run(async (signal) => {
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      signal.throwIfAborted();
      return directory.listUsers({
        accountId, signal, search: text || undefined, statuses: ['active'], sort: { by: 'name', direction: 'ascending' }, limit, cursor: before?.nextCursor ?? undefined,
      });
    });
    if (outcome.status === 'superseded') return;
    // Asked of a store that is not the element's any more: the one that is knows.
    if (this.#source()?.store !== source.store) return this.#wanted === text ? this.#search(text) : undefined;
    if (outcome.status === 'failed' && isQuiet) return;
    if (outcome.status === 'done') {
      const { users, total, nextCursor } = outcome.value;
      const listed = new Set(before?.users.map(({ id }) => id));
      this.found = { text, total, nextCursor, users: [...(before?.users ?? []), ...users.filter(({ id }) => !listed.has(id))] };
      this.remember(users);
    } else {
      this.found = before;
      this.error = outcome.error;
      this.#handleFailure(outcome.error);
    }
    this.#host.requestUpdate();
  }
}
