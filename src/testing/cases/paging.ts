import type { UserSortKey } from '../../ports/persistence-adapter.js';
import { active, everyPage, invite, invited, list, remove, update } from '../actions.js';
import type { CaseTable, Scene } from '../conformance-case.js';
import { expectEqual } from '../expectations.js';

const directions = ['ascending', 'descending'] as const;

/** People whose names sort differently by code unit, by case and by accent. */
async function fill(scene: Scene, count: number, name: (index: number) => string = (index) => `Name ${index % 4}`): Promise<string[]> {
  const results = await invite(scene, ...Array.from({ length: count }, (_, index) => ({
    email: `user${index}@example.com`, name: name(index), role: ['editor', 'read-only', 'tester'][index % 3],
  })));
  return results.flatMap((result) => (result.ok ? [result.user.id] : []));
}

async function expectPages(scene: Scene, by: UserSortKey, direction: (typeof directions)[number]): Promise<void> {
  const ids = await fill(scene, 25);
  const paged = await everyPage(scene, { sort: { by, direction }, limit: 7 });
  expectEqual(paged.map(({ id }) => id).sort(), ids.sort(), 'the users of all pages');
  const whole = await list(scene, { sort: { by, direction }, limit: 100 });
  expectEqual(paged.map(({ id }) => id), whole.users.map(({ id }) => id), 'their order');
}

/** Finding, sorting and paging: totals are true, and no row is repeated or dropped. */
export const pagingCases: CaseTable = {
  async 'users are sorted by name, whatever case and accents'(scene) {
    await invite(scene, ...['bo', 'Ángela', 'Ana', 'Zoë', 'Émile', 'eva'].map((name, index) => ({ email: `u${index}@example.com`, name })));
    const names = (await list(scene, { sort: { by: 'name', direction: 'ascending' } })).users.map(({ name }) => name);
    expectEqual(names, ['Ana', 'Ángela', 'bo', 'Émile', 'eva', 'Zoë'], 'the names');
    const reversed = (await list(scene, { sort: { by: 'name', direction: 'descending' } })).users.map(({ name }) => name);
    expectEqual(reversed, [...names].reverse(), 'the names');
  },

  async 'users are sorted by address'(scene) {
    await invite(scene, { email: 'b@example.com' }, { email: 'C@example.com' }, { email: 'a@example.com' });
    const { users } = await list(scene, { sort: { by: 'email', direction: 'ascending' } });
    expectEqual(users.map(({ email }) => email.toLowerCase()), ['a@example.com', 'b@example.com', 'c@example.com'], 'the addresses');
  },

  ...Object.fromEntries((['name', 'email', 'role', 'status', 'lastActiveAt'] as const).flatMap((by) => directions.map((direction) =>
    [`pages by ${by}, ${direction}, hold every user once`, (scene: Scene) => expectPages(scene, by, direction)]))),

  async 'totals count what matches, on every page'(scene) {
    await fill(scene, 9);
    const first = await list(scene, { limit: 4 });
    const second = await list(scene, { limit: 4, cursor: first.nextCursor! });
    expectEqual([first.total, second.total, first.users.length, second.users.length], [9, 9, 4, 4], 'totals and lengths');
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

  async 'somebody who is added between two pages repeats nobody'(scene) {
    const ids = await fill(scene, 12, (index) => `Name ${String(index).padStart(2, '0')}`);
    let isAdded = false;
    const read = await everyPage(scene, { limit: 4 }, async () => {
      if (!isAdded) await invited(scene, { email: 'late@example.com', name: 'A late one' });
      isAdded = true;
    });
    expectEqual(read.filter(({ email }) => email !== 'late@example.com').map(({ id }) => id), ids, 'the users that were read');
  },

  async 'users are found by name and by address, anywhere in them'(scene) {
    await invite(scene, { email: 'ana@example.com', name: 'Ana Gómez' }, { email: 'bo@elsewhere.example', name: 'Bo Li' });
    for (const [search, found] of [['góm', 1], ['ana', 1], ['ELSEWHERE', 1], ['example', 2], [' bo ', 1], ['', 2]] as const) {
      const { users, total } = await list(scene, { search });
      expectEqual([users.length, total], [found, found], `what ${JSON.stringify(search)} finds`);
    }
  },

  async 'a search folds case and accents, both ways'(scene) {
    await invite(scene, { email: 'a@example.com', name: 'Ángel Núñez' }, { email: 'b@example.com', name: 'Jorgen Strasse' });
    for (const search of ['angel', 'ANGEL', 'nunez', 'NÚÑEZ', 'jörgen', 'Straße', 'a\u0301ngel']) {
      expectEqual((await list(scene, { search })).total, 1, `what ${JSON.stringify(search)} finds`);
    }
  },

  async 'a search is text and no pattern'(scene) {
    await invite(scene, { email: 'a@example.com', name: '100% sure' }, { email: 'b_c@example.com', name: 'back\\slash' }, { email: 'd@example.com', name: 'plain' });
    for (const [search, found] of [['%', 1], ['_', 1], ['\\', 1], ['.*', 0], ['a|b', 0], [`' or 1=1 --`, 0]] as const) {
      expectEqual((await list(scene, { search })).total, found, `what ${JSON.stringify(search)} finds`);
    }
  },

  async 'a search that finds nobody says so'(scene) {
    await fill(scene, 3);
    expectEqual(await list(scene, { search: 'nobody' }), { users: [], total: 0, nextCursor: null }, 'the page');
  },

  async 'users are filtered by role and by status, and by both'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    await update(scene, await active(scene, 'gone@example.com', 'editor'), { status: 'deactivated' });
    await invite(scene, { email: 'ana@example.com', role: 'editor' }, { email: 'bo@example.com', role: 'tester' });
    const found = async (query: Parameters<typeof list>[1]) => (await list(scene, query)).users.map(({ email }) => email.split('@')[0]).sort();
    expectEqual(await found({ roles: ['editor'] }), ['ana', 'gone'], 'the editors');
    expectEqual(await found({ roles: ['editor', 'tester'] }), ['ana', 'bo', 'gone'], 'the editors and testers');
    expectEqual(await found({ statuses: ['invited'] }), ['ana', 'bo'], 'those who are invited');
    expectEqual(await found({ statuses: ['active', 'deactivated'] }), ['admin', 'gone'], 'the others');
    expectEqual(await found({ roles: ['editor'], statuses: ['invited'], search: 'an' }), ['ana'], 'the invited editors with "an"');
    expectEqual(await found({ roles: [], statuses: [] }), ['admin', 'ana', 'bo', 'gone'], 'those of any role and status');
  },
};
