import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { FoundUsers, UserSelection } from './account-storage.js';
import type { PorteroDatabase, UserEntry } from './indexed-db-schema.js';
import { indexesContaining } from './joined-strings.js';
import { rowAt, type SearchBlock } from './search-blocks.js';
import { selectAfter, type UserPlace } from './user-order.js';
import { passes, type StoredUser, type UserRow } from './stored-user.js';
import { countIn, emptySummary, type UserSummary } from './user-summary.js';

type Reading = IDBPTransaction<PorteroDatabase, StoreNames<PorteroDatabase>[], 'readonly' | 'readwrite'>;

/** One page of users. Everybody's is read from an index; what is searched or filtered is found in the search text. */
export async function findUsers(transaction: Reading, accountId: string, selection: UserSelection): Promise<FoundUsers> {
  const summary = await summaryIn(transaction, accountId);
  const { search, roles, statuses, sort, after, limit } = selection;
  if (search === '' && !roles && !statuses) {
    return { rows: await readIndex(transaction, accountId, selection), total: countIn(summary.counts, selection) };
  }
  const blocks = await readBlocks(transaction, summary);
  const found = blocks.flatMap((block) => rowsContaining(block, search)).filter((row) => passes(selection, row));
  const users = transaction.objectStore('users');
  const page = await Promise.all(selectAfter(found, sort, after, limit + 1).map(({ id }) => users.get([accountId, id])));
  return { rows: page as UserEntry[], total: found.length };
}

async function summaryIn(transaction: Reading, accountId: string): Promise<UserSummary> {
  return (await transaction.objectStore('userSummaries').get(accountId)) ?? emptySummary(accountId);
}

/** Every key of an account that follows a place, in either direction. Arrays sort after strings. */
function rangeAfter(accountId: string, after: UserPlace | null, isDescending: boolean): IDBKeyRange {
  const [first, last] = [[accountId], [accountId, []]];
  const place = after && [accountId, ...after];
  return isDescending ? IDBKeyRange.bound(first, place ?? last, false, true) : IDBKeyRange.bound(place ?? first, last, true);
}

async function readIndex(transaction: Reading, accountId: string, { sort, after, limit }: UserSelection): Promise<StoredUser[]> {
  const index = transaction.objectStore('users').index(sort.by);
  const isDescending = sort.direction === 'descending';
  const range = rangeAfter(accountId, after, isDescending);
  if (!isDescending) return index.getAll(range, limit + 1);
  // Only a cursor goes backwards, row by row; but it can skip to the other end of the page.
  const end = await (await index.openKeyCursor(range, 'prev'))?.advance(limit);
  const page = end ? IDBKeyRange.bound(end.key, range.upper, false, true) : range;
  return (await index.getAll(page)).reverse();
}

interface CachedBlock {
  stamp: number;
  columns: SearchBlock['columns'];
  /** Those that were found once. */
  rows: UserRow[];
}

/**
 * Of each connection, the blocks of the account that was searched last. Gone with the connection, as a database may be that
 * is deleted.
 */
const caches = new WeakMap<IDBPDatabase<PorteroDatabase>, { accountId: string; blocks: CachedBlock[] }>();

/** An account's blocks, of which only those are read that changed since this page last did. */
async function readBlocks(transaction: Reading, { accountId, blocks }: UserSummary): Promise<CachedBlock[]> {
  const store = transaction.objectStore('searchBlocks');
  const cached = caches.get(transaction.db);
  const known = cached?.accountId === accountId ? cached.blocks : [];
  const read = await Promise.all(blocks.map(async ({ stamp }, block): Promise<CachedBlock> => {
    if (known[block]?.stamp === stamp) return known[block];
    const { columns } = (await store.get([accountId, block]))!;
    return { stamp, columns, rows: [] };
  }));
  caches.set(transaction.db, { accountId, blocks: read });
  return read;
}

function rowsContaining({ columns, rows }: CachedBlock, search: string): UserRow[] {
  return indexesContaining(columns.searchText, search).map((index) => (rows[index] ??= rowAt(columns, index)));
}
