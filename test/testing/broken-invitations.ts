import type { MemoryStore } from '../../src/adapters/memory.js';
import { addressKey } from '../../src/domain/email-address.js';
import type { User } from '../../src/domain/user.js';
import type { AccountRequest, Invitation, InvitationResult, PersistenceAdapter, UserDirectory } from '../../src/ports/persistence-adapter.js';
import type { OpenOptions } from '../../src/testing/index.js';
import { putUser, withUsers, type BrokenAdapter } from './altered-adapter.js';

/** Who is there, as far as one page tells. */
async function everybody(users: UserDirectory, { accountId, signal }: AccountRequest): Promise<User[]> {
  return (await users.listUsers({ accountId, signal, limit: 1_000 })).users;
}

/** Invites whatever the address. */
async function force(store: MemoryStore, accountId: string, { email, name = '', role, mailingLists }: Invitation): Promise<InvitationResult> {
  const user: User = {
    id: crypto.randomUUID(), name, email: email.trim(), role, status: 'invited', mailingLists: [...mailingLists],
    expiresAt: new Date(Date.now() + 1_000_000).toISOString(), revision: crypto.randomUUID(),
  };
  await putUser(store, accountId, user);
  return { ok: true, user };
}

/** Takes addresses for the same only where their keys are. */
function comparingBy(keyOf: (email: string) => string, store: MemoryStore, options?: OpenOptions): PersistenceAdapter {
  return withUsers(store, (users) => ({
    async inviteUsers({ invitations, ...request }) {
      const results: InvitationResult[] = [];
      for (const invitation of invitations) {
        const isTaken = (await everybody(users, request)).some(({ email }) => keyOf(email) === keyOf(invitation.email));
        const [result] = await users.inviteUsers({ ...request, invitations: [invitation] });
        const isTold = !result.ok && result.issue.code === 'user.duplicate-address';
        results.push(isTold && !isTaken ? await force(store, request.accountId, invitation) : result);
      }
      return results;
    },
  }), options);
}

/** Exchanges the results of what works. */
function answering(store: MemoryStore, answer: (results: InvitationResult[]) => InvitationResult[]): PersistenceAdapter {
  return withUsers(store, (users) => ({ inviteUsers: async (request) => answer(await users.inviteUsers(request)) }));
}

/** What goes wrong when people are invited, and the case that has to catch it. */
export const brokenInvitations: BrokenAdapter[] = [
  {
    fault: 'keeps addresses apart that differ in case',
    caughtBy: 'an address that differs in case is the same one',
    open: (store) => comparingBy((email) => email, store),
  },
  {
    fault: 'keeps a domain and its A-label apart',
    caughtBy: 'an A-label and its domain are one address, in any case and composition',
    open: (store) => comparingBy((email) => email.toLowerCase(), store),
  },
  {
    fault: 'takes addresses for the same that differ in dots and tags',
    caughtBy: 'an address that differs in a dot or a tag is another one',
    open: (store) => {
      const keyOf = (email: string) => addressKey(email).replace(/\+.*@/, '@').replace(/\.(?=.*@)/g, '');
      return withUsers(store, (users) => ({
        async inviteUsers({ invitations, ...request }) {
          const results: InvitationResult[] = [];
          for (const invitation of invitations) {
            const isTaken = (await everybody(users, request)).some(({ email }) => keyOf(email) === keyOf(invitation.email));
            if (isTaken) results.push({ ok: false, issue: { path: ['email'], code: 'user.duplicate-address' } });
            else results.push(...(await users.inviteUsers({ ...request, invitations: [invitation] })));
          }
          return results;
        },
      }));
    },
  },
  {
    fault: 'looks for duplicates among those who were there before',
    caughtBy: 'several spellings of one address in one call are one user',
    open: (store) => withUsers(store, (users) => ({
      async inviteUsers({ invitations, ...request }) {
        const taken = new Set((await everybody(users, request)).map(({ email }) => addressKey(email)));
        return Promise.all(invitations.map(async (invitation) => {
          if (!taken.has(addressKey(invitation.email))) return force(store, request.accountId, invitation);
          return (await users.inviteUsers({ ...request, invitations: [invitation] }))[0];
        }));
      },
    })),
  },
  {
    fault: 'looks for duplicates first, and invites later',
    caughtBy: 'of two invitations of one address at the same time one wins',
    open: (store) => withUsers(store, (users) => ({
      async inviteUsers({ invitations, ...request }) {
        const taken = (await everybody(users, request)).map(({ email }) => addressKey(email));
        await everybody(users, request);
        return Promise.all(invitations.map((invitation) => (taken.includes(addressKey(invitation.email))
          ? { ok: false as const, issue: { path: ['email'], code: 'user.duplicate-address' } }
          : force(store, request.accountId, invitation))));
      },
    })),
  },
  {
    fault: 'does not give the address of somebody free who was removed',
    caughtBy: 'an address is free again once its user was removed, in any spelling',
    open: (store) => withUsers(store, (users) => {
      const taken = new Set<string>();
      return {
        async inviteUsers(request) {
          const results = await users.inviteUsers(request);
          return results.map((result) => {
            const key = result.ok ? addressKey(result.user.email) : '';
            if (taken.has(key)) return { ok: false, issue: { path: ['email'], code: 'user.duplicate-address' } };
            if (result.ok) taken.add(key);
            return result;
          });
        },
      };
    }),
  },
  {
    fault: 'lets a deactivated user’s address be invited',
    caughtBy: 'the address of somebody who is deactivated is taken',
    open: (store) => withUsers(store, (users) => ({
      async inviteUsers(request) {
        const deactivated = (await everybody(users, request)).filter(({ status }) => status === 'deactivated').map(({ email }) => email);
        if (request.invitations.some(({ email }) => deactivated.includes(email))) return Promise.all(request.invitations.map((one) => force(store, request.accountId, one)));
        return users.inviteUsers(request);
      },
    })),
  },
  {
    fault: 'takes whoever is a user of another account for a duplicate',
    caughtBy: 'one address may be a user of two accounts',
    open: (store) => withUsers(store, (users) => ({
      async inviteUsers(request) {
        const elsewhere = (await everybody(users, { ...request, accountId: 'account-1' })).map(({ email }) => email);
        if (request.invitations.some(({ email }) => elsewhere.includes(email))) return request.invitations.map(() => ({ ok: false, issue: { path: ['email'], code: 'user.duplicate-address' } }));
        return users.inviteUsers(request);
      },
    })),
  },
  {
    fault: 'gives the results of those who were accepted first',
    caughtBy: 'a hundred invitations have a hundred results, each about its own address',
    open: (store) => answering(store, (results) => results.sort((a, b) => Number(b.ok) - Number(a.ok))),
  },
  {
    fault: 'gives the results in the order in which they come in',
    caughtBy: 'there is one result for each invitation, in order',
    open: (store) => answering(store, (results) => results.reverse()),
  },
  {
    fault: 'gives no results for those who were refused',
    caughtBy: 'there is one result for each invitation, in order',
    open: (store) => answering(store, (results) => results.filter(({ ok }) => ok)),
  },
  {
    fault: 'takes those it has accepted back when one is refused',
    caughtBy: 'whoever is accepted is stored, whatever becomes of the invitations around',
    open: (store) => withUsers(store, (users) => ({
      async inviteUsers(request) {
        const results = await users.inviteUsers(request);
        if (results.every(({ ok }) => ok)) return results;
        for (const result of results) if (result.ok) await users.removeUser({ ...request, userId: result.user.id, baseRevision: result.user.revision });
        return results;
      },
    })),
  },
  {
    fault: 'changes who is there already to what the invitation says',
    caughtBy: 'an invitation of an address that is taken changes nothing of its user',
    open: (store) => withUsers(store, (users) => ({
      async inviteUsers(request) {
        const results = await users.inviteUsers(request);
        for (const [index, { email, name }] of request.invitations.entries()) {
          const user = results[index].ok ? undefined : (await everybody(users, request)).find((one) => one.email === email);
          if (user) await users.updateUser({ ...request, userId: user.id, changes: { name }, baseRevision: user.revision });
        }
        return results;
      },
    })),
  },
  {
    fault: 'rejects with the reason of an abort of an invitation',
    caughtBy: 'an abort of a request about users is an AbortError, whatever its reason',
    open: (store) => withUsers(store, (users) => ({
      async inviteUsers(request) {
        request.signal.throwIfAborted();
        return users.inviteUsers(request);
      },
    })),
  },
  {
    fault: 'invites somebody again who is deactivated',
    caughtBy: 'who is deactivated is not invited again',
    open: (store) => withUsers(store, (users) => ({
      async resendInvitation(request) {
        const [user] = await users.getUsers({ ...request, ids: [request.userId] });
        return user?.status === 'deactivated' ? user : users.resendInvitation(request);
      },
    })),
  },
  {
    fault: 'makes a new invitation of one that is sent again',
    caughtBy: 'an invitation that is sent again is the same one',
    open: (store) => withUsers(store, (users) => ({
      async resendInvitation(request) {
        const [user] = await users.getUsers({ ...request, ids: [request.userId] });
        const result = await force(store, request.accountId, user);
        await users.removeUser({ ...request, baseRevision: user.revision });
        return (result as Extract<InvitationResult, { ok: true }>).user;
      },
    })),
  },
  {
    fault: 'keeps the address of an invitation that it refused',
    caughtBy: 'an invitation that was refused takes no address',
    open: (store) => withUsers(store, (users) => {
      const refused = new Set<string>();
      return {
        async inviteUsers({ invitations, ...request }) {
          const results: InvitationResult[] = [];
          for (const invitation of invitations) {
            const isTaken = refused.has(invitation.email);
            const [result] = isTaken ? [] : await users.inviteUsers({ ...request, invitations: [invitation] });
            if (!result?.ok) refused.add(invitation.email);
            results.push(result ?? { ok: false, issue: { path: ['email'], code: 'user.duplicate-address' } });
          }
          return results;
        },
      };
    }),
  },
  {
    fault: 'says of a taken address that something else is wrong',
    caughtBy: 'the address of somebody who has accepted is taken',
    open: (store) => answering(store, (results) => results.map((result) => (result.ok ? result : { ok: false, issue: { ...result.issue, path: [] } }))),
  },
  {
    fault: 'takes invitations for mail that was sent, and users for those who answer',
    caughtBy: 'another tab sees who was invited',
    open: (store) => withUsers(store, (users) => ({
      listUsers: (request) => users.listUsers({ ...request, statuses: request.statuses ?? ['active', 'deactivated'] }),
    })),
  },
  {
    fault: 'lets an invitation go that is sent while its address is removed',
    caughtBy: 'a removal and an invitation of one address at the same time agree on who is left',
    open: (store) => withUsers(store, (users) => ({
      async inviteUsers(request) {
        const before = await everybody(users, request);
        return request.invitations.map(({ email }) => {
          const user = before.find((one) => one.email === email);
          return user ? { ok: true, user } : { ok: false, issue: { path: ['email'], code: 'user.duplicate-address' } };
        });
      },
    })),
  },
  {
    fault: 'invites somebody again who has accepted',
    caughtBy: 'who has accepted is not invited again',
    open: (store) => withUsers(store, (users) => ({
      async resendInvitation(request) {
        const [user] = await users.getUsers({ ...request, ids: [request.userId] });
        return user?.status === 'active' ? user : users.resendInvitation(request);
      },
    })),
  },
  {
    fault: 'keeps the date on which an invitation would have expired',
    caughtBy: 'who has accepted has no date of expiry',
    open: (store) => withUsers(store, (users) => ({
      getUsers: async (request) => (await users.getUsers(request)).map((user) => ({ expiresAt: '2030-01-01T00:00:00.000Z', ...user })),
    })),
  },
];
