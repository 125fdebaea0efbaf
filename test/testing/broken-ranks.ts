import { MemoryAdapter, type MemoryStore } from '../../src/adapters/memory.js';
import type { PersistenceAdapter, UserDirectory } from '../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../src/ports/persistence-error.js';
import type { OpenOptions } from '../../src/testing/index.js';
import { altered, unguarded, withUsers, type BrokenAdapter } from './altered-adapter.js';

/** Does some things on behalf of somebody who may do everything. */
function trusting(store: MemoryStore, options: OpenOptions | undefined, alter: (everybody: UserDirectory, viewers: UserDirectory) => Partial<UserDirectory>): PersistenceAdapter {
  const everybody = new MemoryAdapter({ ...options, viewer: null, store });
  return withUsers(store, (viewers) => alter(everybody.users, viewers), options);
}

/** What goes wrong with what a viewer’s role allows, and the case that has to catch it. */
export const brokenRanks: BrokenAdapter[] = [
  {
    fault: 'invites for anybody, to any role',
    caughtBy: 'nobody invites to a role above their own',
    open: (store, options) => trusting(store, options, (everybody) => ({ inviteUsers: everybody.inviteUsers })),
  },
  {
    fault: 'invites anybody again',
    caughtBy: 'nobody invites somebody above them again',
    open: (store, options) => trusting(store, options, (everybody) => ({ resendInvitation: everybody.resendInvitation })),
  },
  {
    fault: 'gives anybody any role',
    caughtBy: 'nobody grants a role above their own',
    open: (store, options) => trusting(store, options, (everybody, viewers) => ({
      updateUser: (request) => (request.changes.role === undefined ? viewers : everybody).updateUser(request),
    })),
  },
  {
    fault: 'looks at a role that is given alone',
    caughtBy: 'a role above one’s own is refused with everything that was to change beside it',
    open: (store, options) => trusting(store, options, (everybody, viewers) => ({
      updateUser: (request) => (Object.keys(request.changes).length > 1 ? everybody : viewers).updateUser(request),
    })),
  },
  {
    fault: 'removes anybody for anybody',
    caughtBy: 'nobody touches somebody above them',
    open: (store, options) => trusting(store, options, (everybody) => ({ removeUser: everybody.removeUser })),
  },
  {
    fault: 'lets anybody rename those above them',
    caughtBy: 'nobody touches somebody above them',
    open: (store, options) => trusting(store, options, (everybody, viewers) => ({
      updateUser: (request) => (request.changes.name === undefined ? viewers : everybody).updateUser(request),
    })),
  },
  {
    fault: 'reactivates anybody for anybody',
    caughtBy: 'nobody reactivates or revokes somebody above them',
    open: (store, options) => trusting(store, options, (everybody, viewers) => ({
      updateUser: (request) => (request.changes.status === 'active' ? everybody : viewers).updateUser(request),
    })),
  },
  {
    fault: 'looks at no rank where there is a replacement',
    caughtBy: 'no replacement makes somebody above dispensable',
    open: (store, options) => trusting(store, options, (everybody, viewers) => ({
      removeUser: (request) => (request.replacementUserId === undefined ? viewers : everybody).removeUser(request),
    })),
  },
  {
    fault: 'compares the rank that somebody had first',
    caughtBy: 'who was raised above is out of reach from then on',
    open(store, options) {
      const changed = new Set<string>();
      return trusting(store, options, (everybody, viewers) => ({
        async updateUser(request) {
          const user = await (changed.has(request.userId) ? everybody : viewers).updateUser(request);
          changed.add(request.userId);
          return user;
        },
      }));
    },
  },
  {
    fault: 'lets readers save',
    caughtBy: 'who may not edit saves nothing, and still reads',
    open: (store, options) => altered(store, () => {
      const everybody = new MemoryAdapter({ ...options, viewer: null, store });
      return { saveContactInfo: (request) => everybody.saveContactInfo(request) };
    }, options),
  },
  {
    fault: 'lets whoever may edit manage users',
    caughtBy: 'who may not manage users invites, changes and removes nobody, and still reads',
    open: (store, options) => new MemoryAdapter({ ...options, store, roles: options?.roles?.map((role) => ({ ...role, canManageUsers: role.canEditContactInfo })) }),
  },
  {
    fault: 'lets nobody touch themselves',
    caughtBy: 'whoever manages users may leave while another one stays',
    refuses: true,
    open: (store, options) => withUsers(store, (users) => ({
      async removeUser(request) {
        if (request.userId === options?.viewer?.id) throw new PersistenceError('guard', 'Yourself.', { guard: 'self' });
        return users.removeUser(request);
      },
    }), options),
  },
  {
    fault: 'lets people do to themselves what they like',
    caughtBy: 'the last one who manages users takes it from themselves by no way',
    open: (store, options) => withUsers(store, (users) => ({
      updateUser: (request) => (request.userId === options?.viewer?.id ? unguarded(store) : users).updateUser(request),
    }), options),
  },
  {
    fault: 'knows administrators by the name of their role',
    caughtBy: 'whoever manages users counts, by whatever role',
    open: (store, options) => withUsers(store, (users) => ({
      async updateUser(request) {
        const [user] = await users.getUsers({ ...request, ids: [request.userId] });
        return (user?.role === 'manager' ? unguarded(store) : users).updateUser(request);
      },
    }), options),
  },
  {
    fault: 'lets people raise themselves',
    caughtBy: 'nobody raises themselves',
    open: (store, options) => withUsers(store, (users) => ({
      updateUser: (request) => (request.userId === options?.viewer?.id ? unguarded(store) : users).updateUser(request),
    }), options),
  },
  {
    fault: 'lets alert contacts leave by their own hand',
    caughtBy: 'an alert contact does not leave without a replacement, not even by their own hand',
    open: (store, options) => withUsers(store, (users) => ({
      removeUser: (request) => (request.userId === options?.viewer?.id ? unguarded(store) : users).removeUser(request),
    }), options),
  },
  {
    fault: 'signs every record with nobody',
    caughtBy: 'a record says who changed it last',
    open: (store, options) => new MemoryAdapter({ ...options, viewer: null, store }),
  },
  {
    fault: 'lets roles that nobody defined do what they like',
    caughtBy: 'a role that nobody defined may do nothing',
    open: (store, options) => {
      const isDefined = options?.roles?.some(({ key }) => key === options.viewer?.role);
      return new MemoryAdapter({ ...options, viewer: isDefined ? options?.viewer : null, store });
    },
  },
  {
    fault: 'lets nobody lessen themselves',
    caughtBy: 'whoever manages users may give themselves a lesser role while another one stays',
    refuses: true,
    open: (store, options) => withUsers(store, (users) => ({
      async updateUser(request) {
        if (request.userId === options?.viewer?.id) throw new PersistenceError('guard', 'Yourself.', { guard: 'self' });
        return users.updateUser(request);
      },
    }), options),
  },
  {
    fault: 'lets people manage only those below them',
    caughtBy: 'who may manage users changes those of their own rank and below',
    refuses: true,
    open: (store, options) => withUsers(store, (users) => ({
      async updateUser(request) {
        const [user] = await users.getUsers({ ...request, ids: [request.userId] });
        if (user?.role === options?.viewer?.role) throw new PersistenceError('guard', 'A peer.', { guard: 'role-rank' });
        return users.updateUser(request);
      },
    }), options),
  },
];
