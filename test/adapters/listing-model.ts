import { expect } from 'chai';
import fc from 'fast-check';
import type { StoredAdapter } from '../../src/adapters/stored-adapter.js';
import { foldText } from '../../src/domain/fold-text.js';
import type { User } from '../../src/domain/user.js';
import { userSortKeys, type Invitation, type UserChanges, type UserQuery } from '../../src/ports/persistence-adapter.js';
import { isPersistenceError } from '../../src/ports/persistence-error.js';

/*
 * What a listing is, said in the simplest way: filter, sort, cut. An adapter with indexes has to list the same after any
 * changes, those that failed half-way included.
 */

export const inAccount = (accountId = 'acme') => ({ accountId, signal: new AbortController().signal });

export function naiveListing(users: Iterable<User>, { search = '', roles = [], statuses = [], sort = { by: 'name', direction: 'ascending' } }: UserQuery): string[] {
  const folded = foldText(search).trim();
  const rows = [...users].map((user) => {
    const [name, email] = [foldText(user.name), foldText(user.email)];
    const text = `${name}\n${email}`;
    return { user, text, key: sort.by === 'email' ? [email, user.id] : sort.by === 'name' ? [text, user.id] : [user[sort.by] ?? '', text, user.id] };
  }).filter(({ user, text }) =>
    text.includes(folded) && (roles.length === 0 || roles.includes(user.role)) && (statuses.length === 0 || statuses.includes(user.status)));
  rows.sort(({ key: a }, { key: b }) => {
    const at = a.findIndex((part, index) => part !== b[index]);
    return at < 0 ? 0 : a[at] < b[at] ? -1 : 1;
  });
  return (sort.direction === 'descending' ? rows.reverse() : rows).map(({ user }) => user.id);
}

/** Every page of a query, with the total that each of them gave. */
export async function pagesOf(adapter: StoredAdapter, query: UserQuery): Promise<{ ids: string[]; totals: number[] }> {
  const ids: string[] = [];
  const totals: number[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await adapter.users.listUsers({ ...inAccount(), ...query, cursor });
    ids.push(...page.users.map(({ id }) => id));
    totals.push(page.total);
    cursor = page.nextCursor;
  }
  return { ids, totals };
}

const name = fc.oneof(
  fc.constantFrom('', 'Ana', 'ana', 'Ána', 'Ana B', 'Łukasz', 'Straße', 'Дмитрий', '王伟', '김민준', 'प्रिया', 'אבג', '\u{1f600} x', '\ud800', 'a\nb', 'a\u0000b'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const role = fc.constantFrom('read-only', 'editor', 'administrator');

type Command =
  | { kind: 'invite'; names: string[]; role: string; fails: boolean }
  | { kind: 'change'; nth: number; changes: UserChanges }
  | { kind: 'remove'; nth: number };

export const commands: fc.Arbitrary<Command[]> = fc.array(fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('invite' as const), names: fc.array(name, { minLength: 1, maxLength: 6 }), role, fails: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('change' as const), nth: fc.nat(),
      changes: fc.record({ name, role, status: fc.constantFrom('active' as const, 'deactivated' as const) }, { requiredKeys: [] }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), nth: fc.nat() }) },
), { minLength: 1, maxLength: 12 });

export const query: fc.Arbitrary<UserQuery> = fc.record({
  search: fc.oneof(fc.constantFrom('', 'a', 'AN', 'é', 'strass', '@example', 'b@', '\n', 'nobody', '\ud800'), name),
  roles: fc.subarray(['read-only', 'editor', 'administrator', 'nobody']),
  statuses: fc.subarray(['active', 'invited', 'deactivated'] as const).map((some) => [...some]),
  sort: fc.record({ by: fc.constantFrom(...userSortKeys), direction: fc.constantFrom('ascending' as const, 'descending' as const) }),
  limit: fc.integer({ min: 1, max: 5 }),
}, { requiredKeys: ['limit'] });

/** The last invitation's link cannot be made: by then all are written, and all have to be taken back. */
export const brokenLink = 'broken';
export const linkUnlessBroken = ({ user }: { user: User }): undefined => {
  if (user.mailingLists.includes(brokenLink)) throw new Error('There is no link.');
};

/** Runs the commands on whichever adapter is its turn, all of them on the same accounts. Returns the users there are then. */
export async function runCommands(adapters: readonly StoredAdapter[], list: readonly Command[]): Promise<Map<string, User>> {
  const users = new Map<string, User>();
  let invited = 0;
  for (const [turn, command] of list.entries()) {
    const directory = adapters[turn % adapters.length].users;
    if (command.kind === 'invite') {
      const invitations = command.names.map((one, index): Invitation => ({
        name: one, email: `u${(invited += 1)}@${index % 2 ? 'example.com' : 'Bäckerei.example'}`, role: command.role,
        mailingLists: command.fails && index === command.names.length - 1 ? [brokenLink] : [],
      }));
      const results = await directory.inviteUsers({ ...inAccount(), invitations }).catch(() => []);
      expect(results.length, 'invitations').to.equal(command.fails ? 0 : invitations.length);
      for (const result of results) if (result.ok) users.set(result.user.id, result.user);
    } else if (users.size > 0) {
      const target = [...users.values()][command.nth % users.size];
      const request = { ...inAccount(), userId: target.id, baseRevision: target.revision };
      try {
        if (command.kind === 'remove') {
          await directory.removeUser(request);
          users.delete(target.id);
        } else {
          users.set(target.id, await directory.updateUser({ ...request, changes: command.changes }));
        }
      } catch (error) {
        // The last administrator stays.
        if (!isPersistenceError(error) || error.code !== 'guard') throw error;
      }
    }
  }
  return users;
}

export async function expectListing(adapter: StoredAdapter, users: ReadonlyMap<string, User>, asked: UserQuery): Promise<void> {
  const expected = naiveListing(users.values(), asked);
  const { ids, totals } = await pagesOf(adapter, asked);
  expect(ids).to.deep.equal(expected);
  expect(new Set(totals)).to.deep.equal(new Set([expected.length]));
}
