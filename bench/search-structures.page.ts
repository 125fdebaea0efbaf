import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { indexesContaining } from '../src/adapters/joined-strings.js';
import { packRows, type SearchBlock } from '../src/adapters/search-blocks.js';
import { storedUser, type StoredUser } from '../src/adapters/stored-user.js';
import { generateUsers } from '../stories/support/generate-users.js';
import { measure, type Timing } from './side-by-side.js';

/* What an infix search in IndexedDB could look in. Each holds the same users, and is asked for the same three letters. */

const search = 'nez';
const blockSize = 500;
const everything = IDBKeyRange.lowerBound([]);

interface Structure {
  name: string;
  write(database: IDBPDatabase, users: readonly StoredUser[]): Promise<void>;
  /** How many users contain the text. */
  find(database: IDBPDatabase): Promise<number>;
}

async function writeAll(database: IDBPDatabase, store: string, entries: Iterable<readonly [value: unknown, key: IDBValidKey]>): Promise<void> {
  const transaction = database.transaction(store, 'readwrite');
  for (const [value, key] of entries) void transaction.store.put(value, key);
  await transaction.done;
}

function blocksOf(users: readonly StoredUser[]): StoredUser[][] {
  return Array.from({ length: Math.ceil(users.length / blockSize) }, (_, block) => users.slice(block * blockSize, (block + 1) * blockSize));
}

function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (let at = 0; at < text.length; at += 1) for (const length of [2, 3]) grams.add(text.slice(at, at + length));
  return [...grams];
}

const structures: Structure[] = [
  {
    name: 'users',
    write: (database, users) => writeAll(database, 'users', users.map((user) => [user, [user.id]])),
    find: async (database) => (await database.getAll('users')).filter(({ searchText }) => searchText.includes(search)).length,
  },
  {
    name: 'keys of folded text',
    write: (database, users) => writeAll(database, 'keys of folded text', users.map(({ searchText, id }) => [1, [searchText, id]])),
    find: async (database) => (await database.getAllKeys('keys of folded text', everything)).filter((key) => (key as string[])[0].includes(search)).length,
  },
  {
    name: 'blocks of strings',
    write: (database, users) => writeAll(database, 'blocks of strings', blocksOf(users).map((rows, block) =>
      [rows.map(({ id, searchText, role, status, lastActiveAt }) => [id, searchText, role, status, lastActiveAt]), [block]])),
    async find(database) {
      const blocks = await database.getAll('blocks of strings') as string[][][];
      return blocks.reduce((total, rows) => total + rows.filter(([, searchText]) => searchText.includes(search)).length, 0);
    },
  },
  {
    name: 'blocks of joined strings',
    write: (database, users) => writeAll(database, 'blocks of joined strings', blocksOf(users).map((rows, block) => [packRows(rows), [block]])),
    async find(database) {
      const blocks = await database.getAll('blocks of joined strings') as SearchBlock['columns'][];
      return blocks.reduce((total, { searchText }) => total + indexesContaining(searchText, search).length, 0);
    },
  },
  {
    name: 'pairs and triples of letters',
    write: (database, users) => writeAll(database, 'pairs and triples of letters', users.map(({ searchText, id }) => [{ grams: gramsOf(searchText) }, [id]])),
    find: (database) => database.transaction('pairs and triples of letters').store.index('grams').count(search),
  },
];

export interface StructureRow {
  name: string;
  written: number;
  found: number;
  timing: Timing;
}

export async function measureStructures(count: number): Promise<StructureRow[]> {
  const users = generateUsers(count).map(storedUser);
  const rows: StructureRow[] = [];
  for (const { name, write, find } of structures) {
    const database = await openDB('structures', 1, {
      upgrade(created) {
        const store = created.createObjectStore(name);
        if (name === 'pairs and triples of letters') store.createIndex('grams', 'grams', { multiEntry: true });
      },
    });
    const begin = performance.now();
    await write(database, users);
    const written = performance.now() - begin;
    const found = await find(database);
    const [timing] = await measure([{ name, run: () => find(database) }], 7);
    rows.push({ name, written, found, timing });
    database.close();
    await deleteDB('structures');
    console.log(`  ${name}`);
  }
  return rows;
}

Object.assign(globalThis, { measureStructures });
