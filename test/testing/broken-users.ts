import { MemoryAdapter } from '../../src/adapters/memory.js';
import type { User } from '../../src/domain/user.js';
import { isPersistenceError } from '../../src/ports/persistence-error.js';
import { putUser, sharingConflicts, unguarded, withUsers, type BrokenAdapter } from './altered-adapter.js';

/** What goes wrong when users are asked for, changed and removed, and the case that has to catch it. */
export const brokenUsers: BrokenAdapter[] = [
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
    fault: 'finds users of other accounts by their id',
    caughtBy: 'no user is read through another account',
    open: (store) => withUsers(store, (users) => ({
      async getUsers(request) {
        const found = await users.getUsers(request);
        return found.length > 0 ? found : users.getUsers({ ...request, accountId: 'account-1' });
      },
    })),
  },
  {
    fault: 'changes users of other accounts by their id',
    caughtBy: 'no user is read through another account',
    open: (store) => withUsers(store, (users) => ({ updateUser: (request) => users.updateUser({ ...request, accountId: 'account-1' }) })),
  },
  {
    fault: 'has users for accounts whose ids begin alike',
    caughtBy: 'accounts whose ids begin alike have users of their own',
    open: (store) => withUsers(store, (users) => ({
      inviteUsers: (request) => users.inviteUsers({ ...request, accountId: request.accountId.slice(0, 9) }),
      listUsers: (request) => users.listUsers({ ...request, accountId: request.accountId.slice(0, 9) }),
    })),
  },
  {
    fault: 'asks for a hundred users at most',
    caughtBy: 'of a thousand ids those that are there are found',
    open: (store) => withUsers(store, (users) => ({ getUsers: (request) => users.getUsers({ ...request, ids: request.ids.slice(0, 100) }) })),
  },
  {
    fault: 'reads ids of users as paths',
    caughtBy: 'ids that nobody has are nobody’s, whatever their characters',
    open: (store) => withUsers(store, (users) => ({
      getUsers: (request) => users.getUsers({ ...request, ids: request.ids.map((id) => new URL(id, 'https://host.example/users/').pathname.split('/')[2] ?? '') }),
    })),
  },
  {
    fault: 'gives the id of somebody who was removed to the next one',
    caughtBy: 'who is removed is gone, and may be invited again',
    open: (store, options) => {
      let count = 0;
      return new MemoryAdapter({ ...options, store, createId: () => ['first', 'revision'][count++ % 2] });
    },
  },
  {
    fault: 'takes no notice of the base revision of a removal',
    caughtBy: 'a removal from an old revision is refused, and removes nobody',
    open: (store) => withUsers(store, (users) => ({
      async removeUser(request) {
        const [user] = await users.getUsers({ ...request, ids: [request.userId] });
        return users.removeUser({ ...request, baseRevision: user?.revision ?? '' });
      },
    })),
  },
  {
    fault: 'lets the last of two changes win',
    caughtBy: 'of two changes at the same time one wins',
    open: (store) => withUsers(store, (users) => ({
      async updateUser(request) {
        const [user] = await users.getUsers({ ...request, ids: [request.userId] });
        if (!user || user.revision !== request.baseRevision) return users.updateUser(request);
        for (;;) {
          const [now] = await users.getUsers({ ...request, ids: [request.userId] });
          try {
            return await users.updateUser({ ...request, baseRevision: now.revision });
          } catch {
            // Somebody was faster, and is overwritten.
          }
        }
      },
    })),
  },
  {
    fault: 'writes all users back when it removes one',
    caughtBy: 'somebody who is removed while others are invited takes nobody with them',
    open: (store) => withUsers(store, (users) => ({
      async removeUser(request) {
        const before = (await users.listUsers({ ...request, limit: 1_000 })).users.map(({ id }) => id);
        await users.getUsers({ ...request, ids: [] });
        const { users: now } = await users.listUsers({ ...request, limit: 1_000 });
        await users.removeUser(request);
        for (const { id, revision } of now) if (!before.includes(id)) await users.removeUser({ ...request, userId: id, baseRevision: revision });
      },
    })),
  },
  {
    fault: 'removes nobody for good',
    caughtBy: 'who is removed is gone in another tab too',
    open: (store) => {
      const removed = new Set<string>();
      return withUsers(store, (users) => ({
        async removeUser({ userId }) {
          removed.add(userId);
        },
        getUsers: async (request) => (await users.getUsers(request)).filter(({ id }) => !removed.has(id)),
      }));
    },
  },
  {
    fault: 'takes a second removal for done',
    caughtBy: 'who was removed is not found any more',
    open: (store) => withUsers(store, (users) => ({
      removeUser: (request) => users.removeUser(request).catch((error: unknown) => {
        if (!isPersistenceError(error) || error.code !== 'not-found') throw error;
      }),
    })),
  },
  {
    fault: 'gives who is invited again the name of who was removed',
    caughtBy: 'who is invited again after a removal begins anew',
    open: (store) => {
      const names = new Map<string, string>();
      return withUsers(store, (users) => ({
        async inviteUsers(request) {
          const results = await users.inviteUsers({ ...request, invitations: request.invitations.map((one) => ({ ...one, name: one.name ?? names.get(one.email) })) });
          for (const { email, name } of request.invitations) if (name) names.set(email, name);
          return results;
        },
      }));
    },
  },
  {
    fault: 'does not look at the signal of a removal',
    caughtBy: 'changes and removals that were aborted before they began do nothing',
    open: (store) => withUsers(store, (users) => ({ removeUser: (request) => users.removeUser({ ...request, signal: new AbortController().signal }) })),
  },
  {
    fault: 'has revisions that tell of what is stored',
    caughtBy: 'every write has a revision of its own, also one that changes things back',
    open: (store) => {
      const withRevision = (user: User): User => ({ ...user, revision: JSON.stringify([user.name, user.role, user.status, user.mailingLists]) });
      return withUsers(store, (users) => ({
        getUsers: async (request) => (await users.getUsers(request)).map(withRevision),
        inviteUsers: async (request) => (await users.inviteUsers(request)).map((result) => (result.ok ? { ...result, user: withRevision(result.user) } : result)),
        resendInvitation: async (request) => withRevision(await users.resendInvitation(request)),
        async updateUser(request) {
          const [user] = await users.getUsers({ ...request, ids: [request.userId] });
          const isCurrent = withRevision(user).revision === request.baseRevision;
          return withRevision(await users.updateUser({ ...request, baseRevision: isCurrent ? user.revision : '' }));
        },
      }));
    },
  },
  {
    fault: 'adds mailing lists to those that are there',
    caughtBy: 'mailing lists are replaced as a whole, in the order they are given',
    open: (store) => withUsers(store, (users) => ({
      async updateUser(request) {
        const [user] = await users.getUsers({ ...request, ids: [request.userId] });
        const { mailingLists } = request.changes;
        return users.updateUser({ ...request, changes: { ...request.changes, ...(mailingLists && { mailingLists: [...new Set([...user.mailingLists, ...mailingLists])] }) } });
      },
    })),
  },
  {
    fault: 'keeps mailing lists as a set',
    caughtBy: 'an invitation keeps its mailing lists, in their order',
    open: (store) => withUsers(store, (users) => ({
      getUsers: async (request) => (await users.getUsers(request)).map((user) => ({ ...user, mailingLists: user.mailingLists.sort() })),
    })),
  },
  {
    fault: 'takes an empty name for none',
    caughtBy: 'a name can be taken away',
    open: (store) => withUsers(store, (users) => ({
      updateUser: (request) => users.updateUser({ ...request, changes: { ...request.changes, name: request.changes.name || undefined } }),
    })),
  },
  {
    fault: 'normalises names',
    caughtBy: 'names are kept to the letter: markup, quotes, both directions and what is not seen',
    open: (store) => withUsers(store, (users) => ({
      inviteUsers: (request) => users.inviteUsers({ ...request, invitations: request.invitations.map((one) => ({ ...one, name: one.name?.normalize('NFC') })) }),
    })),
  },
  {
    fault: 'cuts names at 255 characters',
    caughtBy: 'a name of 10,000 characters is kept whole',
    open: (store) => withUsers(store, (users) => ({
      inviteUsers: (request) => users.inviteUsers({ ...request, invitations: request.invitations.map((one) => ({ ...one, name: one.name?.slice(0, 255) })) }),
    })),
  },
  {
    fault: 'gives roles that nobody defined',
    caughtBy: 'a role that nobody defined is given to nobody',
    open: (store) => withUsers(store, () => unguarded(store)),
  },
  {
    fault: 'makes people invited by a change',
    caughtBy: 'nobody becomes invited by a change',
    open: (store) => withUsers(store, (users) => ({
      updateUser: (request) => ((request.changes.status as string) === 'invited' ? unguarded(store) : users).updateUser(request),
    })),
  },
  {
    fault: 'changes one thing after another',
    caughtBy: 'a change that is refused in one part changes nothing',
    open: (store) => withUsers(store, (users) => ({
      async updateUser(request) {
        const { name, ...changes } = request.changes;
        const renamed = await users.updateUser({ ...request, changes: { name } });
        return Object.keys(changes).length === 0 ? renamed : users.updateUser({ ...request, changes, baseRevision: renamed.revision });
      },
    })),
  },
  {
    fault: 'keeps of a user what it knows',
    caughtBy: 'what else a store keeps of a user survives every change',
    open: (store) => withUsers(store, (users) => ({
      async updateUser(request) {
        const { id, name, email, role, status, mailingLists, invitedAt, expiresAt, lastActiveAt, revision } = await users.updateUser(request);
        const known = { id, name, email, role, status, mailingLists, invitedAt, expiresAt, lastActiveAt, revision };
        await putUser(store, request.accountId, known);
        return known;
      },
    })),
  },
  {
    fault: 'forgets when somebody was active who is changed',
    caughtBy: 'what else a store keeps of a user survives every change',
    open: (store) => withUsers(store, (users) => ({
      async resendInvitation(request) {
        const resent = await users.resendInvitation(request);
        delete resent.lastActiveAt;
        await putUser(store, request.accountId, resent);
        return resent;
      },
    })),
  },
  {
    fault: 'takes no notice of the base revision of a change',
    caughtBy: 'a change from an old revision is refused, and told of the current user',
    open: (store) => withUsers(store, (users) => ({
      async updateUser(request) {
        const [user] = await users.getUsers({ ...request, ids: [request.userId] });
        return users.updateUser({ ...request, baseRevision: user.revision });
      },
    })),
  },
  {
    fault: 'removes whoever is changed at the same time',
    caughtBy: 'of a removal and a change at the same time one wins',
    open: (store) => withUsers(store, (users) => ({
      async removeUser(request) {
        const [user] = await users.getUsers({ ...request, ids: [request.userId] });
        if (user?.revision !== request.baseRevision) return users.removeUser(request);
        await users.getUsers({ ...request, ids: [] });
        const [now] = await users.getUsers({ ...request, ids: [request.userId] });
        return users.removeUser({ ...request, baseRevision: now.revision });
      },
    })),
  },
  {
    fault: 'takes what two remove at the same time for removed by both',
    caughtBy: 'of two removals at the same time one wins',
    open: (store) => withUsers(store, (users) => ({ removeUser: (request) => users.removeUser(request).catch(() => undefined) })),
  },
  {
    fault: 'remembers whom it has read',
    caughtBy: 'another tab reads a change at once',
    open(store) {
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
    fault: 'changes everybody of that name',
    caughtBy: 'a change of one user changes no other',
    open: (store) => withUsers(store, (users) => ({
      async updateUser(request) {
        const all = (await users.listUsers(request)).users;
        const name = all.find(({ id }) => id === request.userId)?.name;
        for (const user of all) if (user.name === name && user.id !== request.userId) await users.updateUser({ ...request, userId: user.id, baseRevision: user.revision });
        return users.updateUser(request);
      },
    })),
  },
];
