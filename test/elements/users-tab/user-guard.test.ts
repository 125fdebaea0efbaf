import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { partnerPortalRequirements } from '../../../src/domain/partner-portal-requirements.js';
import { canManageUsers, defaultRoles, userStatuses, type Role, type User, type Viewer } from '../../../src/domain/user.js';
import type { UserIntent } from '../../../src/domain/user-guards.js';
import { factsAbout, needsReplacement, refusalOf } from '../../../src/elements/users-tab/user-guard.js';
import { isPersistenceError, type PersistenceError } from '../../../src/ports/persistence-error.js';

/*
 * What the interface refuses is what the adapter refuses, and nothing else: every viewer, every action, every kind of user,
 * with and without others who manage users, with and without being named, against the adapter itself.
 */

const signal = new AbortController().signal;
const accountId = 'mesa';
const roles: readonly Role[] = [...defaultRoles, { key: 'owner', canEditContactInfo: true, canManageUsers: true, rank: 50 }];
const person = (id: string, role: string, status: User['status'] = 'active'): User => ({ id, name: id, email: `${id}@mesa.example`, role, status, mailingLists: [], revision: '1' });

const viewers: (Viewer | null)[] = [null, { id: 'target', role: 'administrator' }, ...roles.map((role) => ({ id: 'somebody', role: role.key })), { id: 'somebody', role: 'unheard-of' }];
const intents: UserIntent[] = [{}, { status: 'active' }, { status: 'deactivated' }, { remove: true }, ...[...roles.map(({ key }) => key), 'unheard-of'].map((role) => ({ role }))];
const targets = [...roles.map(({ key }) => key), 'unheard-of'].flatMap((role) => userStatuses.map((status) => person('target', role, status)));
/** The others: nobody who manages users, only somebody who cannot sign in, one who does. The last one may take over. */
const companies = [[person('helper', 'tester')], [person('past', 'administrator', 'deactivated'), person('helper', 'tester')], [person('boss', 'owner'), person('helper', 'tester')]];

async function enforced(users: User[], contactInfo: object, viewer: Viewer | null, target: User, intent: UserIntent, replacementUserId?: string): Promise<string | undefined> {
  const adapter = new MemoryAdapter({ accounts: { [accountId]: { users, contactInfo: { ...contactInfo } } }, viewer, roles });
  const request = { accountId, signal, userId: target.id, baseRevision: target.revision, replacementUserId };
  try {
    if ('remove' in intent) await adapter.users.removeUser(request);
    else await adapter.users.updateUser({ ...request, changes: intent });
    return undefined;
  } catch (error) {
    if (!isPersistenceError(error)) throw error;
    return (error as PersistenceError).guard ?? (error as PersistenceError).code;
  }
}

describe('users-tab: guards that are shown and guards that are enforced', () => {
  for (const viewer of viewers) {
    it(`are the same for ${viewer ? `${viewer.id === 'target' ? 'oneself' : 'somebody'} as ${viewer.role}` : 'nobody in particular'}`, async () => {
      let compared = 0;
      for (const target of targets) {
        for (const others of companies) {
          for (const contactInfo of [{}, { alertContacts: ['target'] }]) {
            const users = [target, ...others];
            const activeManagers = users.filter(({ status, role }) => status === 'active' && roles.find(({ key }) => key === role)?.canManageUsers).length;
            const facts = factsAbout(target, { activeManagers, contactInfo }, roles, partnerPortalRequirements);
            for (const intent of intents) {
              const view = { viewer, roles, facts };
              const shown = refusalOf(target, intent, view) ?? (needsReplacement(target, intent, view) ? 'alert-contact' : undefined);
              const expected = canManageUsers(viewer, roles) ? shown : 'forbidden';
              const about = JSON.stringify({ target, others: others.map(({ role, status }) => [role, status]), contactInfo, intent });
              expect(await enforced(users, contactInfo, viewer, target, intent), about).to.equal(expected);
              if (shown === 'alert-contact' && expected === shown) expect(await enforced(users, contactInfo, viewer, target, intent, 'helper'), `${about}, replaced`).to.equal(undefined);
              compared += 1;
            }
          }
        }
      }
      expect(compared).to.equal(targets.length * companies.length * 2 * intents.length);
    });
  }
});
