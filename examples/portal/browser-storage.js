import { createLocalAdapter } from '/portero/portero.js';

/*
 * Accounts that are kept in this browser. Nobody signs in anywhere: the demonstration's one user is put into an empty directory. What both
 * storages have: `open` for a viewer or nobody yet, `openDirectory` that accepts invitations, `signIn`, and `erase`.
 */

const databaseName = 'mesa-portal';

export const open = (viewer) => createLocalAdapter({ databaseName, viewer });

export const openDirectory = async () => (await open()).users;

export async function signIn(accountId, person) {
  const directory = await openDirectory();
  const request = { accountId, signal: new AbortController().signal };
  const find = async () => (await directory.listUsers({ ...request, search: person.email, limit: 1 })).users[0];
  let user = await find();
  if (!user) {
    // Another tab may be doing the same: whoever comes second finds the address taken, and the user there.
    await directory.inviteUsers({ ...request, invitations: [person] });
    user = await find();
  }
  if (user.status === 'invited') {
    await directory.updateUser({ ...request, userId: user.id, changes: { status: 'active' }, baseRevision: user.revision }).catch(() => undefined);
  }
  return user;
}

/** Waits, and tells that it does, while another tab uses the account. */
export function erase(_accountId, waits) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName);
    // It goes on by itself.
    request.onblocked = waits;
    request.onerror = () => reject(request.error);
    request.onsuccess = () => resolve();
  });
}
