import { MemoryAdapter, type MemoryStore } from '../../src/adapters/memory.js';
import type { AccountTransaction } from '../../src/adapters/account-storage.js';
import { storedUser } from '../../src/adapters/stored-user.js';
import type { User } from '../../src/domain/user.js';
import type { PersistenceAdapter, UpdateUserRequest, UserDirectory } from '../../src/ports/persistence-adapter.js';
import { isPersistenceError, PersistenceError } from '../../src/ports/persistence-error.js';
import type { OpenOptions } from '../../src/testing/index.js';

/** What goes wrong, in an adapter that is otherwise a working one, and the case that has to catch it. */
export interface BrokenAdapter {
  fault: string;
  caughtBy: string;
  /** What it does wrong is to refuse: the case ends with its error. */
  refuses?: true;
  open(store: MemoryStore, options?: OpenOptions): PersistenceAdapter;
}

/** A working adapter with some methods exchanged. */
export function altered(store: MemoryStore, alter: (working: MemoryAdapter) => Partial<PersistenceAdapter>, options: OpenOptions = {}): PersistenceAdapter {
  const working = new MemoryAdapter({ ...options, store });
  return {
    durable: false,
    loadContactInfo: (request) => working.loadContactInfo(request),
    saveContactInfo: (request) => working.saveContactInfo(request),
    watch: (request, listener) => working.watch(request, listener),
    loadHistory: (request) => working.loadHistory(request),
    users: working.users,
    ...alter(working),
  };
}

/** A working adapter with some methods of its users exchanged. */
export function withUsers(store: MemoryStore, alter: (working: UserDirectory) => Partial<UserDirectory>, options?: OpenOptions): PersistenceAdapter {
  return altered(store, ({ users }) => ({ users: { ...users, ...alter(users) } }), options);
}

/** Writes a user as the store keeps them, whatever the rules. */
export function putUser(store: MemoryStore, accountId: string, user: User): Promise<void> {
  return store.write(accountId, (transaction) => transaction.putUser(storedUser(user)));
}

/** Changes and removals that look at the base revision, and at no rule. */
export function unguarded(store: MemoryStore): Pick<UserDirectory, 'updateUser' | 'removeUser'> {
  return {
    updateUser: ({ accountId, userId, changes, baseRevision }) => store.write(accountId, async (transaction) => {
      const changed = { ...(await currentUser(transaction, userId, baseRevision)), ...changes, revision: crypto.randomUUID() };
      await transaction.putUser(storedUser(changed));
      return changed;
    }),
    removeUser: ({ accountId, userId, baseRevision }) => store.write(accountId, async (transaction) => {
      await currentUser(transaction, userId, baseRevision);
      await transaction.deleteUser(userId);
    }),
  };
}

/** Changes that no guard looks at where the condition holds. */
export function overlooking(store: MemoryStore, isOverlooked: (request: UpdateUserRequest) => boolean): PersistenceAdapter {
  return withUsers(store, (users) => ({ updateUser: (request) => (isOverlooked(request) ? unguarded(store) : users).updateUser(request) }));
}

async function currentUser(transaction: AccountTransaction, userId: string, baseRevision: string): Promise<User> {
  const user = (await transaction.getUser(userId))?.user;
  if (!user) throw new PersistenceError('not-found', 'Nobody.');
  if (user.revision !== baseRevision) throw new PersistenceError('conflict', 'Changed.', { current: structuredClone(user) });
  return user;
}

/** Answers every conflict about the same thing with the same object, which it reads too: a cache that it shares. */
export function sharingConflicts() {
  const shared = new Map<string, object>();
  return {
    async share<T>(key: string, promise: Promise<T>): Promise<T> {
      try {
        return await promise;
      } catch (error) {
        if (isPersistenceError(error) && error.current) shared.set(key, error.current);
        throw error;
      }
    },
    read: <T>(key: string, kept: T): T => (shared.get(key) as T | undefined) ?? kept,
  };
}
