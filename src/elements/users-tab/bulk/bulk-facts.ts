import { isActiveManager, usersNamed } from '../../../domain/user-guards.js';
import type { Role, User, Viewer } from '../../../domain/user.js';
import type { RequirementSet } from '../../../domain/requirements.js';
import type { ListingSource } from '../list/users-listing.js';
import type { BulkFacts } from './bulk-plan.js';

export type BulkSource = ListingSource & { viewer: Viewer | null; roles: readonly Role[]; requirements: RequirementSet };

/** What the rules need to know beside the users themselves. Rejects where that cannot be read: nothing is changed by guesswork. */
export async function readBulkFacts({ store, accountId, viewer, roles, requirements }: BulkSource, users: readonly User[], signal: AbortSignal): Promise<BulkFacts> {
  const request = { accountId, signal };
  const managing = roles.filter((role) => role.canManageUsers).map(({ key }) => key);
  const [managers, record] = await Promise.all([
    store.users?.listUsers({ ...request, roles: managing, statuses: ['active'], limit: 1 }),
    store.loadContactInfo(request),
  ]);
  return {
    viewer,
    roles,
    // A total that is less than what was seen is not believed.
    activeManagers: Math.max(managers?.total ?? 0, users.filter((user) => isActiveManager(user, roles)).length),
    named: usersNamed(record?.contactInfo ?? null, requirements),
  };
}
