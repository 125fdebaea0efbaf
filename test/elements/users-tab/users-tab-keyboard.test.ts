import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { Colleague, completeContactInfo, fewUsers, laura, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, deepActiveElement, hasRole, nameOf } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { pressChord } from '../../support/keys.js';
import { UsersTabHarness } from './users-tab.harness.js';

/* Menu button and modal dialog after the ARIA Authoring Practices, with real keys, in both directions. */

const ada = { ...laura, id: 'ada', name: 'Ada King', email: 'ada@mesa.example' };
const button = (name: string) => `Actions for ${name}`;
const focused = () => nameOf(deepActiveElement()!);

for (const direction of ['ltr', 'rtl'] as const) {
  describe(`users-tab: by keyboard alone, ${direction}`, () => {
    let users: UsersTabHarness;
    let store: ReturnType<typeof storeWith>;

    beforeEach(async () => {
      store = storeWith(undefined, [...fewUsers, ada]);
      await new Colleague(store).saves({ ...completeContactInfo, alertContacts: ['ada'] });
      users = await UsersTabHarness.show(new MemoryAdapter({ store, viewer: viewers.administrator }));
      users.element.dir = direction;
      await users.listed();
    });

    const press = async (...chords: string[]) => {
      for (const chord of chords) {
        await pressChord(chord);
        await users.settled();
      }
    };
    const at = (name: string) => byRole(users.root, 'button', button(name)).focus();
    const isMenuOpen = () => hasRole(users.root, 'menu');

    /** Opens the menu of a user's row by the key, and waits for the focus to be in it. */
    async function open(name: string, key = 'Enter'): Promise<void> {
      at(name);
      await press(key);
      await eventually(() => deepActiveElement()?.getAttribute('role') === 'menuitem', 'the focus is in the menu');
    }

    /** Opens a dialog through the menu: the item is reached by its first letter. */
    async function openDialog(name: string, letter: string, title: string): Promise<void> {
      await open(name);
      await press(letter, 'Enter');
      await eventually(() => users.dialog.matches(':modal'), 'the dialog is open');
      expect(nameOf(users.dialog)).to.equal(title);
    }

    describe('the menu button', () => {
      for (const [key, item] of [['Enter', 'Edit'], [' ', 'Edit'], ['ArrowDown', 'Edit'], ['ArrowUp', 'Remove']]) {
        it(`opens on ${key === ' ' ? 'Space' : key}, at ${item}`, async () => {
          await open('Diego Ruiz', key);
          expect(focused()).to.equal(item);
          expect(byRole(users.root, 'button', button('Diego Ruiz')).getAttribute('aria-expanded')).to.equal('true');
        });
      }

      const moves: [string, string[], string][] = [
        ['down', ['ArrowDown'], 'Change role'],
        ['down from the last to the first', ['End', 'ArrowDown'], 'Edit'],
        ['up from the first to the last', ['ArrowUp'], 'Remove'],
        ['to the last', ['End'], 'Remove'],
        ['to the first', ['End', 'Home'], 'Edit'],
        ['by a letter', ['d'], 'Deactivate'],
        ['by a letter, round the end', ['End', 'c'], 'Change role'],
        ['nowhere by a letter that nothing begins with', ['x'], 'Edit'],
        ['nowhere sideways', ['ArrowRight', 'ArrowLeft'], 'Edit'],
      ];
      for (const [what, keys, item] of moves) {
        it(`moves ${what}`, async () => {
          await open('Diego Ruiz');
          await press(...keys);
          expect(focused()).to.equal(item);
        });
      }

      it('closes on Escape, and gives the focus back', async () => {
        await open('Diego Ruiz');
        await press('End', 'Escape');
        expect(isMenuOpen()).to.equal(false);
        expect(focused()).to.equal(button('Diego Ruiz'));
      });

      it('is left by Tab, for what comes next', async () => {
        await open('Diego Ruiz');
        await press('Tab');
        expect(isMenuOpen()).to.equal(false);
        await eventually(() => focused() === 'Select Laura Méndez', 'the next row has the focus');
      });

      it('is left by Shift+Tab, for what comes before', async () => {
        await open('Diego Ruiz');
        await press('Shift+Tab');
        expect(isMenuOpen()).to.equal(false);
        await eventually(() => focused() === 'Select Diego Ruiz', 'what is before it has the focus');
      });

      it('reaches what is refused, which says why and does nothing', async () => {
        const colleague = new Colleague(store);
        await colleague.saves({ ...completeContactInfo, alertContacts: ['diego'] });
        await colleague.users.removeUser({ ...colleague.request(), userId: 'ada', baseRevision: '1' });
        await users.shows('Ana Gómez', 'Diego Ruiz', 'Laura Méndez', 'Noor Haddad');
        await open('Laura Méndez', 'ArrowUp');
        await eventually(() => deepActiveElement()!.getAttribute('aria-disabled') === 'true', 'it is refused');
        expect(focused()).to.equal('Remove');
        expect(users.root.getElementById(deepActiveElement()!.getAttribute('aria-describedby')!)!.textContent).to.contain('last active one');
        await press('Enter', ' ');
        expect(isMenuOpen()).to.equal(true);
        expect(users.dialog.open).to.equal(false);
        expect(users.said).to.contain('Remove: Somebody must be able to manage users');
      });

      it('does by Space what Enter does', async () => {
        await open('Diego Ruiz');
        await press('ArrowDown', ' ');
        await eventually(() => users.dialog.matches(':modal'), 'the dialog is open');
        expect(nameOf(users.dialog)).to.equal('Change the role of Diego Ruiz');
      });
    });

    describe('the dialog', () => {
      it('takes the focus to what is to be filled in, and to what does no harm', async () => {
        await openDialog('Diego Ruiz', 'e', 'Edit Diego Ruiz');
        expect(focused()).to.equal('Name');
        await press('Escape');
        await users.closed();
        await openDialog('Diego Ruiz', 'r', 'Remove Diego Ruiz?');
        expect(focused()).to.equal('Cancel');
      });

      for (const key of ['Tab', 'Shift+Tab']) {
        it(`goes round on ${key}`, async () => {
          await openDialog('Diego Ruiz', 'e', 'Edit Diego Ruiz');
          const stops: string[] = [];
          for (let count = 0; count < 8; count += 1) {
            await press(key);
            stops.push(focused());
          }
          const round = key === 'Tab' ? ['Product news', 'Save', 'Cancel', 'Name'] : ['Cancel', 'Save', 'Product news', 'Name'];
          expect(stops).to.deep.equal([...round, ...round]);
        });
      }

      it('goes round also where the first stop is one of several radio buttons', async () => {
        await openDialog('Diego Ruiz', 'c', 'Change the role of Diego Ruiz');
        byRole(users.dialog, 'radio', /^Editor/).focus();
        await press('Shift+Tab');
        expect(focused()).to.equal('Cancel');
        await press('Tab');
        expect(focused()).to.match(/^Editor/);
      });

      it('closes on Escape, and gives the focus back to the row’s button', async () => {
        await openDialog('Diego Ruiz', 'c', 'Change the role of Diego Ruiz');
        await press('Escape');
        await users.closed();
        await eventually(() => focused() === button('Diego Ruiz'), 'the button has the focus');
        expect(users.recorder.events).to.deep.equal([]);
      });

      it('gives it to the next row where its own is gone', async () => {
        await openDialog('Diego Ruiz', 'e', 'Edit Diego Ruiz');
        const colleague = new Colleague(store);
        await colleague.users.removeUser({ ...colleague.request(), userId: 'diego', baseRevision: '1' });
        await eventually(() => !users.names.includes('Diego Ruiz'), 'the row is gone');
        await press('Escape');
        await users.closed();
        await eventually(() => focused() === button('Laura Méndez'), 'the next row has the focus');
      });

      it('is sent by Enter in its box', async () => {
        await openDialog('Diego Ruiz', 'e', 'Edit Diego Ruiz');
        await press('End');
        await sendKeys({ type: '!' });
        await press('Enter');
        await users.closed();
        await eventually(() => users.names.includes('Diego Ruiz!'), 'it is saved');
        await eventually(() => focused() === button('Diego Ruiz!'), 'the button has the focus');
      });

      it('chooses roles by arrows, and says what each gives and takes', async () => {
        await openDialog('Diego Ruiz', 'c', 'Change the role of Diego Ruiz');
        byRole(users.dialog, 'radio', /^Editor/).focus();
        await press('ArrowDown');
        expect(byRole<HTMLInputElement>(users.dialog, 'radio', /^Administrator/).checked).to.equal(true);
        expect(users.said).to.contain('Gains: manage users');
        await press('ArrowUp', 'ArrowUp');
        expect(byRole<HTMLInputElement>(users.dialog, 'radio', /^Tester/).checked).to.equal(true);
        expect(users.said).to.contain('Loses: edit contact information');
        await press('Enter');
        await users.closed();
        await eventually(() => users.row('Diego').includes('Tester'), 'it is saved');
      });

      it('removes, and the focus goes on to the next row', async () => {
        await openDialog('Diego Ruiz', 'r', 'Remove Diego Ruiz?');
        await press('Shift+Tab', 'Enter');
        await users.closed();
        await eventually(() => !users.names.includes('Diego Ruiz'), 'the row is gone');
        await eventually(() => focused() === button('Laura Méndez'), 'the next row has the focus');
      });

      it('asks who takes over, and Escape closes the list before the dialog', async () => {
        await openDialog('Ada King', 'r', 'Remove Ada King?');
        await eventually(() => hasRole(users.dialog, 'combobox'), 'it asks');
        byRole(users.dialog, 'combobox').focus();
        await press('ArrowDown');
        await eventually(() => allByRole(users.dialog, 'option').length > 0, 'somebody is offered');
        await press('Escape');
        expect(allByRole(users.dialog, 'option')).to.deep.equal([]);
        expect(users.dialog.open).to.equal(true);
        await press('ArrowDown', 'Enter');
        expect(byRole<HTMLInputElement>(users.dialog, 'combobox').value).to.equal('Diego Ruiz');
        await press('Escape');
        await users.closed();
        await eventually(() => focused() === button('Ada King'), 'the button has the focus');
      });
    });
  });
}
