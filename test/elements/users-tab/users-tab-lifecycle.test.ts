import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReactiveController } from 'lit';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { UsersTab } from '../../../src/elements/users-tab/users-tab.js';
import type { PersistenceAdapter } from '../../../src/ports/persistence-adapter.js';
import { generateUsers } from '../../../stories/support/generate-users.js';
import { accountId, altered, Colleague, fewUsers, laura, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, hasRole, nameOf } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { UsersTabHarness } from './users-tab.harness.js';

const everybody = ['Ana Gómez', 'Diego Ruiz', 'Laura Méndez', 'Noor Haddad'];
const on = (store: ReturnType<typeof storeWith>) => new MemoryAdapter({ store, viewer: viewers.administrator });

/** An adapter whose watches are known. */
function watched(): { adapter: PersistenceAdapter; signals: AbortSignal[]; running(): number; reads(): number } {
  const working = on(storeWith());
  const signals: AbortSignal[] = [];
  let reads = 0;
  const adapter = altered(working, {
    watch: (request, listener) => {
      signals.push(request.signal);
      working.watch(request, listener);
    },
    users: { ...working.users, listUsers: (request) => ((reads += 1), working.users.listUsers(request)) },
  });
  return { adapter, signals, running: () => signals.filter(({ aborted }) => !aborted).length, reads: () => reads };
}

function create(adapter: PersistenceAdapter): UsersTab {
  return Object.assign(document.createElement('users-tab'), { accountId, viewer: viewers.administrator, adapter });
}

describe('users-tab: coming and going', () => {
  it('watches nothing after it came and went in one task', async () => {
    const { adapter, running, reads } = watched();
    const element = create(adapter);
    document.body.append(element);
    element.remove();
    await element.updateComplete;
    expect([running(), reads()]).to.deep.equal([0, 0]);
  });

  it('watches nothing after it left, whatever is set on it', async () => {
    const { adapter, running, reads } = watched();
    const users = await (await UsersTabHarness.show(adapter)).listed();
    expect(running()).to.equal(1);
    users.element.remove();
    const before = reads();
    users.element.accountId = 'other';
    users.element.mailingLists = [];
    await users.element.updateComplete;
    await users.settled();
    expect([running(), reads()]).to.deep.equal([0, before]);
  });

  it('watches again when it comes back, and keeps what was asked', async () => {
    const { adapter, running } = watched();
    const users = await (await UsersTabHarness.show(adapter)).listed();
    await users.type('Search users', 'diego');
    await users.shows('Diego Ruiz');
    const parent = users.element.parentElement!;
    users.element.remove();
    await users.element.updateComplete;
    parent.append(users.element);
    await users.element.updateComplete;
    expect(running()).to.equal(1);
    await users.shows('Diego Ruiz');
  });

  it('ends every watch of fifty mounts', async () => {
    const { adapter, signals, running } = watched();
    for (let count = 0; count < 50; count += 1) {
      const element = create(adapter);
      document.body.append(element);
      await element.updateComplete;
      element.remove();
    }
    expect(signals.length).to.equal(50);
    expect(running()).to.equal(0);
  });

  it('looks again when the page is back online, where the store cannot tell', async () => {
    const store = storeWith();
    const users = await (await UsersTabHarness.show(altered(on(store), { watch: undefined }))).listed();
    const colleague = new Colleague(store);
    await colleague.users.inviteUsers({ ...colleague.request(), invitations: [{ email: 'zoe@mesa.example', name: 'Zoe', role: 'editor', mailingLists: [] }] });
    window.dispatchEvent(new Event('online'));
    await users.shows(...everybody, 'Zoe');
  });

  it('keeps no controller of a dialog that is gone', async () => {
    const users = await (await UsersTabHarness.show(on(storeWith()))).listed();
    const kept = new Set<ReactiveController>();
    const { element } = users;
    const [add, remove] = [element.addController.bind(element), element.removeController.bind(element)];
    element.addController = (controller) => (kept.add(controller), add(controller));
    element.removeController = (controller) => (kept.delete(controller), remove(controller));
    const openAll = async () => {
      for (const action of ['Edit', 'Change role', 'Deactivate', 'Remove']) {
        await users.choose('Diego Ruiz', action);
        await users.press('Cancel');
        await users.closed();
      }
    };
    await openAll();
    // The combobox that they share comes with the first of them, and stays.
    const afterFirst = kept.size;
    await openAll();
    expect(kept.size).to.equal(afterFirst);
  });
});

describe('users-tab: moved with its dialog open', () => {
  it('stays modal, with what was typed', async () => {
    const users = await (await UsersTabHarness.show(on(storeWith()))).listed();
    await users.press('Invite user');
    await users.type('E-mail', 'zoe@mesa.example');
    const elsewhere = document.createElement('section');
    users.element.parentElement!.append(elsewhere);
    elsewhere.append(users.element);
    await users.settled();
    expect(users.dialog.open, 'open').to.equal(true);
    expect(users.dialog.matches(':modal'), 'modal').to.equal(true);
    expect(byRole<HTMLTextAreaElement>(users.root, 'textbox', 'E-mail').value).to.equal('zoe@mesa.example');
    await sendKeys({ press: 'Escape' });
    await users.closed();
  });
});

describe('users-tab: pages', () => {
  it('goes back one when the last user of a later page is removed', async () => {
    const users = await (await UsersTabHarness.show(on(storeWith(undefined, [laura, ...generateUsers(50)])))).listed();
    const [first] = users.names;
    await users.press('Next page');
    await eventually(() => users.names.length === 1, 'one is left for the second page');
    await users.choose(users.names[0], 'Remove');
    await users.press('Remove');
    await users.closed();
    await eventually(() => users.text.includes('1–50 of 50'), 'the first page is shown');
    expect(users.names[0]).to.equal(first);
  });
});

describe('users-tab: menus', () => {
  it('are named by their button, whatever characters an id has', async () => {
    const odd = ['a b', 'a%20b', 'ü"<', '\ud800'].map((id, index) => ({ ...laura, id, name: `Odd ${index}`, email: `odd${index}@mesa.example` }));
    const users = await (await UsersTabHarness.show(on(storeWith(undefined, [...fewUsers, ...odd])))).listed();
    for (const { name } of odd) {
      await users.menu(name);
      const names = byRole(users.root, 'menu').getAttribute('aria-labelledby')!.split(/\s+/).map((id) => nameOf(users.root.getElementById(id)!));
      expect(names).to.deep.equal([`Actions for ${name}`]);
      await sendKeys({ press: 'Escape' });
      await users.element.updateComplete;
    }
    const ids = allByRole(users.root, 'button', { name: /^Actions for/ }).map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ids.filter((id) => /\s/.test(id))).to.deep.equal([]);
  });

  it('do not open by themselves when a user who went away comes back', async () => {
    const users = await (await UsersTabHarness.show(on(storeWith()))).listed();
    await users.menu('Diego Ruiz');
    await users.type('Search users', 'laura');
    await users.shows('Laura Méndez');
    await users.type('Search users', '');
    await users.shows(...everybody);
    expect(hasRole(users.root, 'menu')).to.equal(false);
  });
});
