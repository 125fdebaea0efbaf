import type { MemoryStore } from '../../src/adapters/memory.js';
import type { User } from '../../src/domain/user.js';
import type { AccountRequest, PersistenceAdapter, UserPage, UserQuery } from '../../src/ports/persistence-adapter.js';
import { withUsers, type BrokenAdapter } from './altered-adapter.js';

type Query = AccountRequest & UserQuery;

/** Pages of its own, of all that the query finds, in the working order. */
function paging(store: MemoryStore, page: (all: User[], query: Query) => Omit<UserPage, 'total'>): PersistenceAdapter {
  return withUsers(store, (users) => ({
    async listUsers(query) {
      const all = await users.listUsers({ ...query, cursor: undefined, limit: 1_000 });
      return { ...page(all.users, query), total: all.total };
    },
  }));
}

/** Pages that begin where `startOf` says; the cursor is the id of the last row. */
function pagingById(store: MemoryStore, startOf: (all: User[], cursor: string) => number): PersistenceAdapter {
  return paging(store, (all, { cursor, limit = 50 }) => {
    const start = cursor === undefined ? 0 : startOf(all, cursor);
    const users = all.slice(start, start + limit);
    return { users, nextCursor: start + limit < all.length ? (users.at(-1)?.id ?? null) : null };
  });
}

/** Pages that count the rows before them; the cursor is that number. */
function pagingByPosition(store: MemoryStore): PersistenceAdapter {
  return paging(store, (all, { cursor, limit = 50 }) => {
    const start = Number(cursor ?? 0);
    return { users: all.slice(start, start + limit), nextCursor: start + limit < all.length ? String(start + limit) : null };
  });
}

const after = (all: User[], cursor: string) => all.findIndex(({ id }) => id === cursor) + 1;

/** Gives pages as something else than what works does. */
function giving(store: MemoryStore, give: (page: UserPage, query: Query) => UserPage): PersistenceAdapter {
  return withUsers(store, (users) => ({ listUsers: async (query) => give(await users.listUsers(query), query) }));
}

/** What goes wrong when users are sorted and paged, and the case that has to catch it. */
export const brokenListings: BrokenAdapter[] = [
  {
    fault: 'loses a row between two pages',
    caughtBy: 'pages by name, ascending, hold every user once',
    open: (store) => pagingById(store, (all, cursor) => after(all, cursor) + 1),
  },
  {
    fault: 'begins a page with the last row of the one before',
    caughtBy: 'pages by email, descending, hold every user once',
    open: (store) => pagingById(store, (all, cursor) => after(all, cursor) - 1),
  },
  {
    fault: 'goes on after the name of the last row, whoever else has it',
    caughtBy: 'pages of users who tie in everything hold every user once',
    open: (store) => pagingById(store, (all, cursor) => {
      const { name } = all.find(({ id }) => id === cursor)!;
      return all.findLastIndex((user) => user.name === name) + 1;
    }),
  },
  {
    fault: 'leaves out who was never active when it sorts by that',
    caughtBy: 'pages by last active hold once who was active and who never was',
    open: (store) => giving(store, (page, { sort }) => ({ ...page, users: page.users.filter(({ lastActiveAt }) => sort?.by !== 'lastActiveAt' || lastActiveAt) })),
  },
  {
    fault: 'goes on after the folded name of the last row',
    caughtBy: 'pages of names that differ in case and accents only hold every user once',
    open: (store) => pagingById(store, (all, cursor) => {
      const fold = (text: string) => text.normalize('NFKD').replace(/\p{Mark}/gu, '').trim().toLowerCase();
      const { name } = all.find(({ id }) => id === cursor)!;
      return all.findLastIndex((user) => fold(user.name) === fold(name)) + 1;
    }),
  },
  {
    fault: 'counts the users of a page for all',
    caughtBy: 'totals count what matches, on every page',
    open: (store) => giving(store, (page) => ({ ...page, total: page.users.length })),
  },
  {
    fault: 'counts the users that are left',
    caughtBy: 'totals count what matches, on every page',
    open: (store) => giving(store, (page, { cursor }) => ({ ...page, total: cursor === undefined ? page.total : page.users.length })),
  },
  {
    fault: 'counts everybody, whatever is looked for',
    caughtBy: 'totals of a search and a filter count what they find, on every page',
    open: (store) => withUsers(store, (users) => ({
      async listUsers(query) {
        const { total } = await users.listUsers({ accountId: query.accountId, signal: query.signal });
        return { ...(await users.listUsers(query)), total };
      },
    })),
  },
  {
    fault: 'counts once and remembers',
    caughtBy: 'a total follows invitations and removals at once',
    open: (store) => {
      let counted: number | undefined;
      return giving(store, (page) => ({ ...page, total: (counted ??= page.total) }));
    },
  },
  {
    fault: 'promises one more page after the last',
    caughtBy: 'a last page that is full has no next one',
    open: (store) => giving(store, (page, { limit }) => ({ ...page, nextCursor: page.users.length === limit ? (page.nextCursor ?? JSON.stringify(['~', '~'])) : null })),
  },
  {
    fault: 'gives a row more than it is asked for',
    caughtBy: 'a page of users has no more than its limit',
    open: (store) => withUsers(store, (users) => ({ listUsers: (query) => users.listUsers({ ...query, limit: (query.limit ?? 50) + 1 }) })),
  },
  {
    fault: 'ends after the first 50',
    caughtBy: 'without a limit nobody is left out',
    open: (store) => giving(store, (page, { limit }) => (limit === undefined ? { ...page, nextCursor: null } : page)),
  },
  {
    fault: 'gives ten rows to whoever asks for too many, and says that this is all',
    caughtBy: 'a limit beyond all there are leaves nobody out',
    open: (store) => giving(store, (page, { limit = 50 }) => (limit > 1_000 ? { ...page, users: page.users.slice(0, 10) } : page)),
  },
  {
    fault: 'pages on and on where the limit is none',
    caughtBy: 'a limit that is none is refused, or pages end all the same',
    open: pagingByPosition,
  },
  {
    fault: 'gives each page of a cursor once',
    caughtBy: 'a page that is asked for twice is the same',
    open: (store) => {
      const used = new Set<string>();
      return giving(store, (page, { cursor = '' }) => {
        if (cursor !== '' && used.has(cursor)) return { ...page, users: [], nextCursor: null };
        used.add(cursor);
        return page;
      });
    },
  },
  {
    fault: 'keeps its cursors to itself',
    caughtBy: 'a cursor is good in another tab',
    open: (store) => {
      const cursors: string[] = [];
      return withUsers(store, (users) => ({
        async listUsers({ cursor, ...query }) {
          const page = await users.listUsers({ ...query, cursor: cursor === undefined ? undefined : cursors[Number(cursor)] });
          return { ...page, nextCursor: page.nextCursor === null ? null : String(cursors.push(page.nextCursor) - 1) };
        },
      }));
    },
  },
  {
    fault: 'keeps in a cursor what was looked for, and looks for that',
    caughtBy: 'a cursor of another query gives nobody whom the query does not find, or is refused',
    open: (store) => withUsers(store, (users) => ({
      async listUsers({ cursor, ...query }) {
        const { search, roles, statuses, sort, limit } = query;
        const kept = cursor === undefined ? { query: { search, roles, statuses, sort, limit }, cursor } : (JSON.parse(cursor) as { query: UserQuery; cursor: string });
        const page = await users.listUsers({ accountId: query.accountId, signal: query.signal, ...kept.query, cursor: kept.cursor });
        return { ...page, nextCursor: page.nextCursor && JSON.stringify({ query: kept.query, cursor: page.nextCursor }) };
      },
    })),
  },
  {
    fault: 'breaks on a cursor that it did not give',
    caughtBy: 'a cursor that no page gave is refused, or its pages end',
    refuses: true,
    open: (store) => giving(store, (page, { cursor }) => {
      if (cursor !== undefined) JSON.parse(cursor);
      return page;
    }),
  },
  {
    fault: 'pages by position',
    caughtBy: 'somebody who is removed between two pages hides nobody else',
    open: pagingByPosition,
  },
  {
    fault: 'pages by position through what a filter still finds',
    caughtBy: 'somebody who leaves a filter between two pages hides nobody else',
    open: pagingByPosition,
  },
  {
    fault: 'begins anew where the last row of a page is gone',
    caughtBy: 'the last one of a page can be removed, and the next page begins after them',
    open: (store) => pagingById(store, after),
  },
  {
    fault: 'goes on after the last row of a page, wherever it stands by now',
    caughtBy: 'somebody who is renamed between two pages neither hides nor repeats another',
    open: (store) => pagingById(store, after),
  },
  {
    fault: 'goes on after the last row of a page, whatever its role is by now',
    caughtBy: 'somebody whose role changes between two pages neither hides nor repeats another',
    open: (store) => pagingById(store, after),
  },
  {
    fault: 'looks for matches on the first page',
    caughtBy: 'pages of a search and a filter hold every match once',
    open: (store) => withUsers(store, (users) => ({
      async listUsers({ search, roles, ...query }) {
        const found = (await users.listUsers({ search, roles, accountId: query.accountId, signal: query.signal })).users.map(({ id }) => id);
        const page = await users.listUsers(query);
        return { ...page, users: page.users.filter(({ id }) => found.includes(id)), nextCursor: null };
      },
    })),
  },
  {
    fault: 'takes no notice of the direction',
    caughtBy: 'the other direction is the other way round, by every key',
    open: (store) => withUsers(store, (users) => ({ listUsers: (query) => users.listUsers({ ...query, sort: query.sort && { ...query.sort, direction: 'ascending' } }) })),
  },
  {
    fault: 'sorts by name whatever it is asked for',
    caughtBy: 'users are sorted by when they were last active, and those who never were stand at one end',
    open: (store) => withUsers(store, (users) => ({ listUsers: (query) => users.listUsers({ ...query, sort: query.sort && { ...query.sort, by: 'name' } }) })),
  },
  {
    fault: 'sorts by role as by name',
    caughtBy: 'users of one role stand together, in both directions',
    open: (store) => withUsers(store, (users) => ({ listUsers: (query) => users.listUsers({ ...query, sort: query.sort?.by === 'role' ? { ...query.sort, by: 'name' } : query.sort }) })),
  },
  {
    fault: 'sorts by status as by name',
    caughtBy: 'users of one status stand together, in both directions',
    open: (store) => withUsers(store, (users) => ({ listUsers: (query) => users.listUsers({ ...query, sort: query.sort?.by === 'status' ? { ...query.sort, by: 'name' } : query.sort }) })),
  },
  {
    fault: 'puts those who were never active among those who were',
    caughtBy: 'users are sorted by when they were last active, and those who never were stand at one end',
    open: (store) => paging(store, (all, { sort }) => ({
      users: sort?.by === 'lastActiveAt' ? all.sort((a, b) => Date.parse(a.lastActiveAt ?? '2026-03-01') - Date.parse(b.lastActiveAt ?? '2026-03-01')) : all,
      nextCursor: null,
    })),
  },
  {
    fault: 'sorts by code unit',
    caughtBy: 'users are sorted by name, whatever case and accents',
    open: (store) => paging(store, (all, { sort }) => ({
      users: sort?.by === 'name' ? all.sort((a, b) => (a.name < b.name ? -1 : 1) * (sort.direction === 'descending' ? -1 : 1)) : all, nextCursor: null,
    })),
  },
  {
    fault: 'sorts addresses by case',
    caughtBy: 'users are sorted by address',
    open: (store) => paging(store, (all) => ({ users: all.sort((a, b) => (a.email < b.email ? -1 : 1)), nextCursor: null })),
  },
  {
    fault: 'shuffles those who tie',
    caughtBy: 'those who tie keep one order, however often and wherever they are asked for',
    open: (store) => {
      let turns = 0;
      return paging(store, (all) => ({ users: (turns += 1) % 2 ? all : all.reverse(), nextCursor: null }));
    },
  },
  {
    fault: 'has no order of its own',
    caughtBy: 'users who are asked for without a sort come in one order',
    open: (store) => {
      let turns = 0;
      return paging(store, (all, { sort }) => ({ users: sort || (turns += 1) % 2 ? all : all.reverse(), nextCursor: null }));
    },
  },
  {
    fault: 'leaves out those without a name when it sorts by that',
    caughtBy: 'those without a name are sorted too, side by side',
    open: (store) => giving(store, (page, { sort }) => ({ ...page, users: page.users.filter(({ name }) => sort?.by !== 'name' || name !== '') })),
  },
  {
    fault: 'sorts by the name that somebody was invited with',
    caughtBy: 'who was renamed is sorted by the new name at once',
    open: (store) => {
      const first = new Map<string, string>();
      return paging(store, (all, { sort }) => {
        for (const { id, name } of all) if (!first.has(id)) first.set(id, name);
        const order = sort?.direction === 'descending' ? -1 : 1;
        return { users: all.sort((a, b) => (first.get(a.id)! < first.get(b.id)! ? -order : order)), nextCursor: null };
      });
    },
  },
  {
    fault: 'sorts by when somebody was active first',
    caughtBy: 'who was active again is sorted by that at once',
    open: (store) => {
      const first = new Map<string, string>();
      return paging(store, (all, { sort }) => {
        for (const { id, lastActiveAt = '' } of all) if (!first.has(id)) first.set(id, lastActiveAt);
        return { users: sort?.by === 'lastActiveAt' ? all.sort((a, b) => (first.get(a.id)! < first.get(b.id)! ? -1 : 1)) : all, nextCursor: null };
      });
    },
  },
  {
    fault: 'pages by position through those who are there by then',
    caughtBy: 'somebody who is added between two pages repeats nobody',
    open: pagingByPosition,
  },
];
