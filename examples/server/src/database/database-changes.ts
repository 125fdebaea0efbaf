import type { StoreChange } from 'portero/ports';
import type { ChangeChannel } from 'portero/adapters/stored-adapter';
import { accountKey } from './account-transaction.js';
import type { Database } from './database.js';

type Listener = (change: StoreChange) => void;

const kinds: StoreChange['kind'][] = ['contact-info', 'users'];

/** Changes as the database tells of them, whichever server made them, or whoever else: once they are committed. */
export class DatabaseChanges implements ChangeChannel {
  readonly #listeners = new Map<string, Set<Listener>>();

  /** Resolves once nothing is missed any more. */
  async start(database: Database): Promise<void> {
    await database.listen('portero_changes', (payload) => {
      const [account, kind] = payload.split(' ');
      const told = kinds.find((one) => one === kind);
      if (told) this.#tell(account, told);
    }, () => {
      for (const account of this.#listeners.keys()) kinds.forEach((kind) => this.#tell(account, kind));
    });
  }

  /** The database does, within the transaction. */
  publish(): void {}

  subscribe(accountId: string, signal: AbortSignal, listener: Listener): void {
    const account = accountKey(accountId);
    const listeners = this.#listeners.get(account) ?? new Set();
    this.#listeners.set(account, listeners);
    // Of its own, so that whoever subscribes twice is told twice.
    const own: Listener = (change) => listener(change);
    listeners.add(own);
    signal.addEventListener('abort', () => {
      listeners.delete(own);
      if (listeners.size === 0) this.#listeners.delete(account);
    }, { once: true });
  }

  #tell(account: string, kind: StoreChange['kind']): void {
    // Those who leave meanwhile are not told, and those who come are not either.
    for (const listener of [...this.#listeners.get(account) ?? []]) if (this.#listeners.get(account)?.has(listener)) listener({ kind });
  }
}
