import { MemoryAdapter, type MemoryStore } from '../../src/adapters/memory.js';
import { partnerPortalRequirements } from '../../src/domain/partner-portal-requirements.js';
import { replaceUser } from '../../src/domain/user-guards.js';
import type { PersistenceAdapter, RemoveUserRequest, UpdateUserRequest, UserDirectory } from '../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../src/ports/persistence-error.js';
import { altered, overlooking, unguarded, withUsers, type BrokenAdapter } from './altered-adapter.js';

type Leaving = UpdateUserRequest | RemoveUserRequest;

/** Puts the replacement where the user is named, in a write of its own and after a while. */
async function replace(working: MemoryAdapter, { accountId, signal, userId, replacementUserId }: Leaving): Promise<void> {
  const request = { accountId, signal };
  for (let turn = 0; turn < 5; turn += 1) await working.loadContactInfo(request);
  const record = await working.loadContactInfo(request);
  if (record && replacementUserId !== undefined) {
    await working.saveContactInfo({ ...request, contactInfo: replaceUser(record.contactInfo, partnerPortalRequirements, userId, replacementUserId), baseRevision: record.revision });
  }
  for (let turn = 0; turn < 5; turn += 1) await working.loadContactInfo(request);
}

const withoutReplacement = <R extends Leaving>(request: R): R => ({ ...request, replacementUserId: undefined });

/** Exchanges who takes over, before anything is looked at. */
function replacing(store: MemoryStore, takeOver: (working: MemoryAdapter, request: Leaving) => Promise<unknown>): PersistenceAdapter {
  return altered(store, (working) => {
    const leave = async <R extends Leaving, T>(request: R, send: (request: R) => Promise<T>): Promise<T> => {
      if (request.replacementUserId === undefined) return send(request);
      await takeOver(working, request);
      return send(withoutReplacement(request));
    };
    const users: UserDirectory = {
      ...working.users,
      updateUser: (request) => leave(request, (one) => working.users.updateUser(one)),
      removeUser: (request) => leave(request, (one) => working.users.removeUser(one)),
    };
    return { users };
  });
}

/** What goes wrong with alert contacts and who takes over from them, and the case that has to catch it. */
export const brokenReplacements: BrokenAdapter[] = [
  {
    fault: 'removes alert contacts',
    caughtBy: 'an alert contact is neither removed nor deactivated, and the fields are named',
    open: (store) => withUsers(store, () => ({ removeUser: unguarded(store).removeUser })),
  },
  {
    fault: 'deactivates alert contacts whose role changes too',
    caughtBy: 'an alert contact who is deactivated among other changes is kept as they were',
    open: (store) => overlooking(store, ({ changes }) => changes.role !== undefined && changes.status === 'deactivated'),
  },
  {
    fault: 'replaces first, and removes later',
    caughtBy: 'nobody sees a user replaced who is still there',
    open: (store) => replacing(store, replace),
  },
  {
    fault: 'replaces first, and deactivates later',
    caughtBy: 'nobody sees a user deactivated who is still named, or replaced who is still active',
    open: (store) => replacing(store, replace),
  },
  {
    fault: 'replaces before it looks at the revision',
    caughtBy: 'a removal or deactivation that is refused replaces nobody',
    open: (store) => replacing(store, replace),
  },
  {
    fault: 'removes first, and replaces later',
    caughtBy: 'nobody sees a user gone who is still named',
    open: (store) => altered(store, (working) => ({
      users: {
        ...working.users,
        async removeUser(request) {
          await unguarded(store).removeUser(request);
          await replace(working, request);
        },
      },
    })),
  },
  {
    fault: 'lets somebody who is not active take over, or nobody at all',
    caughtBy: 'nobody replaces themselves, and nobody who is not active replaces anybody',
    open: (store) => replacing(store, replace),
  },
  {
    fault: 'lets somebody take over from who is deactivated without looking who',
    caughtBy: 'nobody who is not active takes over from somebody who is deactivated',
    open: (store) => replacing(store, replace),
  },
  {
    fault: 'lets people of other accounts take over',
    caughtBy: 'nobody of another account takes over',
    open: (store) => replacing(store, async (working, request) => {
      const strangers = await working.users.getUsers({ accountId: 'other', signal: request.signal, ids: [request.replacementUserId ?? ''] });
      if (strangers.length > 0) await replace(working, request);
    }),
  },
  {
    fault: 'replaces in the first field of users only',
    caughtBy: 'a replacement takes over in every field of users, and in no other',
    open: (store, options) => new MemoryAdapter({ ...options, store, requirements: partnerPortalRequirements }),
  },
  {
    fault: 'replaces in whatever holds the id',
    caughtBy: 'a replacement takes over in every field of users, and in no other',
    open: (store, options) => {
      const working = new MemoryAdapter({ ...options, store });
      return altered(store, () => ({
        users: {
          ...working.users,
          async removeUser(request) {
            await working.users.removeUser(request);
            const record = await working.loadContactInfo(request);
            const contactInfo = JSON.parse(JSON.stringify(record?.contactInfo ?? {}).replaceAll(request.userId, request.replacementUserId ?? '')) as Record<string, unknown>;
            if (request.replacementUserId) await working.saveContactInfo({ ...request, contactInfo, baseRevision: record?.revision ?? null });
          },
        },
      }), options);
    },
  },
  {
    fault: 'adds the replacement at the end',
    caughtBy: 'a replacement stands where the other one stood, and the others stay',
    open: (store) => replacing(store, async (working, request) => {
      const record = await working.loadContactInfo(request);
      const others = (record?.contactInfo.alertContacts as string[]).filter((id) => id !== request.userId);
      await working.saveContactInfo({ ...request, contactInfo: { ...record?.contactInfo, alertContacts: [...others, request.replacementUserId!] }, baseRevision: record?.revision ?? null });
    }),
  },
  {
    fault: 'puts the replacement in everybody’s place',
    caughtBy: 'a replacement stands where the other one stood, and the others stay',
    open: (store) => replacing(store, async (working, request) => {
      const record = await working.loadContactInfo(request);
      await working.saveContactInfo({ ...request, contactInfo: { ...record?.contactInfo, alertContacts: [request.replacementUserId!] }, baseRevision: record?.revision ?? null });
    }),
  },
  {
    fault: 'names a replacement twice who is there already',
    caughtBy: 'a replacement who is there already is not named twice',
    open: (store) => replacing(store, (_working, request) => store.write(request.accountId, async (transaction) => {
      const record = (await transaction.getRecord())!;
      const alertContacts = (record.contactInfo.alertContacts as string[]).map((id) => (id === request.userId ? request.replacementUserId : id));
      await transaction.putRecord({ ...record, contactInfo: { ...record.contactInfo, alertContacts } });
    })),
  },
  {
    fault: 'writes a record where a replacement changes none',
    caughtBy: 'a replacement that nobody needs changes no record',
    open: (store) => replacing(store, replace),
  },
  {
    fault: 'looks for alert contacts in every account',
    caughtBy: 'who is named in another account only may go',
    refuses: true,
    open: (store) => altered(store, (working) => ({
      users: {
        ...working.users,
        async removeUser(request) {
          const record = await working.loadContactInfo({ ...request, accountId: 'other' });
          if (JSON.stringify(record ?? {}).includes(request.userId)) throw new PersistenceError('guard', 'Named.', { guard: 'alert-contact' });
          return working.users.removeUser(request);
        },
      },
    })),
  },
  {
    fault: 'takes a replacement for granted, and replaces nobody',
    caughtBy: 'a replacement takes over when an alert contact is removed',
    open: (store) => withUsers(store, (users) => ({
      removeUser: (request) => (request.replacementUserId === undefined ? users : unguarded(store)).removeUser(request),
    })),
  },
  {
    fault: 'deactivates with a replacement, and replaces nobody',
    caughtBy: 'a replacement takes over when an alert contact is deactivated',
    open: (store) => overlooking(store, ({ replacementUserId }) => replacementUserId !== undefined),
  },
  {
    fault: 'revokes the invitations of alert contacts',
    caughtBy: 'an alert contact who has not accepted yet is not removed',
    open: (store) => withUsers(store, (users) => ({
      async removeUser(request) {
        const [user] = await users.getUsers({ ...request, ids: [request.userId] });
        return (user?.status === 'invited' ? unguarded(store) : users).removeUser(request);
      },
    })),
  },
  {
    fault: 'lets two alert contacts take over from each other',
    caughtBy: 'two alert contacts who replace each other at the same time leave one',
    open: (store) => withUsers(store, (users) => ({
      async removeUser(request) {
        const [replacement] = await users.getUsers({ ...request, ids: [request.replacementUserId ?? ''] });
        await users.getUsers({ ...request, ids: [] });
        return (replacement ? unguarded(store) : users).removeUser(request);
      },
    })),
  },
  {
    fault: 'remembers who was named once',
    caughtBy: 'who is named no longer may go',
    refuses: true,
    open: (store) => altered(store, (working) => {
      const named = new Set<string>();
      return {
        saveContactInfo(request) {
          for (const id of request.contactInfo.alertContacts as string[]) named.add(id);
          return working.saveContactInfo(request);
        },
        users: {
          ...working.users,
          async removeUser(request) {
            if (named.has(request.userId)) throw new PersistenceError('guard', 'Named.', { guard: 'alert-contact' });
            return working.users.removeUser(request);
          },
        },
      };
    }),
  },
  {
    fault: 'lets alert contacts be changed in no way',
    caughtBy: 'an alert contact’s role and name may change',
    refuses: true,
    open: (store) => altered(store, (working) => ({
      users: {
        ...working.users,
        async updateUser(request) {
          const record = await working.loadContactInfo(request);
          if (JSON.stringify(record ?? {}).includes(request.userId)) throw new PersistenceError('guard', 'Named.', { guard: 'alert-contact' });
          return working.users.updateUser(request);
        },
      },
    })),
  },
];
