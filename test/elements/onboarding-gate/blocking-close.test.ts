import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { deepActiveElement } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { clickOn, expectCovering, expectHeld, expectUsable, field, pressEscape, showHeld, showHolding } from './blocking.fixture.js';
import type { GateHarness } from './gate.harness.js';

type Closable = HTMLDialogElement & { requestClose?(): void };

/*
 * What closes a dialog. Android's back button is a close request, as `requestClose()` and a desktop's Escape are; a test
 * cannot press it.
 */
describe('onboarding-gate: its modal stays against', () => {
  const ways: [what: string, act: (gate: GateHarness) => void][] = [
    ['close()', ({ dialog }) => dialog.close()],
    ['close() with a value', ({ dialog }) => dialog.close('done')],
    ['close(), ten times', ({ dialog }) => { for (let times = 0; times < 10; times += 1) dialog.close(); }],
    ['requestClose(), ten times', ({ dialog }) => { for (let times = 0; times < 10; times += 1) (dialog as Closable).requestClose?.(); }],
    ['requestClose() where nobody hears what is asked', ({ dialog }) => {
      window.addEventListener('cancel', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
      dialog.addEventListener('cancel', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
      (dialog as Closable).requestClose?.();
    }],
    ['open = false', ({ dialog }) => { dialog.open = false; }],
    ['the attribute open taken away', ({ dialog }) => dialog.removeAttribute('open')],
    ['close() and show()', ({ dialog }) => { dialog.close(); dialog.show(); }],
    ['hidden and inert', ({ dialog }) => { dialog.hidden = true; dialog.inert = true; }],
    ['closedby="any"', ({ dialog }) => dialog.setAttribute('closedby', 'any')],
    ['closedby taken away', ({ dialog }) => dialog.removeAttribute('closedby')],
    ['the attribute popover', ({ dialog }) => { dialog.popover = 'auto'; }],
    ['being shown as a popover instead', ({ dialog }) => { dialog.close(); dialog.popover = 'manual'; dialog.showPopover(); }],
    ['being hidden as a popover', ({ dialog }) => { dialog.close(); dialog.popover = 'auto'; dialog.showPopover(); dialog.hidePopover(); }],
    ['a form with method=dialog in it', ({ dialog }) => {
      const form = Object.assign(document.createElement('form'), { method: 'dialog' });
      dialog.append(form);
      form.requestSubmit();
      form.remove();
    }],
    ['being taken out of its place', ({ dialog }) => dialog.remove()],
    ['being taken out, and put back', ({ dialog }) => { const { parentNode, nextSibling } = dialog; dialog.remove(); parentNode!.insertBefore(dialog, nextSibling); }],
    ['being put elsewhere', ({ dialog }) => document.body.append(dialog)],
  ];
  for (const [what, act] of ways) {
    it(what, async () => {
      const gate = await showHolding();
      act(gate);
      await expectHeld(gate);
      await eventually(() => !gate.dialog.hidden && !gate.dialog.inert && gate.dialog.popover === null, 'it is a plain modal');
      await pressEscape(1);
      await sendMouse({ type: 'click', position: [2, 2] });
      await expectCovering(gate);
    });
  }

  it('a real click on its backdrop', async () => {
    const gate = await showHolding();
    const box = gate.dialog.getBoundingClientRect();
    for (const position of [[2, 2], [Math.round(box.left / 2), Math.round(box.top + 40)], [Math.round(box.right) + 5, Math.round(box.bottom) - 5]] as [number, number][]) {
      await sendMouse({ type: 'click', position });
    }
    await expectCovering(gate);
  });

  it('a real press that begins in it and ends on the backdrop', async () => {
    const gate = await showHolding();
    await sendMouse({ type: 'move', position: [400, 300] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [2, 2] });
    await sendMouse({ type: 'up' });
    await expectCovering(gate);
  });

  it('a form with method=dialog that the host puts into it', async () => {
    const gate = await showHeld({ slotted: html`<form slot="notice" method="dialog"><input aria-label="Word" /><button>Accept</button></form>` });
    await clickOn(gate.gate.querySelector('form button')!);
    await expectHeld(gate);
    gate.gate.querySelector<HTMLInputElement>('form input')!.focus();
    await sendKeys({ press: 'Enter' });
    await expectUsable(gate);
  });

  it('a button of the host’s that commands it to close', async () => {
    const gate = await showHolding();
    for (const command of ['close', 'request-close']) {
      const button = document.createElement('button');
      button.setAttribute('command', command);
      Object.assign(button, { commandForElement: gate.dialog, textContent: command });
      gate.dialog.append(button);
      button.click();
      button.remove();
    }
    await expectCovering(gate);
  });
});

describe('onboarding-gate: the focus', () => {
  it('is where it was once the modal was closed by a script', async () => {
    const gate = await showHeld();
    field(gate).focus();
    await sendKeys({ type: 'half@' });
    for (const act of [() => gate.dialog.close(), () => gate.dialog.removeAttribute('open'), () => gate.dialog.remove()]) {
      act();
      await expectHeld(gate);
      expect(deepActiveElement()).to.equal(field(gate));
      await sendKeys({ type: 'x' });
    }
    expect(field(gate).value).to.equal('half@xxx');
  });

  for (const [where, show] of [['in', () => showHolding()], ['beside', async () => { const gate = await showHolding(); gate.page.prepend(gate.gate.querySelector('main')!); return gate; }]] as const) {
    it(`cannot be given to a portal ${where} the gate`, async () => {
      const gate = await show();
      const main = gate.page.querySelector('main')!;
      main.tabIndex = -1;
      const before = deepActiveElement();
      for (const element of [main, main.querySelector('a')!, main.querySelector('button')!]) {
        element.focus();
        expect(deepActiveElement()).to.equal(before);
      }
      location.hash = '#inside-heading';
      main.querySelector('h1')!.id = 'inside-heading';
      main.querySelector('h1')!.tabIndex = -1;
      await expectHeld(gate);
      history.replaceState(null, '', '#');
    });
  }

  it('a click by script is the script’s: nothing can tell it from the portal’s own', async () => {
    const gate = await showHolding();
    let clicks = 0;
    gate.gate.querySelector('main button')!.addEventListener('click', () => (clicks += 1));
    gate.gate.querySelector<HTMLElement>('main button')!.click();
    expect(clicks).to.equal(1);
    await expectHeld(gate);
  });
});
