import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { allByRole, byRole, deepActiveElement } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { pressChord } from '../../support/keys.js';
import { countClosings, clickOn, expectHeld, field, focusRounds, isChromium, isInside, isWebKit, pressEscape, showBeside, showHeld } from './blocking.fixture.js';
import type { GateHarness } from './gate.harness.js';

const knowsOpen = CSS.supports('selector(:open)');

// First in this file: nothing on this page has been clicked or typed yet.
describe('onboarding-gate: Escape', () => {
  it('does nothing, ten times, before anybody did anything on the page', async () => {
    const gate = await showHeld();
    const closings = countClosings(gate);
    expect(navigator.userActivation.hasBeenActive).to.equal(false);
    await pressEscape(10);
    await expectHeld(gate);
    expect(closings(), 'it was never closed').to.equal(0);
  });

  it('does nothing, ten times, after a click', async () => {
    const gate = await showHeld();
    const closings = countClosings(gate);
    await sendMouse({ type: 'click', position: [400, 300] });
    await pressEscape(10);
    await expectHeld(gate);
    expect(closings(), 'it was never closed').to.equal(0);
  });

  it('does nothing, ten times, after keys, and leaves what was typed', async () => {
    const gate = await showHeld();
    const closings = countClosings(gate);
    field(gate).focus();
    await sendKeys({ type: 'half@' });
    await pressEscape(10);
    await expectHeld(gate);
    expect(closings(), 'it was never closed').to.equal(0);
    expect([field(gate).value, deepActiveElement()]).to.deep.equal(['half@', field(gate)]);
  });

  it('does nothing while the focus is nowhere', async () => {
    const gate = await showHeld();
    (deepActiveElement() as HTMLElement).blur();
    expect(document.activeElement).to.equal(document.body);
    await pressEscape(10);
    await expectHeld(gate);
  });

  it('does nothing where the gate wraps nothing', async () => {
    const { gate } = await showBeside();
    await pressEscape(10);
    await expectHeld(gate);
  });
});

describe('onboarding-gate: Escape with something open in the modal', () => {
  /** It is loaded after the form. */
  async function usersTab({ root }: GateHarness): Promise<ShadowRoot> {
    await eventually(() => root.querySelector('users-tab')?.shadowRoot, 'the users are loaded');
    return root.querySelector('users-tab')!.shadowRoot!;
  }

  it('closes the list of a combobox only', async () => {
    const gate = await showHeld();
    const box = byRole<HTMLInputElement>(gate.root.querySelector('contact-info-form')!.shadowRoot!, 'combobox', 'Alert Contacts');
    box.focus();
    await sendKeys({ press: 'ArrowDown' });
    await eventually(() => box.getAttribute('aria-expanded') === 'true', 'the list is open');
    await sendKeys({ press: 'Escape' });
    await eventually(() => box.getAttribute('aria-expanded') === 'false', 'the list is closed');
    expect(deepActiveElement()).to.equal(box);
    await expectHeld(gate);
  });

  it('closes a menu only', async () => {
    const gate = await showHeld();
    byRole(gate.root, 'tab', 'Users').click();
    const users = await usersTab(gate);
    await eventually(() => allByRole(users, 'button', { name: /^Actions for/ }).length > 0, 'the users are there');
    const [button] = allByRole(users, 'button', { name: /^Actions for/ });
    await clickOn(button);
    await eventually(() => allByRole(users, 'menu').length === 1, 'the menu is open');
    await sendKeys({ press: 'Escape' });
    await eventually(() => allByRole(users, 'menu').length === 0, 'the menu is closed');
    expect(deepActiveElement()).to.equal(button);
    await expectHeld(gate);
  });

  it('closes a dialog of the users table only', async () => {
    const gate = await showHeld();
    byRole(gate.root, 'tab', 'Users').click();
    const users = await usersTab(gate);
    await eventually(() => allByRole(users, 'button', { name: 'Invite user' }).length === 1, 'the users are there');
    byRole(users, 'button', 'Invite user').click();
    await eventually(() => allByRole(users, 'dialog').length === 1, 'the dialog is open');
    await sendKeys({ press: 'Escape' });
    await eventually(() => allByRole(users, 'dialog').length === 0, 'the dialog is closed');
    await expectHeld(gate);
  });

  it('closes the drop-down of a select only', async () => {
    const gate = await showHeld({ slotted: html`<label slot="notice">Language <select><option>English</option><option>Español</option></select></label>` });
    const select = gate.gate.querySelector('select')!;
    let isLeftAlone: boolean | undefined;
    select.addEventListener('keydown', (event) => { if (event.key === 'Escape') isLeftAlone = !event.defaultPrevented; });
    select.focus();
    await pressChord('Alt+ArrowDown');
    if (knowsOpen) await eventually(() => select.matches(':open'), 'it is open');
    await sendKeys({ press: 'Escape' });
    // Firefox's driver tells the page of the key, and not the drop-down; WebKitGTK's drop-down is a window of its own.
    if (isChromium) await eventually(() => !select.matches(':open'), 'it is closed');
    else if (knowsOpen) expect(isLeftAlone, 'the key is the drop-down’s').to.equal(true);
    await expectHeld(gate);
  });

  for (const [where, focus] of [['in it', '#inner button'], ['on its button', '[popovertarget=inner]'], ['elsewhere', undefined]] as const) {
    it(`closes the popover on top only, with the focus ${where}`, async () => {
      const slotted = html`<div slot="notice"><div id="inner" popover><button>In it</button></div><button popovertarget="outer">Help</button><div id="outer" popover><button popovertarget="inner">More</button></div></div>`;
      const gate = await showHeld({ slotted });
      const [outer, inner] = ['outer', 'inner'].map((id) => document.getElementById(id)!);
      const open = () => [outer, inner].map((popover) => popover.matches(':popover-open'));
      await clickOn(gate.gate.querySelector('[popovertarget=outer]')!);
      await clickOn(outer.querySelector('button')!);
      expect(open()).to.deep.equal([true, true]);
      if (focus) gate.gate.querySelector<HTMLElement>(focus)!.focus();
      else field(gate).focus();
      await sendKeys({ press: 'Escape' });
      expect(open(), 'the one that was opened last, wherever it stands').to.deep.equal([true, false]);
      await sendKeys({ press: 'Escape' });
      expect(open()).to.deep.equal([false, false]);
      await pressEscape(3);
      await expectHeld(gate);
    });
  }
});

describe('onboarding-gate: keys', () => {
  for (const chord of ['Tab', 'Shift+Tab']) {
    it(`${chord} goes round in the modal, and never reaches the portal`, async function () {
      this.timeout(60_000);
      const gate = await showHeld({ slotted: html`<button slot="notice">Cookies</button>` });
      const reached = new Set(await focusRounds(chord));
      // Where the page ends.
      reached.delete(document.body);
      expect(reached.size).to.be.greaterThan(15);
      expect([...reached]).to.include(gate.gate.querySelector('[slot=notice]'));
      for (const element of reached) expect(isInside(element, gate.dialog), element?.outerHTML).to.equal(true);
    });

    it(`${chord} never reaches what is beside a gate that wraps nothing`, async function () {
      this.timeout(60_000);
      const { gate, main } = await showBeside();
      const reached = await focusRounds(chord);
      expect(reached).to.include(field(gate));
      expect(reached.filter((element) => main.contains(element))).to.deep.equal([]);
    });
  }

  /** Which modifiers go with an access key is the engine's and the system's matter. */
  const pressAccessKey = async (key: string) => {
    for (const modifiers of ['Alt', 'Alt+Shift', 'Control+Alt']) await pressChord(`${modifiers}+${key}`);
  };

  for (const [what, show] of [['in', () => showHeld()], ['beside', async () => (await showBeside()).gate]] as const) {
    it(`an access key of a portal ${what} the gate does nothing`, async () => {
      const gate = await show();
      const main = gate.page.querySelector('main')!;
      main.append(Object.assign(document.createElement('input'), { type: 'checkbox' }));
      const pressed: string[] = [];
      main.addEventListener('click', (event) => pressed.push((event.target as Element).localName));
      main.querySelector('a')!.accessKey = 'j';
      main.querySelector('button')!.accessKey = 'b';
      main.querySelector('input')!.accessKey = 'u';
      for (const key of ['j', 'b', 'u']) await pressAccessKey(key);
      expect(pressed).to.deep.equal([]);
      expect([location.hash === '#inside', main.querySelector('input')!.checked]).to.deep.equal([false, false]);
      await expectHeld(gate);
    });
  }

  // Chromium's driver presses no access keys: the end-to-end tests do, in DevTools' words.
  if (!isChromium) it('an access key in the modal works', async () => {
    const gate = await showHeld({ slotted: html`<button slot="notice" accesskey="j">Cookies</button>` });
    let presses = 0;
    gate.gate.querySelector('[slot=notice]')!.addEventListener('click', () => (presses += 1));
    await pressAccessKey('j');
    expect(presses).to.be.greaterThan(0);
  });

  for (const [what, show] of [['in', () => showHeld()], ['beside', async () => (await showBeside()).gate]] as const) {
    it(`selecting everything, and finding in the page, leave out a portal ${what} the gate`, async () => {
      const gate = await show();
      gate.page.querySelector('main h1')!.textContent = 'Behind it all';
      for (const focused of [byRole(gate.root, 'tab', 'Users'), null]) {
        if (focused) focused.focus();
        else (deepActiveElement() as HTMLElement).blur();
        await pressChord('Control+a');
        expect(String(getSelection())).not.to.contain('Behind it all');
      }
      const { find } = window as unknown as { find(text: string): boolean };
      // WebKitGTK finds what is inert, where it is seen.
      if (!(isWebKit && what === 'beside')) expect(find.call(window, 'Behind it all')).to.equal(false);
      await expectHeld(gate);
    });
  }
});
