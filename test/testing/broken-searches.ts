import type { MemoryStore } from '../../src/adapters/memory.js';
import type { User } from '../../src/domain/user.js';
import type { PersistenceAdapter } from '../../src/ports/persistence-adapter.js';
import { unguarded, withUsers, type BrokenAdapter } from './altered-adapter.js';

/** Finds users by a search of its own, all on one page. */
function searching(store: MemoryStore, isFound: (user: User, search: string) => boolean): PersistenceAdapter {
  return withUsers(store, (users) => ({
    async listUsers(request) {
      const all = await users.listUsers({ ...request, search: '' });
      const found = all.users.filter((user) => isFound(user, (request.search ?? '').trim()));
      return { ...all, users: found, total: found.length };
    },
  }));
}

const unaccented = (text: string) => text.normalize('NFKD').replace(/\p{Mark}/gu, '').toLowerCase();
const textOf = ({ name, email }: User) => unaccented(`${name}\n${email}`);

/** What goes wrong when users are searched, and the case that has to catch it. */
export const brokenSearches: BrokenAdapter[] = [
  {
    fault: 'searches by case',
    caughtBy: 'a search folds case and accents, both ways',
    open: (store) => searching(store, ({ name, email }, search) => `${name}\n${email}`.includes(search)),
  },
  {
    fault: 'folds no accents',
    caughtBy: 'a search folds case and accents, both ways',
    open: (store) => searching(store, ({ name, email }, search) => `${name}\n${email}`.toLowerCase().includes(search.toLowerCase())),
  },
  {
    fault: 'folds accents that are one letter with what they stand on',
    caughtBy: 'a search finds names that are kept with combining marks',
    open: (store) => {
      const fold = (text: string) => [...text].map((letter) => letter.normalize('NFD').charAt(0)).join('').toLowerCase();
      return searching(store, ({ name, email }, search) => fold(`${name}\n${email}`).includes(fold(search)));
    },
  },
  {
    fault: 'knows no ß, and no i without a dot',
    caughtBy: 'a search folds ß with ss, and i with and without its dot',
    open: (store) => searching(store, (user, search) => textOf(user).includes(unaccented(search))),
  },
  {
    fault: 'takes the sigma at the end of a search for the end of a word',
    caughtBy: 'a search folds the end of a Greek word, in the middle of typing too',
    open: (store) => searching(store, (user, search) => textOf(user).includes(unaccented(search))),
  },
  {
    fault: 'searches what is typed at full width for what it looks like',
    caughtBy: 'a search finds what is typed at full width, and other scripts',
    open: (store) => searching(store, ({ name, email }, search) => {
      const fold = (text: string) => text.normalize('NFD').replace(/\p{Mark}/gu, '').toLowerCase();
      return fold(`${name}\n${email}`).includes(fold(search));
    }),
  },
  {
    fault: 'searches ASCII only',
    caughtBy: 'a search finds what is typed at full width, and other scripts',
    open: (store) => searching(store, (user, search) => textOf(user).includes(unaccented(search).replace(/[^ -~]/g, '?'))),
  },
  {
    fault: 'searches blanks too',
    caughtBy: 'blanks around a search are none of it, and blanks alone find everybody',
    open: (store) => withUsers(store, (users) => ({
      async listUsers(request) {
        const page = await users.listUsers(request);
        const found = page.users.filter((user) => textOf(user).includes(unaccented(request.search ?? '')));
        return { ...page, users: found, total: found.length };
      },
    })),
  },
  {
    fault: 'takes a search for a regular expression',
    caughtBy: 'a search is text and no pattern',
    open: (store) => searching(store, (user, search) => {
      try {
        return new RegExp(unaccented(search)).test(textOf(user));
      } catch {
        return false;
      }
    }),
  },
  {
    fault: 'takes a search for a pattern as SQL has them',
    caughtBy: 'a search knows no wildcards',
    open: (store) => searching(store, (user, search) => {
      const pattern = unaccented(search).replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%', '.*').replaceAll('_', '.');
      return new RegExp(pattern, 's').test(textOf(user));
    }),
  },
  {
    fault: 'takes words of a search for operators',
    caughtBy: 'a search knows no operators',
    open: (store) => searching(store, (user, search) => unaccented(search).split(' or ').some((part) => textOf(user).includes(part))),
  },
  {
    fault: 'searches for words',
    caughtBy: 'a search knows no operators',
    open: (store) => searching(store, (user, search) => (unaccented(search).match(/[\p{L}\p{N}@.%_\\]+/gu) ?? ['']).every((word) => textOf(user).includes(word))),
  },
  {
    fault: 'searches for the beginnings of words',
    caughtBy: 'users are found by name and by address, anywhere in them',
    open: (store) => searching(store, (user, search) => textOf(user).split(/[\s@]+/).some((word) => word.startsWith(unaccented(search)))),
  },
  {
    fault: 'searches before and after the @ apart',
    caughtBy: 'a search goes across the @ of an address, and its dots',
    open: (store) => searching(store, (user, search) => textOf(user).split('@').some((part) => part.includes(unaccented(search)))),
  },
  {
    fault: 'searches for the first 64 characters',
    caughtBy: 'a search of 200 characters finds who holds them all, and nobody else',
    open: (store) => withUsers(store, (users) => ({ listUsers: (request) => users.listUsers({ ...request, search: request.search?.slice(0, 64) }) })),
  },
  {
    fault: 'searches roles and mailing lists too',
    caughtBy: 'a search looks at no role, status, id or mailing list',
    open: (store) => searching(store, (user, search) => unaccented(JSON.stringify(user)).includes(unaccented(search))),
  },
  {
    fault: 'searches what it indexed when somebody was invited',
    caughtBy: 'who was renamed is found by the new name, and no longer by the old one',
    open: (store) => {
      const indexed = new Map<string, string>();
      return searching(store, (user, search) => {
        if (!indexed.has(user.id)) indexed.set(user.id, textOf(user));
        return indexed.get(user.id)!.includes(unaccented(search));
      });
    },
  },
  {
    fault: 'finds who was removed',
    caughtBy: 'who was removed is found no more',
    open: (store) => withUsers(store, (users) => {
      const removed: User[] = [];
      return {
        async removeUser(request) {
          removed.push(...(await users.getUsers({ ...request, ids: [request.userId] })));
          return unguarded(store).removeUser(request);
        },
        async listUsers(request) {
          const page = await users.listUsers(request);
          const found = request.search ? removed.filter((user) => textOf(user).includes(request.search!)) : [];
          return { ...page, users: [...page.users, ...found], total: page.total + found.length };
        },
      };
    }),
  },
  {
    fault: 'forgets the order when it searches',
    caughtBy: 'what a search finds is sorted as what it does not narrow',
    open: (store) => withUsers(store, (users) => ({
      listUsers: (request) => users.listUsers(request.search ? { ...request, sort: { by: 'email', direction: 'ascending' } } : request),
    })),
  },
  {
    fault: 'searches every account',
    caughtBy: 'nobody of another account is found by a search, a filter or in a total',
    open: (store) => withUsers(store, (users) => ({
      async listUsers(request) {
        const pages = await Promise.all(['account-1', 'other'].map((accountId) => users.listUsers({ ...request, accountId })));
        return { users: pages.flatMap((page) => page.users), total: pages[0].total + pages[1].total, nextCursor: null };
      },
    })),
  },
  {
    fault: 'counts every account',
    caughtBy: 'nobody of another account is found by a search, a filter or in a total',
    open: (store) => withUsers(store, (users) => ({
      async listUsers(request) {
        const [page, other] = await Promise.all([request.accountId, 'other'].map((accountId) => users.listUsers({ ...request, accountId })));
        return { ...page, total: page.total + other.total };
      },
    })),
  },
  {
    fault: 'takes an empty list of roles for nobody’s',
    caughtBy: 'users are filtered by role and by status, and by both',
    open: (store) => withUsers(store, (users) => ({
      listUsers: async (request) => (request.roles?.length === 0 ? { users: [], total: 0, nextCursor: null } : users.listUsers(request)),
    })),
  },
  {
    fault: 'filters by the first of several roles',
    caughtBy: 'users are filtered by role and by status, and by both',
    open: (store) => withUsers(store, (users) => ({ listUsers: (request) => users.listUsers({ ...request, roles: request.roles?.slice(0, 1) }) })),
  },
  {
    fault: 'finds whoever has the role or the status',
    caughtBy: 'users are filtered by role and by status, and by both',
    open: (store) => withUsers(store, (users) => ({
      listUsers: (request) => users.listUsers(request.roles?.length && request.statuses?.length ? { ...request, statuses: [] } : request),
    })),
  },
  {
    fault: 'drops a role from a filter that nobody defined',
    caughtBy: 'a filter by a role that nobody has, or that is only like one, finds nobody',
    open: (store) => withUsers(store, (users) => ({
      listUsers: (request) => users.listUsers({ ...request, roles: request.roles?.filter((role) => ['read-only', 'tester', 'editor', 'administrator'].includes(role)) }),
    })),
  },
  {
    fault: 'filters by the role that somebody was invited with',
    caughtBy: 'a filter follows changes of role and status at once',
    open: (store) => {
      const first = new Map<string, string>();
      return withUsers(store, (users) => ({
        async listUsers({ roles, ...request }) {
          const page = await users.listUsers(request);
          for (const { id, role } of page.users) if (!first.has(id)) first.set(id, role);
          const found = page.users.filter(({ id }) => !roles?.length || roles.includes(first.get(id)!));
          return { ...page, users: found, total: found.length };
        },
      }));
    },
  },
];
