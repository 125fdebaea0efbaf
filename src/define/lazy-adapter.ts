import type { PersistenceAdapter, UserDirectory } from '../ports/persistence-adapter.js';
import { PersistenceError } from '../ports/persistence-error.js';

/**
 * An adapter that can do everything, and whose code is loaded when it is first asked. Code that cannot be loaded makes it
 * unavailable, which elements know how to say and to retry; the next call tries to load it again.
 */
export function lazyAdapter(durable: boolean, load: () => Promise<PersistenceAdapter>): PersistenceAdapter {
  let announceLoaded: (adapter: PersistenceAdapter) => void;
  const loaded = new Promise<PersistenceAdapter>((resolve) => (announceLoaded = resolve));
  let loading: Promise<PersistenceAdapter> | undefined;

  const adapter = (): Promise<PersistenceAdapter> => {
    loading ??= load().then((one) => {
      announceLoaded(one);
      return one;
    }, (cause: unknown) => {
      loading = undefined;
      throw new PersistenceError('unavailable', 'The code that keeps contact information could not be loaded.', { cause });
    });
    return loading;
  };
  const users = async (): Promise<UserDirectory> => (await adapter()).users!;

  return {
    durable,
    loadContactInfo: async (request) => (await adapter()).loadContactInfo(request),
    saveContactInfo: async (request) => (await adapter()).saveContactInfo(request),
    loadHistory: async (request) => (await adapter()).loadHistory!(request),
    watch: (request, listener) => void loaded.then((one) => one.watch!(request, listener)),
    users: {
      listUsers: async (request) => (await users()).listUsers(request),
      getUsers: async (request) => (await users()).getUsers(request),
      inviteUsers: async (request) => (await users()).inviteUsers(request),
      updateUser: async (request) => (await users()).updateUser(request),
      removeUser: async (request) => (await users()).removeUser(request),
      resendInvitation: async (request) => (await users()).resendInvitation(request),
    },
  };
}
