import type { ReactiveControllerHost } from 'lit';
import { OperationController } from '../../controllers/operation-controller.js';
import type { User } from '../../domain/user.js';
import type { PersistenceAdapter } from '../../ports/persistence-adapter.js';

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
    return [...this.#known.values()].filter((user) => user.status === 'active').map((user) => user.id);
  }

  remember(users: readonly User[]): void {
    for (const user of users) this.#known.set(user.id, user);
  }

  /** Users that a reading named and did not find are gone. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.#known.delete(id);
  }

  /** Another account's users are nobody here. */
  clear(): void {
    this.#searching.cancel();
    this.#known.clear();
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
