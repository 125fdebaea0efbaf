import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { Colleague, completeContactInfo, partialContactInfo, storeWith } from '../../support/accounts.js';
import { deepActiveElement } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { clickOn, expectCovering, expectHeld, expectUsable, field, isWebKit, pressEscape, settle, showHeld, showHolding } from './blocking.fixture.js';

describe('onboarding-gate: what the host opens above it', () => {
  async function openDialog(content: string, parent: HTMLElement = document.body): Promise<HTMLDialogElement> {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = content;
    parent.append(dialog);
    dialog.showModal();
    await settle();
    return dialog;
  }

  it('a dialog is used and closed by Escape; afterwards it holds, and has the focus back', async () => {
    const gate = await showHeld();
    await clickOn(field(gate));
    const above = await openDialog('<p>Your session ends soon.</p><label>Code <input /></label><button>Stay</button>');
    await clickOn(above.querySelector('input')!);
    await sendKeys({ type: '1234' });
    expect(above.querySelector('input')!.value).to.equal('1234');
    await sendKeys({ press: 'Escape' });
    await eventually(() => !above.open, 'the host’s dialog closes');
    expect(deepActiveElement()).to.equal(field(gate));
    await pressEscape(3);
    await expectUsable(gate);
    above.remove();
  });

  it('a dialog is closed by Escape with the focus nowhere, and again when it is opened again', async () => {
    const gate = await showHeld();
    const above = await openDialog('<p>Nothing to press.</p>');
    for (let times = 0; times < 2; times += 1) {
      if (!above.open) above.showModal();
      // What is above has the focus on itself, or gives it to nothing.
      (document.activeElement as HTMLElement).blur();
      await sendKeys({ press: 'Escape' });
      await eventually(() => !above.open, 'the host’s dialog closes');
      await expectHeld(gate);
    }
    await pressEscape(3);
    await expectUsable(gate);
    above.remove();
  });

  it('a dialog that was open before is below, and is above once it is opened anew', async () => {
    const below = await openDialog('<button>Below</button>');
    const gate = await showHolding();
    (deepActiveElement() as HTMLElement).blur();
    await pressEscape(2);
    expect(below.open, 'Escape is for what is on top').to.equal(true);
    await expectCovering(gate);
    below.close();
    below.showModal();
    (document.activeElement as HTMLElement).blur();
    await sendKeys({ press: 'Escape' });
    await eventually(() => !below.open, 'it closes');
    await expectCovering(gate);
    below.remove();
  });

  it('a dialog that was open before is there again once the gate opens', async () => {
    const below = await openDialog('<button>Below</button>');
    const store = storeWith(partialContactInfo);
    const gate = await showHolding({ adapter: new MemoryAdapter({ store }) });
    await new Colleague(store).saves(completeContactInfo);
    await gate.becomes('complete');
    await eventually(() => !gate.isHeld, 'it lets go');
    await clickOn(below.querySelector('button')!);
    expect([below.matches(':modal'), document.activeElement]).to.deep.equal([true, below.querySelector('button')]);
    below.remove();
  });

  it('a dialog is taken away, and it holds', async () => {
    const gate = await showHeld();
    (await openDialog('<button>Above</button>')).remove();
    await pressEscape(3);
    await expectUsable(gate);
  });

  it('a dialog of the portal that it wraps is used too, and the rest of the portal is not', async () => {
    const gate = await showHeld();
    await clickOn(field(gate));
    const inside = await openDialog('<label>Code <input /></label>', gate.gate.querySelector('main')!);
    await clickOn(inside.querySelector('input')!);
    await sendKeys({ type: '1234' });
    expect(inside.querySelector('input')!.value).to.equal('1234');
    expect(inside.checkVisibility({ visibilityProperty: true } as CheckVisibilityOptions)).to.equal(true);
    expect(gate.isPortalUsable).to.equal(false);
    await sendKeys({ press: 'Escape' });
    await eventually(() => !inside.open, 'it closes');
    expect(deepActiveElement()).to.equal(field(gate));
    await expectUsable(gate);
  });

  it('a popover is closed by Escape, and it holds', async () => {
    const gate = await showHeld();
    await fixture(html`<div id="toast" popover>Saved elsewhere.</div>`);
    const toast = document.getElementById('toast')!;
    toast.showPopover();
    expect(toast.matches(':popover-open')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await eventually(() => !toast.matches(':popover-open'), 'it is closed');
    await expectUsable(gate);
  });

  it('a gate in a popover of the host’s does not lose it to Escape', async () => {
    const gate = await showHeld();
    gate.page.popover = 'auto';
    gate.page.showPopover();
    gate.page.append(gate.gate);
    await expectHeld(gate);
    await pressEscape(3);
    await expectUsable(gate);
    expect(gate.page.matches(':popover-open')).to.equal(true);
  });

  // WebKitGTK's window of the tests cannot fill the screen.
  if (document.fullscreenEnabled && !isWebKit) it('something fullscreen comes and goes, and it holds', async () => {
    const gate = await showHeld();
    const screen = document.createElement('div');
    document.body.append(screen);
    const isFull = new Promise<void>((resolve, reject) => {
      gate.gate.addEventListener('click', () => void screen.requestFullscreen().then(resolve, reject), { once: true });
    });
    await clickOn(field(gate));
    await isFull;
    await pressEscape(2);
    expect(gate.isHeld).to.equal(true);
    if (document.fullscreenElement) await document.exitFullscreen();
    await expectUsable(gate);
    screen.remove();
  });
});
