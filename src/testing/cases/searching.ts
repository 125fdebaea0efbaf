import type { UserQuery } from '../../ports/persistence-adapter.js';
import { active, everyPage, fill, invite, invited, list, remove, update } from '../actions.js';
import type { CaseTable, Scene } from '../conformance-case.js';
import { expectEqual } from '../expectations.js';

/** People of those names, in that order. */
function named(scene: Scene, ...names: string[]) {
  return invite(scene, ...names.map((name, index) => ({ email: `u${index}@example.com`, name })));
}

/** Each search finds as many, and says so. */
async function expectFound(scene: Scene, searches: readonly (readonly [search: string, count: number])[]): Promise<void> {
  for (const [search, count] of searches) {
    const { users, total } = await list(scene, { search });
    expectEqual([users.length, total], [count, count], `what ${JSON.stringify(search.slice(0, 40))} finds`);
  }
}

/** Finding: by any part of a name or an address, however it is typed, and by filters. */
export const searchingCases: CaseTable = {
  async 'users are found by name and by address, anywhere in them'(scene) {
    await invite(scene, { email: 'ana@example.com', name: 'Ana Gómez' }, { email: 'bo@elsewhere.example', name: 'Bo Li' });
    await expectFound(scene, [['góm', 1], ['ana', 1], ['ELSEWHERE', 1], ['example', 2], [' bo ', 1], ['', 2]]);
  },

  async 'a search folds case and accents, both ways'(scene) {
    await invite(scene, { email: 'a@example.com', name: 'Ángel Núñez' }, { email: 'b@example.com', name: 'Jorgen Strasse' });
    await expectFound(scene, ['angel', 'ANGEL', 'nunez', 'NÚÑEZ', 'jörgen', 'Straße', 'a\u0301ngel'].map((search) => [search, 1]));
  },

  async 'a search finds names that are kept with combining marks'(scene) {
    await named(scene, 'A\u0301ngel Nu\u0301n\u0303ez', 'Nguye\u0302\u0303n', 'Ångström');
    await expectFound(scene, [['ángel', 1], ['angel n', 1], ['NUÑEZ', 1], ['nguyễn', 1], ['nguyen', 1], ['angstrom', 1], ['a\u030angstro\u0308m', 1]]);
  },

  async 'a search folds ß with ss, and i with and without its dot'(scene) {
    await named(scene, 'Straße', 'STRASSE', 'IŞIK', 'ışık', 'İnci', 'inci');
    await expectFound(scene, [['strasse', 2], ['STRAẞE', 2], ['straße', 2], ['isik', 2], ['IŞIK', 2], ['ışık', 2], ['inci', 2], ['İNCİ', 2], ['INCI', 2]]);
  },

  async 'a search folds the end of a Greek word, in the middle of typing too'(scene) {
    await named(scene, 'Οδυσσέας', 'ΟΔΥΣΣΕΑΣ');
    await expectFound(scene, [['ΟΔΥΣ', 2], ['οδυσ', 2], ['Οδυσσέας', 2], ['οδυσσεασ', 2], ['ΟΔΥΣΣΈΑΣ', 2]]);
  },

  async 'a search finds what is typed at full width, and other scripts'(scene) {
    await named(scene, 'Ana Li', '山田 太郎', 'محمد علي', 'דוד לוי', 'Ольга Ёлкина', '김민준', 'अनिता');
    await expectFound(scene, [['Ａｎａ', 1], ['ＬＩ', 1], ['田', 1], ['علي', 1], ['דוד', 1], ['ОЛЬГА', 1], ['елкина', 1], ['민준', 1], ['अनिता', 1]]);
  },

  async 'blanks around a search are none of it, and blanks alone find everybody'(scene) {
    await named(scene, 'Ana Gómez', 'Bo Li');
    await expectFound(scene, [['  ana', 1], ['gomez\t', 1], ['\u00a0bo li\u3000', 1], ['ana g', 1], [' ', 2], ['\t \u00a0', 2]]);
  },

  async 'a search goes across the @ of an address, and its dots'(scene) {
    await invite(scene, { email: 'ana.gomez@example.com' }, { email: 'ana@gomez.example.com' }, { email: 'info@münchen.example' });
    await expectFound(scene, [['gomez@ex', 1], ['ana@', 1], ['@', 3], ['a.g', 1], ['.example.com', 1], ['ANA.GOMEZ@EXAMPLE.COM', 1], ['@münchen', 1], ['munchen.ex', 1]]);
  },

  async 'a search is text and no pattern'(scene) {
    await invite(scene, { email: 'a@example.com', name: '100% sure' }, { email: 'b_c@example.com', name: 'back\\slash' }, { email: 'd@example.com', name: 'plain' });
    await expectFound(scene, [['%', 1], ['_', 1], ['\\', 1], ['.*', 0], ['a|b', 0], [`' or 1=1 --`, 0]]);
  },

  async 'a search knows no wildcards'(scene) {
    await named(scene, 'Ana*', 'Ana?', 'A%a', 'A_a', '[a-z]', 'Ana');
    await expectFound(scene, [['*', 1], ['?', 1], ['%', 1], ['_', 1], ['a_a', 1], ['a%a', 1], ['[a-z]', 1], ['an*', 0], ['a*a', 0], ['\\%', 0], ['a__', 0]]);
  },

  async 'a search knows no operators'(scene) {
    await named(scene, 'Ana Gómez', 'Bo Li', 'Li "Bo" Ana');
    await expectFound(scene, [['-ana', 0], ['ana OR bo', 0], ['ana & bo', 0], ['"bo', 1], ['"bo li"', 0], ['!ana', 0], ['name:ana', 0], ['+ana', 0], ['(ana', 0], ['^ana', 0], ['li$', 0]]);
  },

  async 'a search of 200 characters finds who holds them all, and nobody else'(scene) {
    const name = 'Dr. María de la Concepción '.repeat(10);
    await named(scene, `${name}I`, `${name.slice(0, 199)}X`, 'María');
    await expectFound(scene, [[name.slice(0, 200), 1], [name.slice(0, 199).toUpperCase(), 2], ['x'.repeat(200), 0], [`${name}II`, 0], ['de la concepcion i', 1]]);
  },

  async 'a search looks at no role, status, id or mailing list'(scene) {
    const { id } = await invited(scene, { email: 'ana@example.com', name: 'Ana', role: 'editor', mailingLists: ['newsletter'] });
    await expectFound(scene, [['editor', 0], ['invited', 0], ['newsletter', 0], [id, 0]]);
  },

  async 'a search that finds nobody says so'(scene) {
    await fill(scene, 3);
    expectEqual(await list(scene, { search: 'nobody' }), { users: [], total: 0, nextCursor: null }, 'the page');
  },

  async 'who was renamed is found by the new name, and no longer by the old one'(scene) {
    const ana = await invited(scene, { email: 'a@example.com', name: 'Ana' });
    const bo = await update(scene, ana, { name: 'Bó' });
    await expectFound(scene, [['ana', 0], ['bo', 1]]);
    await update(scene, bo, { name: '' });
    await expectFound(scene, [['bo', 0], ['a@example', 1]]);
  },

  async 'who was removed is found no more'(scene) {
    await remove(scene, await invited(scene, { email: 'ana@example.com', name: 'Ana' }));
    await expectFound(scene, [['ana', 0], ['', 0]]);
  },

  async 'what a search finds is sorted as what it does not narrow'(scene) {
    await named(scene, 'Bo Li', 'Ana Li', 'Cy Wu', 'Émile Li', 'Eva Li');
    const names = async (query: UserQuery) => (await everyPage(scene, { ...query, limit: 2 })).map(({ name }) => name);
    expectEqual(await names({ search: 'LI', sort: { by: 'name', direction: 'descending' } }), ['Eva Li', 'Émile Li', 'Bo Li', 'Ana Li'], 'the names');
  },

  async 'users are filtered by role and by status, and by both'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    await update(scene, await active(scene, 'gone@example.com', 'editor'), { status: 'deactivated' });
    await invite(scene, { email: 'ana@example.com', role: 'editor' }, { email: 'bo@example.com', role: 'tester' }, { email: 'cy@example.com', role: 'editor' });
    const found = async (query: UserQuery) => (await list(scene, query)).users.map(({ email }) => email.split('@')[0]).sort();
    expectEqual(await found({ roles: ['editor'] }), ['ana', 'cy', 'gone'], 'the editors');
    expectEqual(await found({ roles: ['editor', 'tester'] }), ['ana', 'bo', 'cy', 'gone'], 'the editors and testers');
    expectEqual(await found({ statuses: ['invited'] }), ['ana', 'bo', 'cy'], 'those who are invited');
    expectEqual(await found({ statuses: ['active', 'deactivated'] }), ['admin', 'gone'], 'the others');
    expectEqual(await found({ roles: ['editor'], statuses: ['invited'], search: 'n' }), ['ana'], 'the invited editors with "n"');
    expectEqual(await found({ roles: [], statuses: [] }), ['admin', 'ana', 'bo', 'cy', 'gone'], 'those of any role and status');
  },

  async 'a filter by a role that nobody has, or that is only like one, finds nobody'(scene) {
    await fill(scene, 6);
    for (const role of ['administrator', 'nobody-defined-this', 'edit', 'Editor', 'editor,tester', '']) {
      expectEqual((await list(scene, { roles: [role] })).total, 0, `the users of the role ${JSON.stringify(role)}`);
    }
    expectEqual((await list(scene, { roles: ['nobody-defined-this', 'editor', 'editor'] })).total, 2, 'the users of that role or editor');
  },

  async 'a filter follows changes of role and status at once'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const ana = await active(scene, 'ana@example.com', 'editor');
    const totals = async () => Promise.all([{ roles: ['editor'] }, { roles: ['tester'] }, { statuses: ['active' as const] }, { statuses: ['deactivated' as const] }].map(async (query) => (await list(scene, query)).total));
    expectEqual(await totals(), [1, 0, 2, 0], 'the totals before');
    await update(scene, ana, { role: 'tester', status: 'deactivated' });
    expectEqual(await totals(), [0, 1, 1, 1], 'the totals after');
  },
};
