import { expect } from 'chai';
import type { AccountRequest, UserQuery } from '../../../src/ports/persistence-adapter.js';
import { listing, oddUsers, people } from '../../../stories/support/odd-users.js';
import { fewUsers, laura } from '../../support/accounts.js';
import { allByRole, byRole, hasRole, nameOf, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { UsersTabHarness } from './users-tab.harness.js';

type Answer = (request: AccountRequest & UserQuery) => unknown;

const show = async (answer: Answer) => (await UsersTabHarness.show(listing(answer))).listed();
const page = (users: readonly unknown[], rest: object = {}): Answer => () => ({ users, total: users.length, nextCursor: null, ...rest });
const shows = (users: UsersTabHarness, text: string) => eventually(() => users.text.includes(text), `${text} is shown`);
const isUnavailable = (users: UsersTabHarness, name: string) => {
  const button = byRole<HTMLButtonElement>(users.root, 'button', name);
  return button.disabled || button.getAttribute('aria-disabled') === 'true';
};
const rows = (users: UsersTabHarness) => allByRole(users.root, 'rowheader').length;
const cellOf = (users: UsersTabHarness, name: string, column: string) => {
  const header = allByRole(users.root, 'rowheader').find((one) => one.textContent!.includes(name))!;
  return visibleText([...header.closest('tr')!.querySelectorAll('td')].find((cell) => cell.dataset.column === column)!);
};

describe('users-tab: pages that cannot be right', () => {
  it('shows a user who came twice once, and says that others may be missing', async () => {
    const users = await show(page([...people(3), people(1)[0]], { total: 3 }));
    expect(users.names).to.deep.equal(['Person 000', 'Person 001', 'Person 002']);
    expect(users.text).to.contain('1–3 of 3 users').and.to.contain('Some users came more than once, so others may be missing.');
  });

  it('says it of a later page too, and tells those who do not see it', async () => {
    const users = await show(({ cursor }) => ({ users: people(50, cursor ? 49 : 0), total: 100, nextCursor: cursor ? null : 'x' }));
    expect(users.text).not.to.contain('may be missing');
    await users.press('Next page');
    await shows(users, '51–100 of 100 users');
    expect(users.said).to.contain('51–100 of 100 users').and.to.contain('others may be missing');
    await users.press('Previous page');
    await shows(users, '1–50 of 100 users');
    expect(users.text).not.to.contain('may be missing');
  });

  for (const [what, cursorAfter] of [['the same cursor for ever', () => 'x'], ['two cursors in turn', (cursor) => (cursor === 'x' ? 'y' : 'x')]] as [string, (cursor: string | undefined) => string][]) {
    it(`ends where ${what} would lead back, and says so`, async () => {
      const asked: (string | undefined)[] = [];
      const users = await show(({ cursor }) => {
        asked.push(cursor);
        return { users: people(50, asked.length * 50), total: 1_000, nextCursor: cursorAfter(cursor) };
      });
      for (let turns = 0; turns < 5 && !isUnavailable(users, 'Next page'); turns += 1) {
        const [first] = users.names;
        await users.press('Next page');
        await eventually(() => users.names[0] !== first, 'the page is turned');
      }
      expect(isUnavailable(users, 'Next page')).to.equal(true);
      expect(asked).to.have.length.below(4);
      expect(new Set(asked).size).to.equal(asked.length);
      expect(users.text).to.contain('What should come next was shown before, so users may be missing.');
      await users.press('First page');
      await eventually(() => !isUnavailable(users, 'Next page'), 'the first page is shown');
    });
  }

  it('ends where every page is the first one, whatever its cursor', async () => {
    let cursors = 0;
    const users = await show(() => ({ users: people(50), total: 200, nextCursor: `c${(cursors += 1)}` }));
    await users.press('Next page');
    await shows(users, 'What should come next was shown before');
    expect(isUnavailable(users, 'Next page')).to.equal(true);
  });

  for (const [what, total, expected] of [
    ['too small', 7, '1–50 of at least 50 users'], ['below zero', -3, '1–50 of at least 50 users'], ['no number', Number.NaN, '1–50 of at least 50 users'],
    ['a text', '50', '1–50 of at least 50 users'], ['endless', Infinity, '1–50 of at least 50 users'], ['beyond counting', 1e300, '1–50 of at least 50 users'],
    ['as large as can be', Number.MAX_SAFE_INTEGER, '1–50 of 9,007,199,254,740,991 users'],
  ] as const) {
    it(`counts what it sees where the total is ${what}`, async () => {
      const users = await show(page(people(50), { total, nextCursor: 'x' }));
      expect(users.text).to.contain(expected);
      expect(isUnavailable(users, 'Next page')).to.equal(false);
    });
  }

  it('says that the list ends too soon', async () => {
    const users = await show(page(people(2), { total: 100_000 }));
    expect(users.text).to.contain('1–2 of 100,000 users').and.to.contain('The list ends here, although there should be 100,000 users.');
  });

  it('shows all the rows where more came than were asked for', async () => {
    const users = await show(page(people(120)));
    expect(rows(users)).to.equal(120);
    expect(users.text).to.contain('1–120 of 120 users');
  });

  it('goes on from an empty page to the next, and says that nobody is on it', async () => {
    const users = await show(({ cursor }) => (cursor ? { users: people(2), total: 2, nextCursor: null } : { users: [], total: 2, nextCursor: 'x' }));
    await shows(users, 'Nobody is on this page.');
    expect(users.text).not.to.contain('Nobody here yet');
    await users.press('Next page');
    await users.shows('Person 000', 'Person 001');
  });

  it('comes back from a page that nobody is on, and does not lead there again', async () => {
    const asked: unknown[] = [];
    const users = await show(({ cursor }) => (asked.push(cursor), { users: cursor ? [] : people(50), total: 50, nextCursor: cursor ? null : 'x' }));
    await shows(users, '1–50 of at least 50 users');
    await users.press('Next page');
    await eventually(() => !hasRole(users.root, 'button', 'Next page') || isUnavailable(users, 'Next page'), 'there is no next page');
    await shows(users, '1–50 of 50 users');
    expect(asked).to.deep.equal([undefined, 'x', undefined]);
  });

  it('says it where nothing of a page can be read', async () => {
    const users = await UsersTabHarness.show(listing(page([null, 7])));
    await eventually(() => hasRole(users.root, 'alert'), 'it says so');
    expect(visibleText(byRole(users.root, 'alert'))).to.contain('What is stored cannot be read');
    expect(users.recorder.details).to.deep.equal([{ code: 'corrupt', operation: 'list' }]);
  });
});

describe('users-tab: rows that cannot be right', () => {
  it('words a role that nobody defined, and keeps its key', async () => {
    const users = await show(page([{ ...laura, role: 'auditor' }, { ...laura, id: 'b', name: 'Bea', role: '' }]));
    expect(cellOf(users, 'Laura', 'Role')).to.equal('auditor (unknown role)');
    expect(cellOf(users, 'Bea', 'Role')).to.equal('(unknown role)');
    expect(hasRole(users.root, 'button', 'Actions for Laura Méndez')).to.equal(true);
  });

  it('shows somebody with an unknown status among the others, and offers nothing that could be done', async () => {
    const users = await show(page([laura, { ...laura, id: 'cleo', name: 'Cleo', status: 'suspended' }, fewUsers[1]]));
    expect(users.names).to.deep.equal(['Laura Méndez', 'Cleo', 'Diego Ruiz']);
    expect(users.text).to.contain('1–3 of 3 users');
    expect(cellOf(users, 'Cleo', 'Status')).to.equal('Unknown status: suspended');
    expect(users.row('Cleo')).to.contain('What is stored about this user cannot be read (status). Nothing can be changed here.');
    expect(allByRole(users.root, 'button', { name: /^Actions for/ }).map(nameOf)).to.deep.equal(['Actions for Laura Méndez', 'Actions for Diego Ruiz']);
  });

  it('shows what there is of a row of which half is missing, and that there is one of which nothing is there', async () => {
    const users = await show(page([laura, { id: 'eve', name: 'Eve' }, null]));
    expect(rows(users)).to.equal(3);
    expect(users.row('Eve')).to.contain('cannot be read (email)');
    expect(users.text).to.contain('cannot be read (users › 2)');
  });

  it('does not take for a time what is none', async () => {
    const users = await show(page([{ ...laura, lastActiveAt: 'yesterday' }, { ...fewUsers[2], expiresAt: 'soon' }, { ...fewUsers[1], lastActiveAt: '+275760-09-13T00:00:00.001Z' }]));
    expect(cellOf(users, 'Laura', 'Last active')).to.equal('Not known');
    expect(cellOf(users, 'Ana', 'Status')).to.equal('Invited');
    expect(cellOf(users, 'Diego', 'Last active')).to.equal('Not known');
  });

  it('shows names as they are written, and nothing of them as anything else', async () => {
    const users = await show(page(oddUsers));
    expect(users.root.querySelector('tbody :is(img, script, b)')).to.equal(null);
    expect(users.names).to.include.members(['<img src=x onerror=alert(1)><b>Bold</b>', 'אביגיל כהן', 'محمد بن عبد الله', 'evil and unclosed']);
    expect(users.names.filter((name) => name === 'No name yet')).to.have.length(2);
    expect(hasRole(users.root, 'button', 'Actions for unseen@mesa.example')).to.equal(true);
    expect(users.text).to.contain('No address');
    for (const text of users.root.querySelectorAll('tbody bdi')) expect(text.textContent).not.to.match(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('cuts what is far too long where it can be seen, and shows all of it on demand', async () => {
    const users = await show(page(oddUsers));
    const [long] = allByRole(users.root, 'rowheader').filter((one) => one.textContent!.includes('Bartholomew'));
    expect(visibleText(long)).to.match(/^(Bartholomew )+Bartholo… Show all$/);
    const { height } = long.getBoundingClientRect();
    expect(height).to.be.below(250);
    long.querySelector('summary')!.click();
    await eventually(() => visibleText(long).length > 10_000, 'all of it is shown');
    expect(visibleText(long)).to.match(/Show less/).and.not.to.match(/…/);
    long.querySelector('summary')!.click();
    await eventually(() => visibleText(long).length < 200, 'it is short again');
    const menu = allByRole(users.root, 'button', { name: /^Actions for Bartholomew/ })[0];
    expect(nameOf(menu)).to.have.length.below(100);
  });

  for (const width of ['1100px', '300px']) {
    it(`breaks no layout in ${width}`, async () => {
      const users = await show(page([...oddUsers, { ...laura, id: 'x', role: 'r'.repeat(10_000), mailingLists: Array.from({ length: 999 }, (_, index) => `list-${index}`) }]));
      Object.assign(users.element.parentElement!.style, { width, maxWidth: 'none' });
      await users.settled();
      const box = byRole(users.root, 'table').parentElement!;
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
      expect(Math.max(...allByRole(users.root, 'row').map((row) => row.getBoundingClientRect().height))).to.be.below(width === '300px' ? 500 : 400);
    });
  }
});
