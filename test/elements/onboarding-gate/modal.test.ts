import { waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { byRole, deepActiveElement } from '../../support/deep-query.js';
import { scenarioAdapter } from '../../support/accounts.js';
import { pressChord } from '../../support/keys.js';
import { GateHarness } from './gate.harness.js';

const show = async () => (await GateHarness.show({ adapter: scenarioAdapter('partial'), exitHref: '#left', supportHref: '#support' })).filled();

/** Waits for what a browser does in its own time. */
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

async function expectHeld(gate: GateHarness): Promise<void> {
  await nextFrame();
  await gate.gate.updateComplete;
  await waitUntil(() => gate.isHeld, 'it is held again');
  expect(gate.isPortalUsable).to.equal(false);
}

describe('onboarding-gate: the modal stays', () => {
  it('against Escape, ten times, before and after a click', async () => {
    const gate = await show();
    for (let times = 0; times < 10; times += 1) await sendKeys({ press: 'Escape' });
    await expectHeld(gate);
    await sendMouse({ type: 'click', position: [400, 300] });
    for (let times = 0; times < 10; times += 1) await sendKeys({ press: 'Escape' });
    await expectHeld(gate);
  });

  it('against a click on the backdrop', async () => {
    const gate = await show();
    await sendMouse({ type: 'click', position: [2, 2] });
    await expectHeld(gate);
  });

  const ways: [what: string, act: (gate: GateHarness) => void][] = [
    ['close()', ({ dialog }) => dialog.close()],
    ['close(), ten times', ({ dialog }) => { for (let times = 0; times < 10; times += 1) dialog.close(); }],
    ['requestClose()', ({ dialog }) => (dialog as HTMLDialogElement & { requestClose?(): void }).requestClose?.()],
    ['the attribute open taken away', ({ dialog }) => dialog.removeAttribute('open')],
    ['the attributes hidden and inert', ({ dialog }) => { dialog.hidden = true; dialog.inert = true; }],
    ['another closedby', ({ dialog }) => dialog.setAttribute('closedby', 'any')],
    ['a form with method=dialog', ({ dialog }) => {
      const form = Object.assign(document.createElement('form'), { method: 'dialog' });
      dialog.append(form);
      form.requestSubmit();
      form.remove();
    }],
    ['a move in the document', ({ gate, page }) => { const section = document.createElement('section'); page.append(section); section.append(gate); }],
  ];
  for (const [what, act] of ways) {
    it(`against ${what}`, async () => {
      const gate = await show();
      act(gate);
      await expectHeld(gate);
      expect(gate.dialog.hidden || gate.dialog.inert).to.equal(false);
      for (let times = 0; times < 3; times += 1) await sendKeys({ press: 'Escape' });
      await expectHeld(gate);
    });
  }

  it('keeps the focus from what is behind it', async () => {
    const gate = await show();
    gate.link.focus();
    expect(deepActiveElement()).not.to.equal(gate.link);
    for (let times = 0; times < 40; times += 1) {
      await pressChord(times % 2 ? 'Shift+Tab' : 'Tab');
      expect(deepActiveElement()?.closest('main')).to.equal(null);
    }
  });

  it('lets Escape close an open list, and nothing else', async () => {
    const gate = await show();
    const form = gate.root.querySelector('contact-info-form')!;
    const box = byRole<HTMLInputElement>(form.shadowRoot!, 'combobox', 'Alert Contacts');
    box.focus();
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => box.getAttribute('aria-expanded') === 'true', 'the list is open');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => box.getAttribute('aria-expanded') === 'false', 'the list is closed');
    await expectHeld(gate);
  });

  it('leaves a dialog that the host opens above it usable, and is there afterwards', async () => {
    const gate = await show();
    const above = document.createElement('dialog');
    above.innerHTML = '<button>Stay signed in</button>';
    document.body.append(above);
    above.showModal();
    above.querySelector('button')!.focus();
    expect(document.activeElement).to.equal(above.querySelector('button'));
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !above.open, 'the host’s dialog closes');
    await expectHeld(gate);
    above.remove();
  });
});

describe('onboarding-gate: ways out', () => {
  afterEach(() => history.replaceState(null, '', '#'));

  it('has none that was not given', async () => {
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('partial') })).filled();
    expect(gate.text).not.to.match(/Leave for now|Contact support|Help guide/);
  });

  it('asks the host before it leaves, and goes where exit-href says', async () => {
    const gate = await show();
    byRole(gate.root, 'link', 'Leave for now').click();
    await waitUntil(() => location.hash === '#left', 'it has left');
    const [exit] = gate.recorder.of('onboarding-exit');
    expect([exit.cancelable, exit.bubbles, exit.composed]).to.deep.equal([true, true, true]);
  });

  it('does not leave when the host cancels, or what it waits for fails', async () => {
    const gate = await show();
    let asked = 0;
    gate.gate.addEventListener('onboarding-exit', (event) => {
      asked += 1;
      if (asked === 1) event.preventDefault();
      else event.detail.waitUntil(Promise.reject(new Error('not now')));
    });
    for (let times = 0; times < 2; times += 1) byRole(gate.root, 'link', 'Leave for now').click();
    await nextFrame();
    expect([asked, location.hash]).to.deep.equal([2, '']);
  });

  it('waits for what the host does first', async () => {
    const gate = await show();
    let finish: () => void = () => undefined;
    gate.gate.addEventListener('onboarding-exit', (event) => event.detail.waitUntil(new Promise<void>((resolve) => (finish = resolve))));
    byRole(gate.root, 'link', 'Leave for now').click();
    await nextFrame();
    expect(location.hash).to.equal('');
    finish();
    await waitUntil(() => location.hash === '#left', 'it has left');
  });

  it('tells that support was asked for', async () => {
    const gate = await show();
    const link = byRole<HTMLAnchorElement>(gate.root, 'link', /Contact support/);
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    expect(gate.recorder.of('onboarding-support').map(({ detail }) => detail as unknown)).to.deep.equal([{}]);
  });

  it('follows no script', async () => {
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('partial'), exitHref: 'javascript:alert(1)', supportHref: 'data:text/html,x' })).filled();
    expect(gate.text).not.to.match(/Leave for now|Contact support/);
  });
});

describe('onboarding-gate: Escape in a popover of the host’s', () => {
  it('closes the popover on top and nothing else', async () => {
    const slotted = html`<div slot="support"><button popovertarget="outer">Help</button><div id="outer" popover><button popovertarget="inner">More</button><div id="inner" popover>Even more</div></div></div>`;
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('partial'), slotted })).filled();
    const [outer, inner] = ['outer', 'inner'].map((id) => document.getElementById(id)!);
    outer.showPopover();
    inner.showPopover();
    const open = () => [outer, inner].map((popover) => popover.matches(':popover-open'));
    inner.parentElement!.querySelector('button')!.focus();
    await sendKeys({ press: 'Escape' });
    expect([open(), gate.isHeld]).to.deep.equal([[true, false], true]);
    await sendKeys({ press: 'Escape' });
    expect([open(), gate.isHeld]).to.deep.equal([[false, false], true]);
    await sendKeys({ press: 'Escape' });
    expect(gate.isHeld).to.equal(true);
  });
});

describe('onboarding-gate: embedding mistakes', () => {
  it('says that the account is missing, once the host had time to name it', async () => {
    const gate = await GateHarness.show({ adapter: scenarioAdapter('complete'), account: '' });
    expect(gate.text).to.equal('');
    await waitUntil(() => gate.text.includes('does not say which account'), 'it says so');
    expect([gate.isHeld, gate.isPortalUsable]).to.deep.equal([true, false]);
    gate.gate.accountId = 'mesa';
    expect((await gate.becomes('complete')).isPortalUsable).to.equal(true);
    expect(gate.isHeld).to.equal(false);
  });

  it('says that the environment is unknown', async () => {
    const gate = await GateHarness.show({ adapter: scenarioAdapter('complete'), environment: 'staging' });
    expect(gate.text).to.contain('names an environment that does not exist');
  });

  it('says that there is no adapter, once the host had time to set one', async () => {
    const gate = await GateHarness.show();
    expect(gate.text).to.equal('');
    await waitUntil(() => gate.text.includes('not connected to a place'), 'it says so');
    expect(gate.isHeld).to.equal(true);
    gate.gate.adapter = scenarioAdapter('complete');
    expect((await gate.becomes('complete')).isPortalUsable).to.equal(true);
  });
});
