import { isActiveManager, usersNamed } from '../../../domain/user-guards.js';
import type { Role, User, Viewer } from '../../../domain/user.js';
import type { RequirementSet } from '../../../domain/requirements.js';
import { PersistenceError } from '../../../ports/persistence-error.js';
import type { ListingSource } from '../list/users-listing.js';
import type { UserActions } from '../user-actions.js';
import type { BulkFacts } from './bulk-plan.js';

export type BulkSource = ListingSource & { viewer: Viewer | null; roles: readonly Role[]; requirements: RequirementSet };

/** What the rules need to know beside the users themselves. Rejects where that cannot be read: nothing is changed by guesswork. */
export async function readBulkFacts(actions: UserActions, { viewer, roles, requirements }: BulkSource, users: readonly User[]): Promise<BulkFacts> {
  const facts = await actions.readFacts();
  if (!facts) throw new PersistenceError('unavailable', 'What the rules need to know cannot be read.');
  return {
    viewer,
    roles,
    // A total that is less than what was seen is not believed.
    activeManagers: Math.max(facts.activeManagers, users.filter((user) => isActiveManager(user, roles)).length),
    named: usersNamed(facts.contactInfo, requirements),
  };
}
