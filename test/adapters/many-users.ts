import { expect } from 'chai';
import type { StoredAdapter } from '../../src/adapters/stored-adapter.js';
import type { User } from '../../src/domain/user.js';
import { userSortKeys, type UserChanges, type UserQuery } from '../../src/ports/persistence-adapter.js';
import { generateUsers } from '../../stories/support/generate-users.js';
import { expectListing, inAccount } from './listing-model.js';

export const manyUsers = generateUsers(20_000);

const queries: UserQuery[] = [
  ...userSortKeys.flatMap((by) => (['ascending', 'descending'] as const).map((direction): UserQuery => ({ sort: { by, direction } }))),
  ...['an', 'ÚÑez', 'παπαδοπ', 'дмитр', '王', 'さく', '김민', 'प्रि', 'מרי', 'nobody at all'].map((search): UserQuery => ({ search })),
  { search: 'a', roles: ['editor'], statuses: ['active'], sort: { by: 'email', direction: 'descending' } },
  { statuses: ['invited', 'deactivated'] },
];

/** Asks an adapter that has these users for them in every way; then changes some, and asks again. */
export async function expectManyUsers(adapter: StoredAdapter): Promise<void> {
  const users = new Map(manyUsers.map((user) => [user.id, user]));
  for (const query of queries) await expectListing(adapter, users, { ...query, limit: 1_000 });

  const change = async (user: User, changes: UserChanges) =>
    users.set(user.id, await adapter.users.updateUser({ ...inAccount(), userId: user.id, baseRevision: user.revision, changes }));
  for (const [nth, user] of manyUsers.filter((_, index) => index % 500 === 7).entries()) {
    if (nth % 3 > 0) await change(user, { status: 'deactivated', name: `Ångström ${nth}` });
    else {
      await adapter.users.removeUser({ ...inAccount(), userId: user.id, baseRevision: user.revision });
      users.delete(user.id);
    }
  }
  expect(users.size).to.be.lessThan(manyUsers.length);
  for (const query of [...queries.slice(0, 10), { search: 'angstrom' }, { statuses: ['deactivated' as const] }]) {
    await expectListing(adapter, users, { ...query, limit: 1_000 });
  }
}
