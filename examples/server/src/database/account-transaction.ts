import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database, Transaction } from './database.js';
import { canRunAgain, persistenceErrorFrom } from './sql-errors.js';

/** How often a transaction is run that the database gave up. */
const mostRuns = 5;

const modes = {
  /** Everything is as it was at one moment. */
  read: 'isolation level repeatable read, read only',
  /** Each statement sees what was committed before it: whoever needs more locks a row first. */
  write: 'isolation level read committed',
};

/** The key of an account's rows. Ids may be of any length, and keys are in every index. */
export function accountKey(accountId: string): string {
  const hex = createHash('sha256').update(accountId).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/**
 * Runs a task in a transaction that sees the rows of one account and no others. Where the database gives it up, or is lost, the
 * task runs again. Rejects with a `PersistenceError` where the database could not be reached, or refused what must not be.
 */
export async function accountTransaction<T>(
  database: Database, accountId: string, mode: keyof typeof modes, task: (transaction: Transaction, account: string) => Promise<T>,
): Promise<T> {
  const account = accountKey(accountId);
  const prologue = `set transaction ${modes[mode]}; set local role portero_app; set local portero.account = '${account}'`;
  for (let run = 1; ; run += 1) {
    try {
      return await database.transaction((transaction) => task(transaction, account), prologue);
    } catch (error) {
      if (run === mostRuns || !canRunAgain(error)) throw persistenceErrorFrom(error);
      // At random, so that two do not give up for each other again and again.
      await delay(Math.random() * 20 * 2 ** run);
    }
  }
}
