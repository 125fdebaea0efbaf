import type { ReactiveControllerHost } from 'lit';
import { OperationController } from '../../controllers/operation-controller.js';
import type { User } from '../../domain/user.js';
import type { PersistenceAdapter } from '../../ports/persistence-adapter.js';
import { isAbortError } from '../../ports/persistence-error.js';

/** How many users one search lists: who is not among them is found by typing more. */
const listed = 20;

export interface UserLookupSource {
  store: PersistenceAdapter;
  accountId: string;
}

/**
 * Finds users of the account to choose from, and remembers those it has seen.
 * Owns the search (the newest counts) and who is known; does not own who is chosen.
 */
export class UserLookup {
  /** What the last search found; `undefined` before the first one. */
  found: { users: User[]; total: number } | undefined;
  error: unknown;

  readonly #host: ReactiveControllerHost;
  readonly #known = new Map<string, User>();
  readonly #source: () => UserLookupSource | undefined;
  readonly #searching: OperationController;
  /** Ids that the directory was asked for, whether it knew them or not. */
  readonly #asked = new Set<string>();
  /** Of those, the ones it has not answered for: nobody says of them that they are gone. */
  readonly #presumed = new Set<string>();
  #pending: Promise<void> | undefined;
  #leaving = new AbortController();

  readonly #handleFailure: (error: unknown) => void;

  constructor(host: ReactiveControllerHost, source: () => UserLookupSource | undefined, handleFailure: (error: unknown) => void) {
    this.#host = host;
    this.#source = source;
    this.#handleFailure = handleFailure;
    this.#searching = new OperationController(host);
  }

  get isSearching(): boolean {
    return this.#searching.isRunning;
  }

  get(id: string): User | undefined {
    return this.#known.get(id);
  }

  get activeIds(): string[] {
    const active = [...this.#known.values()].filter((user) => user.status === 'active').map((user) => user.id);
    return [...active, ...this.#presumed];
  }

  remember(users: readonly User[]): void {
    for (const user of users) this.#known.set(user.id, user);
  }

  /** Users that a reading named and did not find are gone. */
  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.#known.delete(id);
      this.#asked.add(id);
      this.#presumed.delete(id);
    }
  }

  /** Asks for those who were never asked for: a script, or somebody else's save, named them. `undefined` where there is nothing to wait for. */
  meet(ids: readonly string[]): Promise<void> | undefined {
    const source = this.#source();
    const strangers = ids.filter((id) => !this.#known.has(id) && !this.#asked.has(id));
    if (source && strangers.length > 0) this.#await(this.#ask(source, strangers));
    for (const id of strangers) {
      this.#asked.add(id);
      this.#presumed.add(id);
    }
    return this.#pending;
  }

  /** Something changed in the account: asks again for those who were met before. Until it answers they are who they were. */
  meetAgain(ids: readonly string[]): void {
    const source = this.#source();
    const met = ids.filter((id) => this.#asked.has(id) || this.#known.has(id));
    if (source?.store.users && met.length > 0) this.#await(this.#ask(source, met));
  }

  #await(asking: Promise<void>): void {
    const pending: Promise<void> = Promise.all([this.#pending, asking]).then(() => {
      if (this.#pending === pending) this.#pending = undefined;
    });
    this.#pending = pending;
  }

  async #ask({ store, accountId }: UserLookupSource, ids: string[]): Promise<void> {
    try {
      const { signal } = this.#leaving;
      const users = await store.users!.getUsers({ accountId, signal, ids });
      if (signal.aborted) return;
      this.forget(ids);
      this.remember(users);
    } catch (error) {
      if (!isAbortError(error)) this.#handleFailure(error);
    }
    this.#host.requestUpdate();
  }

  /** Another account's users are nobody here. */
  clear(): void {
    this.#searching.cancel();
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.#known.clear();
    this.#asked.clear();
    this.#presumed.clear();
    this.found = undefined;
    this.error = undefined;
  }

  async search(text: string): Promise<void> {
    const source = this.#source();
    const directory = source?.store.users;
    if (!directory) return;
    const { accountId } = source;
    const outcome = await this.#searching.run((signal) => directory.listUsers({
      accountId, signal, search: text.trim() || undefined, statuses: ['active'], sort: { by: 'name', direction: 'ascending' }, limit: listed,
    }));
    if (outcome.status === 'done') {
      this.found = outcome.value;
      this.error = undefined;
      this.remember(outcome.value.users);
    } else if (outcome.status === 'failed') {
      this.found = undefined;
      this.error = outcome.error;
      this.#handleFailure(outcome.error);
    }
    this.#host.requestUpdate();
  }
}
