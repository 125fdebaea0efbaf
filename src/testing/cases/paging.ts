import type { User } from '../../domain/user.js';
import { userSortKeys, type UserQuery, type UserSortKey } from '../../ports/persistence-adapter.js';
import { isPersistenceError } from '../../ports/persistence-error.js';
import { active, amended, elsewhere, everyPage, fetchUser, fill, invite, invited, list, remove, update } from '../actions.js';
import type { CaseTable, Scene } from '../conformance-case.js';
import { expectEqual, expectTrue } from '../expectations.js';

const directions = ['ascending', 'descending'] as const;
const byName = { by: 'name', direction: 'ascending' } as const;

async function expectPages(scene: Scene, by: UserSortKey, direction: (typeof directions)[number]): Promise<void> {
  const ids = await fill(scene, 25);
  const paged = await everyPage(scene, { sort: { by, direction }, limit: 7 });
  expectEqual(paged.map(({ id }) => id).sort(), ids.sort(), 'the users of all pages');
  const whole = await list(scene, { sort: { by, direction }, limit: 100 });
  expectEqual(paged.map(({ id }) => id), whole.users.map(({ id }) => id), 'their order');
}

/** Every page of a query; `undefined` where it is refused as one that cannot be answered. */
async function pagesUnlessInvalid(scene: Scene, query: UserQuery): Promise<User[] | undefined> {
  try {
    return await everyPage(scene, query);
  } catch (error) {
    if (isPersistenceError(error) && error.code === 'invalid') return undefined;
    throw error;
  }
}

/** Pages hold every row once, in order, and say truly how many there are; also where somebody else writes meanwhile. */
export const pagingCases: CaseTable = {
  ...Object.fromEntries(userSortKeys.flatMap((by) => directions.map((direction) =>
    [`pages by ${by}, ${direction}, hold every user once`, (scene: Scene) => expectPages(scene, by, direction)]))),

  async 'pages of users who tie in everything hold every user once'(scene) {
    const ids = await fill(scene, 11, () => 'The same', () => 'editor');
    for (const by of ['name', 'role', 'status', 'lastActiveAt'] as const) for (const direction of directions) {
      const paged = await everyPage(scene, { sort: { by, direction }, limit: 2 });
      expectEqual(paged.map(({ id }) => id).sort(), [...ids].sort(), `the users by ${by}, ${direction}`);
    }
  },

  async 'pages of names that differ in case and accents only hold every user once'(scene) {
    const ids = await fill(scene, 9, (index) => ['ana', 'Ana', 'ANA', 'Ána', 'Aná', 'A\u0301na', 'Ａna', 'ana ', ''][index]);
    for (const direction of directions) {
      const paged = await everyPage(scene, { sort: { by: 'name', direction }, limit: 1 });
      expectEqual(paged.map(({ id }) => id).sort(), [...ids].sort(), `the users, ${direction}`);
    }
  },

  async 'pages by last active hold once who was active and who never was'(scene) {
    const ids = await fill(scene, 12);
    for (const [index, id] of ids.entries()) if (index % 3 > 0) await amended(scene, { id }, { lastActiveAt: `2026-0${1 + (index % 2)}-01T00:00:00.000Z` });
    for (const direction of directions) {
      const paged = await everyPage(scene, { sort: { by: 'lastActiveAt', direction }, limit: 3 });
      expectEqual(paged.map(({ id }) => id).sort(), [...ids].sort(), `the users, ${direction}`);
    }
  },

  async 'totals count what matches, on every page'(scene) {
    await fill(scene, 9);
    const first = await list(scene, { limit: 4 });
    const second = await list(scene, { limit: 4, cursor: first.nextCursor! });
    expectEqual([first.total, second.total, first.users.length, second.users.length], [9, 9, 4, 4], 'totals and lengths');
  },

  async 'totals of a search and a filter count what they find, on every page'(scene) {
    await fill(scene, 18, (index) => `Name ${index % 2}`);
    const query: UserQuery = { search: 'name 1', roles: ['read-only', 'tester'], statuses: ['invited'], limit: 2 };
    const totals: number[] = [];
    const users = await everyPage(scene, query, async ({ total }) => void totals.push(total));
    expectEqual([...totals, users.length], [6, 6, 6], 'the totals of the pages that have a next one, and the number of users');
  },

  async 'a total follows invitations and removals at once'(scene) {
    await fill(scene, 5);
    const { users, total } = await list(scene, { limit: 2 });
    await remove(scene, users[0]);
    const fewer = (await list(scene, { limit: 2 })).total;
    await invited(scene, { email: 'late@example.com' });
    expectEqual([total, fewer, (await list(await elsewhere(scene), { limit: 2 })).total], [5, 4, 5], 'the totals');
  },

  async 'a last page that is full has no next one'(scene) {
    await fill(scene, 4);
    const first = await list(scene, { limit: 2 });
    const second = await list(scene, { limit: 2, cursor: first.nextCursor! });
    expectEqual([second.users.length, second.nextCursor], [2, null], 'the last page');
  },

  async 'pages of one hold every user once'(scene) {
    const ids = await fill(scene, 5);
    expectEqual((await everyPage(scene, { limit: 1 })).map(({ id }) => id).sort(), ids.sort(), 'the users');
  },

  async 'a page of users has no more than its limit'(scene) {
    await fill(scene, 12);
    for (const limit of [1, 5, 11, 12]) {
      const page = await list(scene, { limit });
      expectEqual([page.users.length, page.nextCursor === null], [limit, limit === 12], `the length of a page of ${limit}, and whether it is the last`);
    }
  },

  async 'without a limit nobody is left out'(scene) {
    const ids = await fill(scene, 130);
    expectEqual((await everyPage(scene, {})).map(({ id }) => id).sort(), ids.sort(), 'the users');
  },

  async 'a limit beyond all there are leaves nobody out'(scene) {
    const ids = await fill(scene, 12);
    for (const limit of [13, 5_000, 1_000_000_000]) {
      const users = await pagesUnlessInvalid(scene, { limit });
      if (users) expectEqual(users.map(({ id }) => id).sort(), [...ids].sort(), `the users of a limit of ${limit}`);
    }
  },

  async 'a limit that is none is refused, or pages end all the same'(scene) {
    const ids = await fill(scene, 5);
    for (const limit of [0, -1, 2.5]) {
      const users = await pagesUnlessInvalid(scene, { limit });
      if (users) expectEqual(users.map(({ id }) => id).sort(), [...ids].sort(), `the users of a limit of ${limit}`);
    }
  },

  async 'a page that is asked for twice is the same'(scene) {
    await fill(scene, 9);
    const { nextCursor } = await list(scene, { sort: byName, limit: 3 });
    const twice = [await list(scene, { sort: byName, limit: 3, cursor: nextCursor! }), await list(scene, { sort: byName, limit: 3, cursor: nextCursor! })];
    expectEqual(twice[0], twice[1], 'the second page');
  },

  async 'a cursor is good in another tab'(scene) {
    const ids = await fill(scene, 6, (index) => `Name ${index}`);
    const { nextCursor } = await list(scene, { sort: byName, limit: 4 });
    const page = await list(await elsewhere(scene), { sort: byName, limit: 4, cursor: nextCursor! });
    expectEqual(page.users.map(({ id }) => id), ids.slice(4), 'the second page');
  },

  async 'a cursor of another query gives nobody whom the query does not find, or is refused'(scene) {
    await fill(scene, 12);
    const { nextCursor } = await list(scene, { sort: { by: 'email', direction: 'descending' }, limit: 4 });
    const found = await pagesUnlessInvalid(scene, { roles: ['tester'], sort: byName, limit: 2, cursor: nextCursor! });
    for (const { role } of found ?? []) expectEqual(role, 'tester', 'the role of whoever is found');
  },

  async 'a cursor that no page gave is refused, or its pages end'(scene) {
    await fill(scene, 5);
    for (const cursor of ['', 'x', '0', '-1', '{}', '[]', 'null', '%00', '../']) {
      const users = await pagesUnlessInvalid(scene, { limit: 2, cursor });
      expectTrue(new Set(users?.map(({ id }) => id)).size === (users?.length ?? 0), `nobody to be repeated after the cursor ${JSON.stringify(cursor)}`);
    }
  },

  async 'somebody who is removed between two pages hides nobody else'(scene) {
    const ids = await fill(scene, 12, (index) => `Name ${String(index).padStart(2, '0')}`);
    let removed = '';
    const read = await everyPage(scene, { limit: 4 }, async (page) => {
      if (removed === '') {
        removed = page.users[0].id;
        await remove(scene, page.users[0]);
      }
    });
    expectEqual(read.map(({ id }) => id), ids, 'the users that were read');
  },

  async 'the last one of a page can be removed, and the next page begins after them'(scene) {
    const ids = await fill(scene, 9, (index) => `Name ${index}`);
    for (const direction of directions) {
      const before = (await everyPage(scene, {})).map(({ id }) => id).sort();
      const read = await everyPage(scene, { sort: { by: 'name', direction }, limit: 2 }, async ({ users }) => {
        if (users.length === 2 && users[1].id === (direction === 'ascending' ? ids[1] : ids[7])) await remove(scene, users[1]);
      });
      expectEqual(read.map(({ id }) => id).sort(), before, `the users that were read, ${direction}`);
    }
  },

  async 'somebody who is added between two pages repeats nobody'(scene) {
    const ids = await fill(scene, 12, (index) => `Name ${String(index).padStart(2, '0')}`);
    let isAdded = false;
    const read = await everyPage(scene, { limit: 4 }, async () => {
      if (!isAdded) await invited(scene, { email: 'late@example.com', name: 'A late one' });
      isAdded = true;
    });
    expectEqual(read.filter(({ email }) => email !== 'late@example.com').map(({ id }) => id), ids, 'the users that were read');
  },

  async 'somebody who is renamed between two pages neither hides nor repeats another'(scene) {
    const ids = await fill(scene, 12, (index) => `Name ${String(index).padStart(2, '0')}`);
    for (const [from, name] of [[3, 'Name 99'], [11, 'A first one']] as const) {
      let isRenamed = false;
      const read = await everyPage(scene, { sort: byName, limit: 4 }, async () => {
        if (!isRenamed) await update(scene, await fetchUser(scene, ids[from]), { name });
        isRenamed = true;
      });
      const others = ids.filter((_, index) => index !== 3 && index !== 11);
      expectEqual(read.map(({ id }) => id).filter((id) => others.includes(id)), others, `the others, while user ${from} becomes “${name}”`);
    }
  },

  async 'somebody whose role changes between two pages neither hides nor repeats another'(scene) {
    const ids = await fill(scene, 12);
    for (const direction of directions) {
      let changed = '';
      const read = await everyPage(scene, { sort: { by: 'role', direction }, limit: 4 }, async ({ users }) => {
        if (changed === '') await update(scene, users[3], { role: direction === 'ascending' ? 'tester' : 'editor' });
        changed ||= users[3].id;
      });
      const others = ids.filter((id) => id !== changed);
      expectEqual(read.map(({ id }) => id).filter((id) => id !== changed).sort(), others.sort(), `the others, ${direction}`);
    }
  },

  async 'somebody who leaves a filter between two pages hides nobody else'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const ids = await fill(scene, 9, (index) => `Name ${index}`);
    let left = '';
    const read = await everyPage(scene, { sort: byName, statuses: ['invited'], limit: 3 }, async ({ users }) => {
      if (left === '') await update(scene, users[0], { status: 'deactivated' });
      left ||= users[0].id;
    });
    expectEqual(read.map(({ id }) => id), ids, 'the users that were read');
  },

  async 'pages of a search and a filter hold every match once'(scene) {
    await invite(scene, ...Array.from({ length: 20 }, (_, index) => ({
      email: `user${10 + index}@example.com`, name: index % 2 ? `Ánna ${index % 4}` : 'Bo', role: index % 4 === 1 ? 'editor' : 'tester',
    })));
    const query: UserQuery = { search: 'anna', roles: ['editor'], sort: { by: 'email', direction: 'descending' } };
    const emails = (await everyPage(scene, { ...query, limit: 2 })).map(({ email }) => email);
    expectEqual(emails, [27, 23, 19, 15, 11].map((index) => `user${index}@example.com`), 'the addresses');
  },
};
