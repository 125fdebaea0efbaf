import { MemoryAdapter, MemoryStore } from '../../src/adapters/memory.js';
import type { ContactInfoRecord } from '../../src/domain/contact-info.js';
import type { User } from '../../src/domain/user.js';
import type { PersistenceAdapter, UserDirectory } from '../../src/ports/persistence-adapter.js';
import { isPersistenceError, PersistenceError } from '../../src/ports/persistence-error.js';
import type { OpenOptions } from '../../src/testing/index.js';
import { altered, type BrokenAdapter } from './altered-adapter.js';
import { brokenHistories } from './broken-histories.js';

function withUsers(store: MemoryStore, alter: (working: UserDirectory) => Partial<UserDirectory>, options?: OpenOptions): PersistenceAdapter {
  return altered(store, ({ users }) => ({ users: { ...users, ...alter(users) } }), options);
}

const currentRevision = async (working: MemoryAdapter, accountId: string, signal: AbortSignal) =>
  (await working.loadContactInfo({ accountId, signal }))?.revision ?? null;

/** Answers every conflict about the same thing with the same object, which it reads too: a cache that it shares. */
function sharingConflicts() {
  const shared = new Map<string, object>();
  return {
    async share<T>(key: string, promise: Promise<T>): Promise<T> {
      try {
        return await promise;
      } catch (error) {
        if (isPersistenceError(error) && error.current) shared.set(key, error.current);
        throw error;
      }
    },
    read: <T>(key: string, kept: T): T => (shared.get(key) as T | undefined) ?? kept,
  };
}

export const brokenAdapters: BrokenAdapter[] = [
  {
    fault: 'takes no notice of the base revision',
    caughtBy: 'a save from a revision that is no longer current is refused, and told of the current one',
    open: (store) => altered(store, (working) => ({
      saveContactInfo: async (request) => working.saveContactInfo({ ...request, baseRevision: await currentRevision(working, request.accountId, request.signal) }),
    })),
  },
  {
    fault: 'compares first and sets later',
    caughtBy: 'of two saves in two tabs one wins',
    open: (store) => altered(store, (working) => ({
      async saveContactInfo(request) {
        const current = await working.loadContactInfo(request);
        if ((current?.revision ?? null) !== request.baseRevision) throw new PersistenceError('conflict', 'Changed.', { current });
        for (;;) {
          const baseRevision = await currentRevision(working, request.accountId, request.signal);
          try {
            return await working.saveContactInfo({ ...request, baseRevision });
          } catch {
            // Somebody was faster, and is overwritten.
          }
        }
      },
    })),
  },
  {
    fault: 'acknowledges before it writes',
    caughtBy: 'a first save is read back as it was acknowledged',
    open: (store) => altered(store, (working) => ({
      saveContactInfo: ({ contactInfo }) => {
        void working;
        return Promise.resolve({ contactInfo, revision: 'soon', updatedAt: new Date().toISOString() });
      },
    })),
  },
  {
    fault: 'keeps what it wrote to itself',
    caughtBy: 'what is acknowledged is read by another tab or machine at once',
    open: () => new MemoryAdapter(),
  },
  {
    fault: 'counts revisions from the content',
    caughtBy: 'a save that changes no value changes the revision',
    open: (store) => {
      const revisionOf = (record: ContactInfoRecord) => ({ ...record, revision: JSON.stringify(record.contactInfo) });
      return altered(store, (working) => ({
        loadContactInfo: async (request) => {
          const record = await working.loadContactInfo(request);
          return record && revisionOf(record);
        },
        async saveContactInfo(request) {
          const current = await working.loadContactInfo(request);
          if ((current ? revisionOf(current).revision : null) !== request.baseRevision) {
            throw new PersistenceError('conflict', 'Changed.', { current: current && revisionOf(current) });
          }
          return revisionOf(await working.saveContactInfo({ ...request, baseRevision: current?.revision ?? null }));
        },
      }));
    },
  },
  {
    fault: 'folds the case of account ids',
    caughtBy: 'ids that differ in case are two accounts',
    open: (store) => altered(store, (working) => ({
      loadContactInfo: (request) => working.loadContactInfo({ ...request, accountId: request.accountId.toLowerCase() }),
      saveContactInfo: (request) => working.saveContactInfo({ ...request, accountId: request.accountId.toLowerCase() }),
    })),
  },
  {
    fault: 'puts account ids in a path unescaped',
    caughtBy: 'ids with a path that leads elsewhere are two accounts',
    open: (store) => {
      const resolve = (accountId: string) => new URL(accountId, 'https://host.example/accounts/').pathname;
      return altered(store, (working) => ({
        loadContactInfo: (request) => working.loadContactInfo({ ...request, accountId: resolve(request.accountId) }),
        saveContactInfo: (request) => working.saveContactInfo({ ...request, accountId: resolve(request.accountId) }),
      }));
    },
  },
  {
    fault: 'drops what it does not know',
    caughtBy: 'keys that nobody defined survive within contacts and schedules',
    open: (store) => altered(store, (working) => ({
      saveContactInfo: (request) => working.saveContactInfo({
        ...request,
        contactInfo: Object.fromEntries(Object.entries(request.contactInfo).map(([key, value]) => [key, Array.isArray(value)
          ? value.map((item: unknown) => (typeof item === 'object' && item !== null && 'email' in item ? { email: item.email } : item)) : value])),
      }),
    })),
  },
  {
    fault: 'rejects with an error of its own',
    caughtBy: 'a save from a revision that is no longer current is refused, and told of the current one',
    open: (store) => altered(store, (working) => ({
      saveContactInfo: (request) => working.saveContactInfo(request).catch((error: Error) => Promise.reject(new Error(error.message))),
    })),
  },
  {
    fault: 'does not look at the signal',
    caughtBy: 'a save that was aborted before it began writes nothing',
    open: (store) => altered(store, (working) => ({
      saveContactInfo: (request) => working.saveContactInfo({ ...request, signal: new AbortController().signal }),
    })),
  },
  {
    fault: 'rejects with the reason of an abort',
    caughtBy: 'an abort is an AbortError, whatever its reason',
    open: (store) => altered(store, (working) => ({
      async loadContactInfo(request) {
        request.signal.throwIfAborted();
        return working.loadContactInfo(request);
      },
    })),
  },
  {
    fault: 'rejects with the reason of an abort that comes while it writes',
    caughtBy: 'a save that is aborted under way is acknowledged, or rejects with an AbortError',
    open: (store) => altered(store, (working) => ({
      async saveContactInfo(request) {
        const record = await working.saveContactInfo({ ...request, signal: new AbortController().signal });
        request.signal.throwIfAborted();
        return record;
      },
    })),
  },
  {
    fault: 'rejects with the reason of an abort of the users',
    caughtBy: 'an abort of a request about users is an AbortError, whatever its reason',
    open: (store) => withUsers(store, (users) => ({
      async inviteUsers(request) {
        request.signal.throwIfAborted();
        return users.inviteUsers(request);
      },
    })),
  },
  {
    fault: 'reads what it was handed when its turn comes',
    caughtBy: 'what was handed in can be changed while the save is under way',
    open: (store) => altered(store, (working) => ({
      async saveContactInfo(request) {
        await working.loadContactInfo(request);
        return working.saveContactInfo(request);
      },
    })),
  },
  {
    fault: 'reads changes of users when their turn comes',
    caughtBy: 'invitations and changes can be changed while they are under way',
    open: (store) => withUsers(store, (users) => ({
      async updateUser(request) {
        await users.getUsers({ ...request, ids: [] });
        return users.updateUser(request);
      },
    })),
  },
  {
    fault: 'hands out its own record with a conflict',
    caughtBy: 'what a conflict hands out can be changed without changing the store',
    open: (store) => {
      const { share, read } = sharingConflicts();
      return altered(store, (working) => ({
        loadContactInfo: async (request) => read(request.accountId, await working.loadContactInfo(request)),
        saveContactInfo: (request) => share(request.accountId, working.saveContactInfo(request)),
      }));
    },
  },
  {
    fault: 'hands out its own user with a conflict',
    caughtBy: 'what a conflict about a user hands out can be changed without changing the store',
    open: (store) => {
      const { share, read } = sharingConflicts();
      return withUsers(store, (users) => ({
        getUsers: async (request) => (await users.getUsers(request)).map((user) => read(user.id, user)),
        updateUser: (request) => share(request.userId, users.updateUser(request)),
      }));
    },
  },
  {
    fault: 'hands out its own users',
    caughtBy: 'users who are handed out can be changed without changing the store',
    open: (store) => {
      const kept = new Map<string, User>();
      return withUsers(store, (users) => ({
        async getUsers(request) {
          for (const user of await users.getUsers(request)) if (!kept.has(user.id)) kept.set(user.id, user);
          return request.ids.flatMap((id) => kept.get(id) ?? []);
        },
      }));
    },
  },
  {
    fault: 'invites anybody again',
    caughtBy: 'nobody invites somebody above them again',
    open: (store, options) => withUsers(store, () => ({
      resendInvitation: (request) => new MemoryAdapter({ store }).users.resendInvitation(request),
    }), options),
  },
  {
    fault: 'counts the users of a page for all',
    caughtBy: 'totals count what matches, on every page',
    open: (store) => withUsers(store, (users) => ({
      listUsers: async (request) => {
        const page = await users.listUsers(request);
        return { ...page, total: page.users.length };
      },
    })),
  },
  {
    fault: 'pages by position',
    caughtBy: 'somebody who is removed between two pages hides nobody else',
    open: (store) => withUsers(store, (users) => ({
      async listUsers({ cursor, limit = 50, ...request }) {
        const all = await users.listUsers({ ...request, limit: 1_000 });
        const start = Number(cursor ?? 0);
        return { ...all, users: all.users.slice(start, start + limit), nextCursor: start + limit < all.total ? String(start + limit) : null };
      },
    })),
  },
  {
    fault: 'searches by case',
    caughtBy: 'a search folds case and accents, both ways',
    open: (store) => withUsers(store, (users) => ({
      async listUsers(request) {
        const all = await users.listUsers({ ...request, search: '' });
        const found = all.users.filter(({ name, email }) => `${name}\n${email}`.includes(request.search ?? ''));
        return { ...all, users: found, total: found.length };
      },
    })),
  },
  {
    fault: 'removes whoever it is told to',
    caughtBy: 'the last administrator is neither removed, deactivated nor given a lesser role',
    open: (store) => withUsers(store, (users) => ({
      removeUser: () => {
        void users;
        return Promise.resolve();
      },
    })),
  },
  {
    fault: 'announces only to itself',
    caughtBy: 'a save is announced in another tab',
    open: (store) => altered(store, (working) => {
      const listeners = new Set<() => void>();
      return {
        watch: (_request, listener) => listeners.add(() => listener({ kind: 'contact-info' })),
        async saveContactInfo(request) {
          const record = await working.saveContactInfo(request);
          for (const tell of listeners) tell();
          return record;
        },
      };
    }),
  },
  {
    fault: 'announces every account’s changes to everybody',
    caughtBy: 'nobody is told of another account’s changes',
    open: (store) => altered(store, (working) => ({
      watch(request, listener) {
        for (const accountId of [request.accountId, 'other', 'account-1']) working.watch({ ...request, accountId }, listener);
      },
    })),
  },
  ...brokenHistories,
];
