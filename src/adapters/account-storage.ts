import type { ContactInfoRecord } from '../domain/contact-info.js';
import type { User } from '../domain/user.js';
import type { AccountRequest, HistoryEntry } from '../ports/persistence-adapter.js';

/** A user as it is kept: with what it is found and compared by, prepared once when it is written. */
export interface StoredUser {
  user: User;
  /** The folded address, unique in an account. */
  addressKey: string;
  /** Name and address with case and accents folded. */
  searchText: string;
}

/**
 * What an account's rules need of a storage, within one transaction: everything that is read is as it was at one moment,
 * and everything that is written is written, or nothing is.
 */
export interface AccountTransaction {
  getRecord(): Promise<ContactInfoRecord | null>;
  putRecord(record: ContactInfoRecord): Promise<void>;
  addHistory(entry: HistoryEntry): Promise<void>;
  /** Deletes the oldest entries, so that the newest `count` are left. */
  trimHistory(count: number): Promise<void>;
  /** Newest first. */
  allHistory(): Promise<HistoryEntry[]>;
  getUser(id: string): Promise<StoredUser | undefined>;
  getUserByAddress(addressKey: string): Promise<StoredUser | undefined>;
  putUser(user: StoredUser): Promise<void>;
  deleteUser(id: string): Promise<void>;
  allUsers(): Promise<StoredUser[]>;
}

/** Reads and writes on behalf of a request: about an account id that can be one, and only until its signal aborts. */
export interface RequestedStorage {
  read<T>(request: AccountRequest, task: (transaction: AccountTransaction) => Promise<T>): Promise<T>;
  write<T>(request: AccountRequest, task: (transaction: AccountTransaction) => Promise<T>): Promise<T>;
}

/** Where accounts are kept. A write resolves once it is as durable as the storage can make it. */
export interface AccountStorage {
  read<T>(accountId: string, task: (transaction: AccountTransaction) => Promise<T>): Promise<T>;
  write<T>(accountId: string, task: (transaction: AccountTransaction) => Promise<T>): Promise<T>;
}
