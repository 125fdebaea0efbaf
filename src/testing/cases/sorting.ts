import type { User } from '../../domain/user.js';
import { userSortKeys, type UserSort } from '../../ports/persistence-adapter.js';
import { active, amended, elsewhere, everyPage, fill, invite, list, update } from '../actions.js';
import type { CaseTable, Scene } from '../conformance-case.js';
import { expectEqual, expectTrue } from '../expectations.js';

const ascending = (by: UserSort['by']): UserSort => ({ by, direction: 'ascending' });
const descending = (by: UserSort['by']): UserSort => ({ by, direction: 'descending' });

/** The values in their order, each named once for every run of it. */
const runsOf = (values: (string | undefined)[]) => values.filter((value, index) => index === 0 || value !== values[index - 1]);

async function expectTogether(scene: Scene, by: 'role' | 'status', count: number): Promise<void> {
  const runs = await Promise.all([ascending(by), descending(by)].map(async (sort) => runsOf((await everyPage(scene, { sort, limit: 5 })).map((user) => user[by]))));
  expectEqual([runs[0].length, new Set(runs[0]).size], [count, count], `the number of runs of one ${by}, and of ${by} altogether`);
  expectEqual(runs[1], [...runs[0]].reverse(), 'the other direction');
}

/** Users of several roles, statuses and times, five of whom were active. */
async function mixed(scene: Scene): Promise<User[]> {
  await active(scene, 'admin@example.com', 'administrator', 'Ada');
  const ids = await fill(scene, 9);
  for (const [index, id] of ids.entries()) {
    const user = await amended(scene, { id }, index < 5 ? { lastActiveAt: `2026-0${1 + ((index * 3) % 5)}-15T0${index}:00:00.000Z` } : {});
    if (index % 3 > 0) await update(scene, user, { status: index % 3 === 1 ? 'active' : 'deactivated' });
  }
  return everyPage(scene, {});
}

/** Sorting: by each key, in both directions, and the same each time. */
export const sortingCases: CaseTable = {
  async 'users are sorted by name, whatever case and accents'(scene) {
    await invite(scene, ...['bo', 'Ángela', 'Ana', 'Zoë', 'Émile', 'eva'].map((name, index) => ({ email: `u${index}@example.com`, name })));
    const names = (await list(scene, { sort: ascending('name') })).users.map(({ name }) => name);
    expectEqual(names, ['Ana', 'Ángela', 'bo', 'Émile', 'eva', 'Zoë'], 'the names');
    const reversed = (await list(scene, { sort: descending('name') })).users.map(({ name }) => name);
    expectEqual(reversed, [...names].reverse(), 'the names');
  },

  async 'users are sorted by address'(scene) {
    await invite(scene, { email: 'b@example.com' }, { email: 'C@example.com' }, { email: 'a@example.com' });
    const { users } = await list(scene, { sort: ascending('email') });
    expectEqual(users.map(({ email }) => email.toLowerCase()), ['a@example.com', 'b@example.com', 'c@example.com'], 'the addresses');
  },

  async 'users of one role stand together, in both directions'(scene) {
    await mixed(scene);
    await expectTogether(scene, 'role', 4);
  },

  async 'users of one status stand together, in both directions'(scene) {
    await mixed(scene);
    await expectTogether(scene, 'status', 3);
  },

  async 'users are sorted by when they were last active, and those who never were stand at one end'(scene) {
    const users = await mixed(scene);
    const known = users.flatMap(({ lastActiveAt }) => lastActiveAt ?? []).sort((a, b) => Date.parse(a) - Date.parse(b));
    const timesBy = async (sort: UserSort) => (await everyPage(scene, { sort, limit: 4 })).map(({ lastActiveAt }) => lastActiveAt);
    for (const [sort, order] of [[ascending('lastActiveAt'), known], [descending('lastActiveAt'), [...known].reverse()]] as const) {
      const times = await timesBy(sort);
      expectEqual(times.filter((time) => time !== undefined), order, `the times, ${sort.direction}`);
      const first = times.findIndex((time) => time !== undefined);
      expectTrue(first <= 0 || first === users.length - known.length, `those without a time to stand at one end, not as in ${JSON.stringify(times)}`);
    }
  },

  async 'who was active again is sorted by that at once'(scene) {
    const [first] = await mixed(scene);
    await amended(scene, first, { lastActiveAt: '2026-12-01T00:00:00.000Z' });
    const times = (await everyPage(scene, { sort: ascending('lastActiveAt') })).flatMap(({ lastActiveAt }) => lastActiveAt ?? []);
    expectEqual(times, [...times].sort(), 'the times');
  },

  async 'the other direction is the other way round, by every key'(scene) {
    await mixed(scene);
    for (const by of userSortKeys) {
      const [there, back] = await Promise.all([ascending(by), descending(by)].map(async (sort) => (await list(scene, { sort })).users.map((user) => user[by]).filter((value) => value !== undefined)));
      expectEqual(runsOf(back), runsOf(there).reverse(), `${by}, descending`);
    }
  },

  async 'those who tie keep one order, however often and wherever they are asked for'(scene) {
    await fill(scene, 12, () => 'The same', () => 'editor');
    const other = await elsewhere(scene);
    for (const by of ['name', 'role', 'status', 'lastActiveAt'] as const) {
      const ids = async (where: typeof other, limit: number) => (await everyPage(where, { sort: ascending(by), limit })).map(({ id }) => id);
      const once = await ids(scene, 50);
      expectEqual([await ids(scene, 5), await ids(other, 50), await ids(other, 1)], [once, once, once], `the users by ${by}, again`);
    }
  },

  async 'users who are asked for without a sort come in one order'(scene) {
    await fill(scene, 12);
    const ids = async (limit: number) => (await everyPage(scene, { limit })).map(({ id }) => id);
    expectEqual(await ids(3), await ids(50), 'the users');
  },

  async 'those without a name are sorted too, side by side'(scene) {
    await fill(scene, 9, (index) => (index % 3 === 0 ? '' : `Name ${index}`));
    const names = (await list(scene, { sort: ascending('name') })).users.map(({ name }) => name);
    const first = names.indexOf('');
    expectEqual([names.length, names.slice(first, first + 3)], [9, ['', '', '']], 'the number of users, and the names at the first that is none');
  },

  async 'who was renamed is sorted by the new name at once'(scene) {
    await fill(scene, 3, (index) => `Name ${index}`);
    const [first] = (await list(scene, { sort: ascending('name') })).users;
    await update(scene, first, { name: 'Zoë' });
    expectEqual((await list(scene, { sort: descending('name') })).users.map(({ name }) => name), ['Zoë', 'Name 2', 'Name 1'], 'the names');
  },
};
