import { deleteDB } from 'idb';
import { IndexedDbAdapter } from '../src/adapters/indexed-db.js';
import { MemoryAdapter } from '../src/adapters/memory.js';
import type { StoredAdapter } from '../src/adapters/stored-adapter.js';
import { foldText } from '../src/domain/fold-text.js';
import type { User } from '../src/domain/user.js';
import { userSortKeys, type UserQuery } from '../src/ports/persistence-adapter.js';
import { generateUsers } from '../stories/support/generate-users.js';
import { seedIndexedDb } from '../test/support/seed-indexed-db.js';
import { measure, type Contender, type Timing } from './side-by-side.js';

/* What is measured in the page: the same operation on accounts of every size, side by side. */

export const sizes = [50, 1_000, 10_000, 100_000] as const;

export interface Row {
  operation: string;
  /** One for each of `sizes`. */
  timings: Timing[];
}

/** An account of one size in one storage. */
interface Account {
  adapter: StoredAdapter;
  users: readonly User[];
  /** Another adapter on the same account, that has read nothing yet. */
  openAnother(): Promise<StoredAdapter>;
}

const accountId = 'bench';
const request = () => ({ accountId, signal: new AbortController().signal });
const list = (adapter: StoredAdapter, query: UserQuery = {}) => adapter.users.listUsers({ ...request(), ...query });

const searches = { 'search, two letters': 'an', 'search, inside a name, with an accent': 'ÚÑez', 'search, nobody': 'zzqx' };

async function cursorOfLastPage(adapter: StoredAdapter): Promise<string | undefined> {
  let cursor: string | undefined;
  for (;;) {
    const { nextCursor } = await list(adapter, { limit: 1_000, cursor });
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  for (;;) {
    const { nextCursor } = await list(adapter, { cursor });
    if (nextCursor === null) return cursor;
    cursor = nextCursor;
  }
}

/** Renames the same person again and again. */
function updateOf({ adapter, users }: Account): () => Promise<void> {
  const { id } = users[Math.floor(users.length / 2)];
  let turn = 0;
  return async () => {
    const [{ revision }] = await adapter.users.getUsers({ ...request(), ids: [id] });
    await adapter.users.updateUser({ ...request(), userId: id, baseRevision: revision, changes: { name: `Renamed ${(turn += 1) % 2}` } });
  };
}

async function operationsOn(account: Account): Promise<(Contender & { rounds?: number })[]> {
  const { adapter } = account;
  const lastPage = await cursorOfLastPage(adapter);
  let another: StoredAdapter;
  return [
    { name: 'first page', run: () => list(adapter) },
    ...userSortKeys.flatMap((by) => (['ascending', 'descending'] as const).map((direction) => ({
      name: `sorted by ${by}, ${direction}`, run: () => list(adapter, { sort: { by, direction } }),
    }))),
    { name: 'last page', run: () => list(adapter, { cursor: lastPage }) },
    ...Object.entries(searches).map(([name, search]) => ({ name, run: () => list(adapter, { search }) })),
    { name: 'filtered by role and status, with the total', run: () => list(adapter, { roles: ['editor'], statuses: ['active'] }) },
    { name: 'one update', run: updateOf(account) },
    {
      name: 'first listing of another page or adapter', rounds: 5, prepare: async () => (another = await account.openAnother()), run: () => list(another),
    },
    {
      name: 'first search of another page or adapter', rounds: 5, prepare: async () => (another = await account.openAnother()),
      run: () => list(another, { search: 'ÚÑez' }),
    },
  ];
}

/** Every operation, at all sizes in turn. */
async function measureAll(accounts: readonly Account[], others: (account: Account) => Contender[] = () => []): Promise<Row[]> {
  const operations = await Promise.all(accounts.map(async (account) => [...await operationsOn(account), ...others(account)]));
  const rows: Row[] = [];
  for (const [index, { name, rounds }] of (operations[0] as (Contender & { rounds?: number })[]).entries()) {
    rows.push({ operation: name, timings: await measure(operations.map((of, size) => ({ ...of[index], name: String(sizes[size]) })), rounds) });
    console.log(`  ${name}`);
  }
  return rows;
}

export function measureMemory(): Promise<Row[]> {
  const accounts = sizes.map((size): Account => {
    const users = generateUsers(size);
    const adapter = new MemoryAdapter({ accounts: { [accountId]: { users } } });
    return { adapter, users, openAnother: async () => new MemoryAdapter({ accounts: { [accountId]: { users } } }) };
  });
  return measureAll(accounts, ({ users }) => [{
    name: 'for comparison: folding everybody at each search',
    run: () => users.filter(({ name, email }) => `${foldText(name)}\n${foldText(email)}`.includes(foldText('ÚÑez'))).slice(0, 50),
  }]);
}

export async function measureIndexedDb(): Promise<Row[]> {
  const names = sizes.map((size) => `bench-${size}`);
  const accounts: Account[] = [];
  for (const [index, size] of sizes.entries()) {
    const databaseName = names[index];
    const open = async () => {
      const adapter = new IndexedDbAdapter({ databaseName });
      // The connection is not what is measured.
      await adapter.loadContactInfo(request());
      return adapter;
    };
    const [users, adapter] = [generateUsers(size), await open()];
    await seedIndexedDb(databaseName, accountId, users);
    console.log(`  ${size} users written`);
    accounts.push({ adapter, users, openAnother: open });
  }
  const rows = await measureAll(accounts);
  for (const name of names) await deleteDB(name);
  return rows;
}

Object.assign(globalThis, { measureMemory, measureIndexedDb });
