import { defaultRoles, isActiveManager, partnerPortalRequirements, referencedUserIds, type ContactInfoRecord, type RequirementSet, type Role } from 'portero/domain';
import type { AccountReading, AccountStorage, AccountTransaction, FoundUsers, UserSelection } from 'portero/adapters/account-storage';
import type { StoredUser } from 'portero/adapters/stored-user';
import type { HistoryEntry } from 'portero/ports';
import { accountTransaction } from './account-transaction.js';
import type { Database, Transaction } from './database.js';
import { sqlText } from './sql-text.js';
import { countUsers, deleteUser, findUsers, getUser, getUserByAddress, putUser } from './sql-users.js';

export interface SqlStorageOptions {
  /** Which of them manage users: the database keeps the last who does. Absent: `defaultRoles`. */
  roles?: readonly Role[];
  /** Which fields name users: the database keeps those who are named. Absent: `partnerPortalRequirements`. */
  requirements?: RequirementSet;
}

/**
 * Accounts in PostgreSQL. Everything that writes locks the account's row first: changes of one account come one after another,
 * those of others do not wait. What is read is as it was at one moment.
 */
export class SqlStorage implements AccountStorage {
  readonly #database: Database;
  readonly #roles: readonly Role[];
  readonly #requirements: RequirementSet;

  constructor(database: Database, { roles = defaultRoles, requirements = partnerPortalRequirements }: SqlStorageOptions = {}) {
    this.#database = database;
    this.#roles = roles;
    this.#requirements = requirements;
  }

  read<T>(accountId: string, task: (reading: AccountReading) => Promise<T>): Promise<T> {
    return accountTransaction(this.#database, accountId, 'read', (transaction, account) => task(readingOn(transaction, account)));
  }

  write<T>(accountId: string, task: (transaction: AccountTransaction) => Promise<T>): Promise<T> {
    return accountTransaction(this.#database, accountId, 'write', async (transaction, account) => {
      const locked = await lock(transaction, account, accountId);
      return task(this.#writingOn(transaction, account, locked));
    });
  }

  findUsers(accountId: string, selection: UserSelection): Promise<FoundUsers> {
    return accountTransaction(this.#database, accountId, 'read', (transaction, account) => findUsers(transaction, account, selection));
  }

  /** Another one after every change of the account's users; `null` before the first. */
  usersVersion(accountId: string): Promise<string | null> {
    return accountTransaction(this.#database, accountId, 'read', async (transaction, account) => {
      const [row] = await transaction.query<{ users_version: string | null }>('select users_version from portero.accounts where key = $1', [account]);
      return row?.users_version ?? null;
    });
  }

  /** Deletes everything that is kept of an account. */
  async erase(accountId: string): Promise<void> {
    await accountTransaction(this.#database, accountId, 'write', (transaction, account) => transaction.query('delete from portero.accounts where key = $1', [account]));
  }

  #writingOn(transaction: Transaction, account: string, locked: LockedAccount): AccountTransaction {
    return {
      ...readingOn(transaction, account),
      getRecord: async () => recordIn(locked),
      putRecord: async (record) => {
        await this.#putRecord(transaction, account, record);
        locked.record = JSON.stringify(record);
      },
      async addHistory(entry) {
        await transaction.query('insert into portero.history (account, entry) values ($1, $2)', [account, JSON.stringify(entry)]);
      },
      async trimHistory(count) {
        await transaction.query(`delete from portero.history where account = $1 and number <=
          (select number from portero.history where account = $1 order by number desc offset $2 limit 1)`, [account, count]);
      },
      getUserByAddress: (addressKey) => getUserByAddress(transaction, account, addressKey),
      countUsers: (filter) => countUsers(transaction, account, filter),
      putUser: (stored) => putUser(transaction, account, stored, isActiveManager(stored.user, this.#roles)),
      deleteUser: (id) => deleteUser(transaction, account, id),
    };
  }

  async #putRecord(transaction: Transaction, account: string, record: ContactInfoRecord): Promise<void> {
    await transaction.query('update portero.accounts set record = $2, revision = $3 where key = $1', [account, JSON.stringify(record), sqlText(record.revision)]);
    const named = referencedUserIds(record.contactInfo, this.#requirements).map(sqlText);
    await transaction.query('delete from portero.named_users where account = $1 and user_id <> all ($2::text[])', [account, named]);
    await transaction.query('insert into portero.named_users (account, user_id) select $1, unnest($2::text[]) on conflict do nothing', [account, named]);
  }
}

/** Its row, as it is while the transaction has it. */
interface LockedAccount {
  record: string | null;
}

async function lock(transaction: Transaction, account: string, accountId: string): Promise<LockedAccount> {
  const select = () => transaction.query<LockedAccount>('select record::text from portero.accounts where key = $1 for update', [account]);
  const [found] = await select();
  if (found) return found;
  await transaction.query('insert into portero.accounts (key, id) values ($1, $2) on conflict (key) do nothing', [account, sqlText(accountId)]);
  return (await select())[0];
}

function recordIn({ record }: LockedAccount): ContactInfoRecord | null {
  return record === null ? null : JSON.parse(record) as ContactInfoRecord;
}

function readingOn(transaction: Transaction, account: string): AccountReading {
  return {
    async getRecord() {
      const [row] = await transaction.query<LockedAccount>('select record::text from portero.accounts where key = $1', [account]);
      return row ? recordIn(row) : null;
    },
    getUser: (id: string): Promise<StoredUser | undefined> => getUser(transaction, account, id),
    async allHistory() {
      const rows = await transaction.query<{ entry: string }>('select entry::text from portero.history where account = $1 order by number desc', [account]);
      return rows.map(({ entry }) => JSON.parse(entry) as HistoryEntry);
    },
  };
}
