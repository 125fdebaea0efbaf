import type { UserChangeKey } from '../../src/elements/users-tab/users-tab.events.js';
import type { UsersTab } from '../../src/elements/users-tab/users-tab.js';

/* Compiled, not run: what TypeScript has to know about the element. */

export function listen(): void {
  const users: UsersTab = document.createElement('users-tab');
  users.addEventListener('user-invite', ({ detail: { count, waitUntil } }) => waitUntil(Promise.resolve(count + 1)));
  users.addEventListener('users-invited', ({ detail: { userIds, failed } }) => void [userIds.join(), failed + 1]);
  users.addEventListener('user-change', function (event) {
    const changed: UserChangeKey[] = event.detail.changed;
    event.detail.waitUntil(Promise.resolve(changed));
    const several: readonly string[] | undefined = event.detail.userIds;
    void several;
    void this.mailingLists;
  });
  users.addEventListener('user-changed', ({ detail: { userId, changed } }) => void [userId.toUpperCase(), changed.join()]);
  users.addEventListener('user-remove', ({ detail: { userId, userIds, waitUntil } }) => waitUntil(Promise.resolve([userId, ...(userIds ?? [])])));
  users.addEventListener('user-removed', ({ detail }) => {
    void detail.userId.toUpperCase();
    // @ts-expect-error -- details carry no addresses
    void detail.email;
  });
  users.addEventListener('users-error', ({ detail: { code, operation } }) => {
    const what: 'list' | 'invite' | 'change' | 'remove' = operation;
    void [code.toUpperCase(), what];
  });
  users.mailingLists = [{ key: 'news', label: 'News' }];
  users.exportColumns = [{ key: 'phone', label: 'Phone' }];
  users.noExport = true;
  // @ts-expect-error -- each has a label
  users.mailingLists = [{ key: 'news' }];
}
