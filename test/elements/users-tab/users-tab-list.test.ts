import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { altered, deferred, fewUsers, laura, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, hasRole, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { UsersTabHarness } from './users-tab.harness.js';

const on = (viewer: { id: string; role: string } = viewers.administrator) => new MemoryAdapter({ store: storeWith(), viewer });

async function showIn(width: string, viewer: { id: string; role: string } = viewers.administrator): Promise<UsersTabHarness> {
  const users = await (await UsersTabHarness.show(on(viewer), { viewer })).listed();
  Object.assign(users.element.parentElement!.style, { width, maxWidth: 'none' });
  users.element.lang = 'en-GB';
  await users.settled();
  return users;
}

const timeOf = (users: UsersTabHarness, id: string) => users.root.querySelector(`[data-user="${id}"] time`)!;
/** Which of the two times is seen: what is transparent is there to be read aloud. */
const seenOf = (users: UsersTabHarness, id: string) => [...timeOf(users, id).children].filter((one) => getComputedStyle(one).opacity !== '0').map((one) => one.textContent);
const diegoWas = '2 Nov 2026, 09:00';

describe('users-tab: when somebody was last active', () => {
  it('is said in both ways in the accessible text', async () => {
    const users = await showIn('1100px');
    expect(visibleText(timeOf(users, 'diego'))).to.match(new RegExp(`ago ${diegoWas}$`));
    expect(timeOf(users, 'diego').getAttribute('datetime')).to.equal('2026-11-02T08:00:00.000Z');
  });

  it('is seen in full while something in the row has the focus, and nothing moves', async () => {
    const users = await showIn('1100px');
    const heights = () => allByRole(users.root, 'row').map((row) => row.getBoundingClientRect().height).join();
    const before = heights();
    byRole(users.root, 'button', 'Actions for Diego Ruiz').focus();
    await eventually(() => seenOf(users, 'diego').includes(diegoWas), 'it is seen in full');
    if (matchMedia('(hover: hover) and (not (any-pointer: coarse))').matches) {
      await eventually(() => seenOf(users, 'diego').join() === diegoWas, 'instead of the other');
      expect(seenOf(users, 'laura')).to.have.length(1).and.not.to.include(diegoWas);
    }
    expect(heights()).to.equal(before);
  });

  it('is as much in sight of when an invitation expires', async () => {
    const users = await showIn('1100px');
    expect(visibleText(timeOf(users, 'ana'))).to.match(/^expires (in 2 weeks|next week) expires \d+ \w+ 202\d$/);
    byRole(users.root, 'button', 'Actions for Ana Gómez').focus();
    await eventually(() => seenOf(users, 'ana').some((text) => /^expires \d/.test(text!)), 'its day is seen');
  });

  for (const width of ['1100px', '470px']) {
    it(`is seen in both ways where nothing in a row can have the focus, in ${width}`, async () => {
      const users = await showIn(width, viewers.reader);
      expect(seenOf(users, 'diego')).to.have.length(2);
    });
  }
});

describe('users-tab: as cards', () => {
  it('keep what they mean, under 480 px', async () => {
    const users = await showIn('479px');
    const [header] = allByRole(users.root, 'rowheader');
    const row = header.closest('tr')!;
    const cells = allByRole(row, 'cell').filter((cell) => cell.dataset.column !== undefined);
    expect(cells.every((cell, index) => index === 0 || cell.getBoundingClientRect().top >= cells[index - 1].getBoundingClientRect().bottom), 'one below another').to.equal(true);
    expect(cells[0].getBoundingClientRect().top).to.be.at.least(header.getBoundingClientRect().bottom - 1);
    const columns = allByRole(users.root, 'columnheader').map((one) => one.textContent!.trim());
    expect(columns).to.deep.equal(['Select all on this page', 'Name', 'E-mail', 'Role', 'Status', 'Mailing lists', 'Last active', 'Actions']);
    expect(cells.map((cell) => cell.dataset.column)).to.deep.equal(columns.slice(2, 7));
    for (const cell of cells) expect(getComputedStyle(cell, '::before').content).to.match(/attr\(data-column\)|: "/);
    expect([byRole(users.root, 'table').localName, row.getAttribute('role'), users.root.querySelectorAll('caption').length]).to.deep.equal(['table', 'row', 1]);
  });

  it('can be sorted by what is seen', async () => {
    const users = await showIn('320px');
    for (const column of ['Name', 'E-mail', 'Role', 'Status', 'Last active']) {
      const { width, height, left, right } = byRole(users.root, 'button', column).getBoundingClientRect();
      expect(Math.min(width, height), column).to.be.at.least(24);
      expect(left >= 0 && right <= 340, `${column} is in sight`).to.equal(true);
    }
    await users.press('Role');
    await eventually(() => users.said === 'Sorted by: Role, ascending.', 'it is sorted');
  });
});

describe('users-tab: before there is a list', () => {
  for (const viewer of [viewers.administrator, viewers.reader]) {
    it(`has the shape of one, for ${viewer.role}`, async () => {
      const inner = on(viewer);
      const { promise, resolve } = deferred();
      const users = await UsersTabHarness.show(altered(inner, { users: { ...inner.users, listUsers: async (request) => (await promise, inner.users.listUsers(request)) } }), { viewer });
      const place = () => {
        const { top, height } = users.root.querySelector('thead')!.getBoundingClientRect();
        return [top, height];
      };
      const before = place();
      expect(users.said).to.equal('Loading…');
      expect(hasRole(users.root, 'table', 'Users')).to.equal(false);
      expect(users.root.querySelectorAll('table :is(button, a, input)')).to.have.length(0);
      resolve();
      await users.listed();
      expect(place()).to.deep.equal(before);
      expect(users.said).to.equal('');
    });
  }
});

describe('users-tab: rows', () => {
  it('say who is looking, and that there is no name yet', async () => {
    const store = storeWith(undefined, [laura, { ...fewUsers[2], name: '' }]);
    const users = await (await UsersTabHarness.show(new MemoryAdapter({ store, viewer: viewers.administrator }))).listed();
    expect(users.row('Laura')).to.contain('(you)');
    expect(users.row('No name yet')).not.to.contain('(you)');
    expect(hasRole(users.root, 'button', 'Actions for ana.gomez@mesa.example')).to.equal(true);
  });
});
