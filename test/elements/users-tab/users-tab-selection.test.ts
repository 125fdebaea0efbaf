import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { generateUsers } from '../../../stories/support/generate-users.js';
import { accountId, fewUsers, laura, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { pressChord } from '../../support/keys.js';
import { UsersTabHarness } from './users-tab.harness.js';

const on = (store: ReturnType<typeof storeWith>) => new MemoryAdapter({ store, viewer: viewers.administrator });
const many = () => storeWith(undefined, [laura, ...generateUsers(130)]);
const show = async (store = storeWith()) => (await UsersTabHarness.show(on(store))).listed();

const box = (users: UsersTabHarness, name: string | RegExp) => byRole<HTMLInputElement>(users.root, 'checkbox', name);
const page = (users: UsersTabHarness) => box(users, 'Select all on this page');
const ticked = (users: UsersTabHarness) => allByRole(users.root, 'checkbox', { name: /^Select (?!all)/ }).filter((one) => (one as HTMLInputElement).checked).length;

async function tick(users: UsersTabHarness, ...names: string[]): Promise<void> {
  for (const name of names) box(users, `Select ${name}`).click();
  await users.element.updateComplete;
}

async function press(key: string, users: UsersTabHarness): Promise<void> {
  await sendKeys({ press: key });
  await users.element.updateComplete;
}

describe('users-tab: choosing users', () => {
  it('counts them, and marks how much of the page it is', async () => {
    const users = await show();
    expect(hasRole(users.root, 'button', 'Clear selection')).to.equal(false);
    await tick(users, 'Ana Gómez', 'Noor Haddad');
    expect(users.said).to.contain('2 selected');
    expect([page(users).checked, page(users).indeterminate]).to.deep.equal([false, true]);
    await tick(users, 'Diego Ruiz', 'Laura Méndez');
    expect([page(users).checked, page(users).indeterminate]).to.deep.equal([true, false]);
    page(users).click();
    await users.element.updateComplete;
    expect([ticked(users), page(users).checked, page(users).indeterminate]).to.deep.equal([0, false, false]);
  });

  it('moves nothing when the first one is chosen', async () => {
    const users = await show();
    const top = () => byRole(users.root, 'table').getBoundingClientRect().top;
    const before = top();
    await tick(users, 'Ana Gómez');
    expect(top()).to.equal(before);
  });

  it('is for those who may manage', async () => {
    const reader = await (await UsersTabHarness.show(new MemoryAdapter({ store: storeWith(), viewer: viewers.editor }), { viewer: viewers.editor })).listed();
    expect(allByRole(reader.root, 'checkbox', { name: /^Select/, hidden: true })).to.deep.equal([]);
    const users = await show();
    await tick(users, 'Ana Gómez');
    users.element.viewer = viewers.editor;
    await users.element.updateComplete;
    users.element.viewer = viewers.administrator;
    await users.element.updateComplete;
    expect(ticked(users)).to.equal(0);
  });

  it('goes on over pages, orders and searches, and says how many are elsewhere', async () => {
    const users = await show(many());
    page(users).click();
    await users.press('Next page');
    await eventually(() => users.said.includes('50 selected, 50 of them not on this page'), 'the next page is shown');
    await tick(users, users.names[0], users.names[1]);
    expect(users.said).to.contain('52 selected, 50 of them not on this page');
    await users.press('E-mail');
    await users.type('Search users', 'nobody at all');
    await eventually(() => users.text.includes('Nobody matches.'), 'nobody matches');
    expect(users.said).to.contain('52 selected, 52 of them not on this page');
    await users.press('Clear selection');
    expect(users.said).to.contain('Nobody is selected any more.');
  });

  it('takes all that match, but for some, until the search changes', async () => {
    const users = await show(many());
    page(users).click();
    await users.element.updateComplete;
    expect(users.said).to.contain('All 50 on this page are selected.');
    await users.press('Select all 131');
    expect(users.said).to.contain('All 131 are selected.');
    const [first] = users.names;
    await users.press('Next page');
    await eventually(() => users.names[0] !== first, 'the next page is shown');
    expect(ticked(users)).to.equal(50);
    await tick(users, users.names[0]);
    expect(users.said).to.contain('130 selected: all that match but 1');
    await users.type('Search users', 'ana');
    await eventually(() => users.said.includes('the search or the filters changed'), 'it says that they are not selected any more');
    expect(hasRole(users.root, 'button', 'Clear selection')).to.equal(false);
  });

  it('offers all that match with the number that match', async () => {
    const users = await show(many());
    await users.type('Search users', 'a');
    await eventually(() => users.said.includes('match'), 'they are found');
    page(users).click();
    await users.element.updateComplete;
    await users.press('Select all 131 that match');
    expect(users.said).to.contain('All 131 that match are selected.');
  });

  it('ends with the account', async () => {
    const adapter = new MemoryAdapter({ accounts: { [accountId]: { users: [...fewUsers] }, other: { users: [...fewUsers] } }, viewer: viewers.administrator });
    const users = await (await UsersTabHarness.show(adapter)).listed();
    await tick(users, 'Ana Gómez');
    users.element.accountId = 'other';
    await users.element.updateComplete;
    await users.listed();
    expect([ticked(users), hasRole(users.root, 'button', 'Clear selection')]).to.deep.equal([0, false]);
  });
});

describe('users-tab: choosing users with a pointer', () => {
  it('takes all from the last one with Shift, in either direction, and marks no text', async () => {
    const users = await show(many());
    const boxes = allByRole(users.root, 'checkbox', { name: /^Select (?!all)/ });
    const clickWithShift = async (one: HTMLElement) => {
      const press = { shiftKey: true, detail: 1, bubbles: true, composed: true, cancelable: true };
      expect(one.dispatchEvent(new MouseEvent('mousedown', press)), 'the text between them is not marked').to.equal(false);
      one.dispatchEvent(new MouseEvent('click', press));
      await users.element.updateComplete;
    };
    boxes[6].click();
    await clickWithShift(boxes[2]);
    expect(ticked(users)).to.equal(5);
    expect(users.root.activeElement).to.equal(boxes[2]);
    await clickWithShift(boxes[9]);
    expect(ticked(users), 'from the one that was last').to.equal(8);
    await clickWithShift(boxes[2]);
    expect(ticked(users), 'the same way back').to.equal(0);
  });
});

describe('users-tab: choosing users with keys', () => {
  it('takes Space for one, and Shift and Space for all from there', async () => {
    const users = await show(many());
    const boxes = allByRole(users.root, 'checkbox', { name: /^Select (?!all)/ });
    boxes[1].focus();
    await press(' ', users);
    expect(ticked(users)).to.equal(1);
    boxes[5].focus();
    await pressChord('Shift+ ');
    await users.element.updateComplete;
    expect(ticked(users)).to.equal(5);
    boxes[3].focus();
    await pressChord('Shift+ ');
    await users.element.updateComplete;
    expect(ticked(users), 'from the last one on they are taken out').to.equal(2);
  });

  it('leads from the header through the rows, each by its name', async () => {
    const users = await show();
    page(users).focus();
    await press(' ', users);
    expect(ticked(users)).to.equal(4);
    box(users, 'Select Ana Gómez').focus();
    await press(' ', users);
    expect([ticked(users), page(users).indeterminate]).to.deep.equal([3, true]);
  });

  it('leaves the selection by Escape, with the focus where it was', async () => {
    const users = await show();
    await tick(users, 'Ana Gómez', 'Diego Ruiz');
    box(users, 'Select Diego Ruiz').focus();
    await press('Escape', users);
    expect(ticked(users)).to.equal(0);
    expect(users.focused).to.equal('Select Diego Ruiz');
    expect(users.said).to.contain('Nobody is selected any more.');
  });

  it('leaves Escape to whatever is open', async () => {
    const users = await show();
    await tick(users, 'Ana Gómez');
    byRole(users.root, 'button', 'Actions for the selected users').focus();
    await press('ArrowDown', users);
    await eventually(() => hasRole(users.root, 'menu'), 'the menu is open');
    await press('Escape', users);
    expect([hasRole(users.root, 'menu'), ticked(users)]).to.deep.equal([false, 1]);
    await users.choose('Diego Ruiz', 'Edit');
    await press('Escape', users);
    await users.closed();
    expect(ticked(users)).to.equal(1);
    byRole(users.root, 'searchbox').focus();
    await press('Escape', users);
    expect(ticked(users), 'the search is outside of the list').to.equal(1);
    byRole(users.root, 'button', 'Actions for the selected users').focus();
    await press('Escape', users);
    expect(ticked(users)).to.equal(0);
    await users.settled();
    expect(users.focused).to.equal('Select all on this page');
  });

  it('tells whoever is around that it took Escape', async () => {
    const users = await show();
    let heard = 0;
    const handleKeydown = (event: KeyboardEvent) => void (heard += event.key === 'Escape' ? 1 : 0);
    document.addEventListener('keydown', handleKeydown);
    await tick(users, 'Ana Gómez');
    box(users, 'Select Ana Gómez').focus();
    await press('Escape', users);
    expect(heard, 'the selection took it').to.equal(0);
    await press('Escape', users);
    document.removeEventListener('keydown', handleKeydown);
    expect(heard, 'there was nothing to take it for').to.equal(1);
  });
});

describe('users-tab: choosing users where cards are', () => {
  it('has the page’s checkbox with the headers, and each card’s own on it', async () => {
    const users = await show();
    users.element.parentElement!.style.width = '300px';
    await users.settled();
    expect(allByRole(users.root, 'checkbox', { name: 'Select all on this page' }).length).to.equal(1);
    page(users).click();
    await users.element.updateComplete;
    expect(ticked(users)).to.equal(4);
    const bar = byRole(users.root, 'group', 'Selected users').getBoundingClientRect();
    expect(bar.width).to.be.at.most(300);
    for (const one of allByRole(users.root, 'checkbox')) {
      const { width, height } = one.parentElement!.getBoundingClientRect();
      expect(Math.min(width, height), 'a target').to.be.at.least(24);
    }
  });
});
