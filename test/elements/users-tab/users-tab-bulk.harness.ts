import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { User } from '../../../src/domain/user.js';
import type { PersistenceAdapter, UserDirectory } from '../../../src/ports/persistence-adapter.js';
import { altered, Colleague, deferred, laura, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, hasRole, nameOf } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { UsersTabHarness } from './users-tab.harness.js';

/* What a person does with several users at once, and what they see of it. */

export type Store = ReturnType<typeof storeWith>;
export const ada: User = { ...laura, id: 'ada', name: 'Ada King', email: 'ada@mesa.example' };

export function administratorsAdapter(store: Store): MemoryAdapter {
  return new MemoryAdapter({ store, viewer: viewers.administrator });
}

/** The same adapter with some methods of its directory exchanged. */
export function withUsers(adapter: PersistenceAdapter, changes: Partial<UserDirectory>): PersistenceAdapter {
  return altered(adapter, { users: { ...adapter.users!, ...changes } });
}

/** Every removal waits until the test lets it go. */
export function slow(adapter: PersistenceAdapter) {
  const waiting: (() => void)[] = [];
  const slowed = withUsers(adapter, {
    removeUser: async (request) => {
      const held = deferred();
      waiting.push(held.resolve);
      await held.promise;
      return adapter.users!.removeUser(request);
    },
  });
  const next = async () => {
    await eventually(() => waiting.length > 0, 'one is being removed');
    waiting.shift()!();
  };
  return { slowed, next, waiting };
}

export async function show(store: Store = storeWith(), adapter: PersistenceAdapter = administratorsAdapter(store), properties: object = {}): Promise<UsersTabHarness> {
  return (await UsersTabHarness.show(adapter, properties)).listed();
}

export async function tick(users: UsersTabHarness, ...names: string[]): Promise<void> {
  for (const name of names) byRole(users.root, 'checkbox', `Select ${name}`).click();
  await users.element.updateComplete;
}

export async function tickPage(users: UsersTabHarness): Promise<void> {
  byRole(users.root, 'checkbox', 'Select all on this page').click();
  await users.element.updateComplete;
}

/** Opens the dialog for the chosen users, and waits until it says what will happen. */
export async function act(users: UsersTabHarness, action: string): Promise<void> {
  await users.press('Actions for the selected users');
  await eventually(() => hasRole(users.root, 'menu'), 'the menu is open');
  allByRole(users.root, 'menuitem').find((item) => nameOf(item) === action)!.click();
  await eventually(() => users.dialog.open && hasRole(users.dialog, 'heading') && !hasRole(users.dialog, 'heading', 'Finding the users…'), 'the users were found');
}

export function titleOf(users: UsersTabHarness): string {
  return allByRole(users.dialog, 'heading')[0].textContent!.trim();
}

export function finished(users: UsersTabHarness): Promise<void> {
  return eventually(() => users.dialog.open && /^\d+ of \d+ done$/.test(titleOf(users)), 'it came to its end');
}

export async function stored(store: Store, ...ids: string[]): Promise<User[]> {
  const colleague = new Colleague(store);
  const found = await colleague.users.getUsers({ ...colleague.request(), ids });
  return ids.map((id) => found.find((user) => user.id === id)!);
}

export async function totalOf(store: Store): Promise<number> {
  const colleague = new Colleague(store);
  return (await colleague.users.listUsers(colleague.request())).total;
}

/** Whom events of that type were about, in order. */
export function idsOf(users: UsersTabHarness, type: string): string[] {
  return users.recorder.of(type).map(({ detail }) => (detail as { userId: string }).userId);
}
