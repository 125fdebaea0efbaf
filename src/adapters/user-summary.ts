import type { UserFilter } from './account-storage.js';
import { passes, type UserRow } from './stored-user.js';

/** How many users of one role and status there are. */
export interface UserCount {
  role: string;
  status: string;
  count: number;
}

/**
 * What a database keeps of an account's users as a whole, so that nobody has to be counted: databases count by walking. Written
 * with every change of a user, in the same transaction.
 */
export interface UserSummary {
  accountId: string;
  counts: UserCount[];
  /** Of each search block, how many users are in it, and a number that every change of it changes. */
  blocks: { size: number; stamp: number }[];
}

/** How many users' search text is kept together: reading few large blocks is fast, and so is writing a small one. */
const blockSize = 500;

export function emptySummary(accountId: string): UserSummary {
  return { accountId, counts: [], blocks: [] };
}

export function countIn(counts: readonly UserCount[], filter: UserFilter): number {
  return counts.reduce((total, entry) => (passes(filter, entry) ? total + entry.count : total), 0);
}

/** Counts one more user like this one, or one less. */
export function adjustCount(counts: UserCount[], { role, status }: Pick<UserRow, 'role' | 'status'>, by: 1 | -1): void {
  const entry = counts.find((one) => one.role === role && one.status === status);
  if (!entry) counts.push({ role, status, count: by });
  else if (entry.count + by > 0) entry.count += by;
  else counts.splice(counts.indexOf(entry), 1);
}

/** The block for somebody who is new: the first that has room. */
export function blockWithRoom({ blocks }: UserSummary): number {
  const found = blocks.findIndex(({ size }) => size < blockSize);
  if (found >= 0) return found;
  return blocks.push({ size: 0, stamp: 0 }) - 1;
}
