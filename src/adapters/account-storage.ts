import type { ContactInfoRecord } from '../domain/contact-info.js';
import type { AccountRequest, HistoryEntry, UserSort } from '../ports/persistence-adapter.js';
import type { UserPlace } from './user-order.js';
import type { StoredUser } from './stored-user.js';

/** Some of an account's users; `null` stands for any. No role and no status is named twice. */
export interface UserFilter {
  roles: readonly string[] | null;
  statuses: readonly string[] | null;
}

/** A page of users. */
export interface UserSelection extends UserFilter {
  /** Folded; `''`: whatever their names and addresses. */
  search: string;
  sort: UserSort;
  /** After which place in the order; `null`: from the beginning. */
  after: UserPlace | null;
  limit: number;
}

export interface FoundUsers {
  /** In order; one more than the limit where more follow. */
  rows: StoredUser[];
  /** How many there are, on all pages. */
  total: number;
}

/** What is read without any rule: as it was at one moment. */
export interface AccountReading {
  getRecord(): Promise<ContactInfoRecord | null>;
  getUser(id: string): Promise<StoredUser | undefined>;
  /** Newest first. */
  allHistory(): Promise<HistoryEntry[]>;
}

/**
 * What an account's rules need of a storage, within one transaction: everything that is read is as it was at one moment,
 * and everything that is written is written, or nothing is.
 */
export interface AccountTransaction extends AccountReading {
  putRecord(record: ContactInfoRecord): Promise<void>;
  addHistory(entry: HistoryEntry): Promise<void>;
  /** Deletes the oldest entries, so that the newest `count` are left. */
  trimHistory(count: number): Promise<void>;
  getUserByAddress(addressKey: string): Promise<StoredUser | undefined>;
  countUsers(filter: UserFilter): Promise<number>;
  putUser(user: StoredUser): Promise<void>;
  deleteUser(id: string): Promise<void>;
}

/** Where accounts are kept, and how their users are found. A write resolves once it is as durable as the storage can make it. */
export interface AccountStorage {
  read<T>(accountId: string, task: (reading: AccountReading) => Promise<T>): Promise<T>;
  write<T>(accountId: string, task: (transaction: AccountTransaction) => Promise<T>): Promise<T>;
  findUsers(accountId: string, selection: UserSelection): Promise<FoundUsers>;
}

/** The same on behalf of a request: about an account id that can be one, and only until its signal aborts. */
export interface RequestedStorage {
  read<T>(request: AccountRequest, task: (reading: AccountReading) => Promise<T>): Promise<T>;
  write<T>(request: AccountRequest, task: (transaction: AccountTransaction) => Promise<T>): Promise<T>;
  findUsers(request: AccountRequest, selection: UserSelection): Promise<FoundUsers>;
}
