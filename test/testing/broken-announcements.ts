import { altered, withUsers, type BrokenAdapter } from './altered-adapter.js';

/** What goes wrong with telling others, and the case that has to catch it. */
export const brokenAnnouncements: BrokenAdapter[] = [
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
  {
    fault: 'announces changes of users before it knows whether they succeed',
    caughtBy: 'a change of a user that was refused is not announced',
    open: (store, options) => withUsers(store, (users) => ({
      updateUser(request) {
        store.publish(request.accountId, { kind: 'users' });
        return users.updateUser(request);
      },
    }), options),
  },
  {
    fault: 'announces invitations that it has not written yet',
    caughtBy: 'who is told of a change of users reads it',
    open: (store, options) => withUsers(store, (users) => ({
      async inviteUsers(request) {
        store.publish(request.accountId, { kind: 'users' });
        // Who is told asks at once, and is answered before the second of these.
        await users.listUsers(request);
        await users.listUsers(request);
        return users.inviteUsers(request);
      },
    }), options),
  },
  {
    fault: 'announces every account’s users to everybody',
    caughtBy: 'nobody is told of changes of another account’s users',
    open: (store, options) => altered(store, (working) => ({
      watch(request, listener) {
        for (const accountId of new Set([request.accountId, 'other'])) working.watch({ ...request, accountId }, listener);
      },
    }), options),
  },
];
