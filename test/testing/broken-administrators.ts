import type { MemoryStore } from '../../src/adapters/memory.js';
import type { PersistenceAdapter, RemoveUserRequest, UpdateUserRequest } from '../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../src/ports/persistence-error.js';
import type { OpenOptions } from '../../src/testing/index.js';
import { overlooking, unguarded, withUsers, type BrokenAdapter } from './altered-adapter.js';

/** Asks first who is left, and writes later: two that ask at the same time are told the same. */
function askingFirst(store: MemoryStore, options?: OpenOptions): PersistenceAdapter {
  return withUsers(store, (users) => {
    async function assertOthers({ userId, ...request }: UpdateUserRequest | RemoveUserRequest): Promise<void> {
      const { users: managers } = await users.listUsers({ accountId: request.accountId, signal: request.signal, roles: ['administrator'], statuses: ['active'] });
      if (managers.length > 0 && managers.every(({ id }) => id === userId)) throw new PersistenceError('guard', 'The last one.', { guard: 'last-administrator' });
      await users.getUsers({ ...request, ids: [] });
    }
    return {
      async updateUser(request) {
        await assertOthers(request);
        return unguarded(store).updateUser(request);
      },
      async removeUser(request) {
        await assertOthers(request);
        return unguarded(store).removeUser(request);
      },
    };
  }, options);
}

/** What goes wrong with who has to remain, and the case that has to catch it. */
export const brokenAdministrators: BrokenAdapter[] = [
  {
    fault: 'removes whoever it is told to',
    caughtBy: 'the last administrator is neither removed, deactivated nor given a lesser role',
    open: (store) => withUsers(store, () => ({ removeUser: unguarded(store).removeUser })),
  },
  {
    fault: 'deactivates the last administrator',
    caughtBy: 'the last administrator is not deactivated',
    open: (store) => overlooking(store, ({ changes }) => changes.status === 'deactivated'),
  },
  {
    fault: 'gives the last administrator a lesser role',
    caughtBy: 'the last administrator is given no role that manages nobody',
    open: (store) => overlooking(store, ({ changes }) => changes.role !== undefined),
  },
  {
    fault: 'looks at a role that changes alone',
    caughtBy: 'the last administrator is kept among other changes too, and none of them happens',
    open: (store) => overlooking(store, ({ changes }) => Object.keys(changes).length > 1),
  },
  {
    fault: 'takes a role that stays for one that changes nothing',
    caughtBy: 'the last administrator is kept among other changes too, and none of them happens',
    open: (store) => overlooking(store, ({ changes }) => changes.role === 'administrator'),
  },
  {
    fault: 'does not touch the last administrator at all',
    caughtBy: 'the last administrator may be renamed',
    refuses: true,
    open: (store) => withUsers(store, (users) => ({
      async updateUser(request) {
        const { users: managers } = await users.listUsers({ accountId: request.accountId, signal: request.signal, roles: ['administrator'], statuses: ['active'] });
        if (managers.length === 1 && managers[0].id === request.userId) throw new PersistenceError('guard', 'The last one.', { guard: 'last-administrator' });
        return users.updateUser(request);
      },
    })),
  },
  {
    fault: 'counts administrators who have not accepted, or are deactivated',
    caughtBy: 'an administrator who is only invited, or deactivated, does not count',
    open: (store) => withUsers(store, (users) => ({
      async removeUser(request) {
        const { total } = await users.listUsers({ accountId: request.accountId, signal: request.signal, roles: ['administrator'] });
        return (total > 1 ? unguarded(store) : users).removeUser(request);
      },
    })),
  },
  {
    fault: 'counts administrators once and remembers',
    caughtBy: 'an administrator who is active again counts again',
    refuses: true,
    open: (store) => withUsers(store, (users) => {
      let isRefused = false;
      return {
        async removeUser(request) {
          if (isRefused) throw new PersistenceError('guard', 'The last one.', { guard: 'last-administrator' });
          return users.removeUser(request).catch((error: unknown) => {
            isRefused = true;
            throw error;
          });
        },
      };
    }),
  },
  {
    fault: 'counts administrators of other accounts',
    caughtBy: 'an administrator of another account does not count',
    open: (store) => withUsers(store, (users) => ({
      async removeUser(request) {
        const { total } = await users.listUsers({ accountId: 'other', signal: request.signal, roles: ['administrator'] });
        return (total > 0 ? unguarded(store) : users).removeUser(request);
      },
    })),
  },
  {
    fault: 'takes any replacement of the last administrator for another one',
    caughtBy: 'a replacement who is no administrator makes no last one dispensable',
    open: (store) => withUsers(store, (users) => ({
      removeUser: (request) => (request.replacementUserId === undefined ? users : unguarded(store)).removeUser(request),
    })),
  },
  {
    fault: 'asks first who is left when it removes',
    caughtBy: 'two administrators who remove each other at the same time leave one',
    open: askingFirst,
  },
  {
    fault: 'asks first who is left when it deactivates',
    caughtBy: 'two administrators who deactivate each other at the same time leave one',
    open: askingFirst,
  },
  {
    fault: 'asks first who is left when it changes roles',
    caughtBy: 'two administrators who demote each other at the same time leave one',
    open: askingFirst,
  },
  {
    fault: 'asks first who is left, whatever the other one does',
    caughtBy: 'two administrators who go at the same time, each in another way, leave one',
    open: askingFirst,
  },
];
