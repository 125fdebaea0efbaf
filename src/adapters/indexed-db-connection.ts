import { openDB, type IDBPDatabase } from 'idb';
import { onDemand } from '../ports/on-demand.js';
import { PersistenceError } from '../ports/persistence-error.js';
import type { PorteroDatabase } from './indexed-db-schema.js';

const version = 2;
/** How long the browser may take to open the database before it counts as unavailable. */
const patience = 5_000;
/** What writes, finds, and makes the database: one file, since whoever needs one of them soon needs another. */
export const loadDirectory = onDemand(() => import('./indexed-db-directory.js'));

type Directory = Awaited<ReturnType<typeof loadDirectory>>;

/** The database is new, or older than this code. */
class UpgradeNeeded extends Error {}

/**
 * The connection to a database. Owns when it is open: from when it is first needed until another page wants to delete or
 * upgrade the database, and again after that. Does not own what is in the database; what makes and upgrades it is loaded when
 * there is something to make or upgrade.
 */
export class IndexedDbConnection {
  readonly #name: string;
  #opened: Promise<IDBPDatabase<PorteroDatabase>> | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  open(): Promise<IDBPDatabase<PorteroDatabase>> {
    if (!this.#opened) {
      const opening = this.#connect();
      this.#opened = opening;
      // A failure is not remembered: the next call tries anew.
      opening.catch(() => this.#forget(opening));
    }
    return this.#opened!;
  }

  /** Opens it again, whatever became of it. */
  reopen(): Promise<IDBPDatabase<PorteroDatabase>> {
    this.#opened = undefined;
    return this.open();
  }

  async #connect(): Promise<IDBPDatabase<PorteroDatabase>> {
    if (typeof indexedDB === 'undefined') throw new PersistenceError('unavailable', 'There is no IndexedDB here.');
    try {
      return await this.#request();
    } catch (error) {
      if (!(error instanceof UpgradeNeeded)) throw error;
      return this.#request(await loadDirectory());
    }
  }

  #request(directory?: Directory): Promise<IDBPDatabase<PorteroDatabase>> {
    return new Promise((resolve, reject) => {
      let isAwaited = true;
      let refusal: Error | undefined;
      const give = (error: unknown) => {
        isAwaited = false;
        clearTimeout(timer);
        reject(refusal ?? error);
      };
      // Behind a deletion that waits for another page, an opening waits too, and no event says so.
      const timer = setTimeout(() => give(new PersistenceError('unavailable', 'The database does not answer.')), patience);
      const opening = openDB<PorteroDatabase>(this.#name, version, {
        upgrade(database, oldVersion, _version, transaction) {
          // It answers: many users take a while to be indexed.
          clearTimeout(timer);
          transaction.done.catch(() => undefined);
          const upgrading = directory ? directory.upgrade(database, oldVersion, transaction) : Promise.reject(new UpgradeNeeded());
          upgrading.catch((error: Error) => {
            refusal = error;
            abort(transaction);
          });
        },
        blocked: () => give(new PersistenceError('unavailable', 'The database is in use by a page with an older version of it.')),
        blocking: (_current, _wanted, event) => {
          (event.target as IDBDatabase).close();
          this.#opened = undefined;
        },
        terminated: () => (this.#opened = undefined),
      });
      opening.then((database) => {
        clearTimeout(timer);
        // Too late, and nobody would ever close it.
        if (isAwaited) resolve(database);
        else database.close();
      }, give);
    });
  }

  #forget(connection: Promise<unknown>): void {
    if (this.#opened === connection) this.#opened = undefined;
  }
}

export function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already: by the failure that led here.
  }
}
