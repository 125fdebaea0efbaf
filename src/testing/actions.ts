import type { ContactInfo, ContactInfoRecord } from '../domain/contact-info.js';
import type { User } from '../domain/user.js';
import type { Invitation, PersistenceAdapter, UserChanges, UserDirectory, UserPage, UserQuery } from '../ports/persistence-adapter.js';
import type { Scene } from './conformance-case.js';
import { expectTrue, UnmetExpectation } from './expectations.js';

/* The port's methods in the words of the cases: on the scene's adapter and account unless another is named. */

export interface Where {
  adapter: PersistenceAdapter;
  accountId: string;
}

export function signal(): AbortSignal {
  return new AbortController().signal;
}

export function load({ adapter, accountId }: Where): Promise<ContactInfoRecord | null> {
  return adapter.loadContactInfo({ accountId, signal: signal() });
}

export function save({ adapter, accountId }: Where, contactInfo: ContactInfo, baseRevision: string | null): Promise<ContactInfoRecord> {
  return adapter.saveContactInfo({ accountId, signal: signal(), contactInfo, baseRevision });
}

function directoryOf({ adapter }: Where): UserDirectory {
  expectTrue(adapter.users, 'an adapter that claims `users` to have them');
  return adapter.users;
}

export function invite(where: Where, ...invitations: Partial<Invitation>[]) {
  return directoryOf(where).inviteUsers({
    accountId: where.accountId, signal: signal(),
    invitations: invitations.map((one) => ({ email: 'ana@example.com', role: 'editor', mailingLists: [], ...one })),
  });
}

/** Invites somebody who cannot be refused. */
export async function invited(where: Where, invitation: Partial<Invitation>): Promise<User> {
  const [result] = await invite(where, invitation);
  expectTrue(result?.ok, `the invitation of ${invitation.email} to be accepted, not ${JSON.stringify(result)}`);
  return result.user;
}

/** Somebody who has accepted the invitation. */
export async function active(scene: Scene, email: string, role = 'editor', name?: string): Promise<User> {
  const user = await invited(scene, { email, role, ...(name !== undefined && { name }) });
  if (scene.store.acceptInvitation) await scene.store.acceptInvitation(scene.accountId, user.id);
  else await update(scene, user, { status: 'active' });
  return fetchUser(scene, user.id);
}

/** The user with values that the port has no method for, as far as the store can be given any. */
export async function amended({ store, accountId, adapter }: Scene, user: Pick<User, 'id'>, values: { lastActiveAt?: string; [key: string]: unknown }): Promise<User> {
  await store.amendUser?.(accountId, user.id, values);
  return fetchUser({ adapter, accountId }, user.id);
}

export async function fetchUser(where: Where, id: string): Promise<User> {
  const [user] = await getUsers(where, id);
  expectTrue(user, `user ${id} to be there`);
  return user;
}

export function getUsers(where: Where, ...ids: string[]): Promise<User[]> {
  return directoryOf(where).getUsers({ accountId: where.accountId, signal: signal(), ids });
}

export function list(where: Where, query: UserQuery = {}): Promise<UserPage> {
  return directoryOf(where).listUsers({ accountId: where.accountId, signal: signal(), ...query });
}

export function update(where: Where, user: Pick<User, 'id' | 'revision'>, changes: UserChanges, replacementUserId?: string): Promise<User> {
  return directoryOf(where).updateUser({ accountId: where.accountId, signal: signal(), userId: user.id, changes, baseRevision: user.revision, replacementUserId });
}

export function remove(where: Where, user: Pick<User, 'id' | 'revision'>, replacementUserId?: string): Promise<void> {
  return directoryOf(where).removeUser({ accountId: where.accountId, signal: signal(), userId: user.id, baseRevision: user.revision, replacementUserId });
}

export function resend(where: Where, userId: string): Promise<User> {
  return directoryOf(where).resendInvitation({ accountId: where.accountId, signal: signal(), userId });
}

/** Another adapter on the same data. */
export async function elsewhere({ store, accountId }: Scene, options?: Parameters<Scene['store']['open']>[0]): Promise<Where> {
  return { adapter: await store.open(options), accountId };
}

/** That many invited users, of names and roles that repeat unless others are given; their ids, in the order of invitation. */
export async function fill(
  where: Where, count: number, name = (index: number) => `Name ${index % 4}`, role = (index: number) => ['editor', 'read-only', 'tester'][index % 3],
): Promise<string[]> {
  const results = await invite(where, ...Array.from({ length: count }, (_, index) => ({ email: `user${index}@example.com`, name: name(index), role: role(index) })));
  return results.flatMap((result) => (result.ok ? [result.user.id] : []));
}

/** Every page of a query from its cursor on, one after another. Stops a cursor that never ends. */
export async function everyPage(where: Where, query: UserQuery, betweenPages?: (page: UserPage) => Promise<void>): Promise<User[]> {
  const users: User[] = [];
  let { cursor } = query;
  for (let pages = 0; pages < 200; pages += 1) {
    const page: UserPage = await list(where, { ...query, cursor });
    users.push(...page.users);
    if (page.nextCursor === null) return users;
    cursor = page.nextCursor;
    await betweenPages?.(page);
  }
  throw new UnmetExpectation('Expected the pages to end.');
}
