import { throwIfAborted } from '../ports/abort.js';
import { checkAccountId } from '../ports/account-id.js';
import type { AccountRequest } from '../ports/persistence-adapter.js';
import { PersistenceError } from '../ports/persistence-error.js';
import type { AccountStorage, AccountTransaction, RequestedStorage } from './account-storage.js';

/*
 * A storage as requests may use it: an account id that cannot be one is refused before anything is asked, and an abort counts
 * for as long as something is left to write. What waits for its turn by then is not written, nor is half of it.
 */
export function onRequest(storage: AccountStorage): RequestedStorage {
  async function run<T>({ accountId, signal }: AccountRequest, task: () => Promise<T>): Promise<T> {
    throwIfAborted(signal);
    const problem = checkAccountId(accountId);
    if (problem) throw new PersistenceError('invalid', 'This account id cannot be used.', { issues: [problem] });
    try {
      return await task();
    } catch (error) {
      // Storages have errors of their own for transactions that were given up.
      throwIfAborted(signal);
      throw error;
    }
  }
  return {
    read: (request, task) => run(request, () => storage.read(request.accountId, async (reading) => {
      throwIfAborted(request.signal);
      return task(reading);
    })),
    write: (request, task) => run(request, () => storage.write(request.accountId, async (transaction) => {
      throwIfAborted(request.signal);
      return task(untilAborted(transaction, request.signal));
    })),
    findUsers: (request, selection) => run(request, async () => {
      const found = await storage.findUsers(request.accountId, selection);
      throwIfAborted(request.signal);
      return found;
    }),
  };
}

/** A transaction may be given its turn only with its first request, so that to ask once before is not enough. */
function untilAborted(transaction: AccountTransaction, signal: AbortSignal): AccountTransaction {
  const unlessAborted = <A>(write: (value: A) => Promise<void>) => async (value: A) => {
    throwIfAborted(signal);
    return write(value);
  };
  return {
    ...transaction,
    putRecord: unlessAborted(transaction.putRecord),
    addHistory: unlessAborted(transaction.addHistory),
    trimHistory: unlessAborted(transaction.trimHistory),
    putUser: unlessAborted(transaction.putUser),
    deleteUser: unlessAborted(transaction.deleteUser),
  };
}
