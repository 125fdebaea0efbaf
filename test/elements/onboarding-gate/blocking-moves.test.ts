import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { Colleague, completeContactInfo, partialContactInfo, storeWith } from '../../support/accounts.js';
import { byRole, deepActiveElement } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { clickOn, expectHeld, expectUsable, field, pressEscape, showBeside, showHeld } from './blocking.fixture.js';
import type { GateHarness } from './gate.harness.js';

describe('onboarding-gate: moved in the document, it holds and keeps what was typed', () => {
  const intoShadow = (page: HTMLElement) => {
    const host = document.createElement('div');
    page.append(host);
    return host.attachShadow({ mode: 'open' }).appendChild(document.createElement('section'));
  };
  const moves: [where: string, move: (gate: GateHarness) => void][] = [
    ['to the end of where it is', ({ gate, page }) => page.append(gate)],
    ['into another container', ({ gate, page }) => page.appendChild(document.createElement('section')).append(gate)],
    ['to the end of the body', ({ gate }) => document.body.append(gate)],
    ['into a shadow root', ({ gate, page }) => intoShadow(page).append(gate)],
    ['within a move of what is around it', ({ page }) => { const section = document.createElement('section'); page.before(section); section.append(page); }],
    ['with moveBefore, where there is one', ({ gate, page }) => {
      const section = page.appendChild(document.createElement('section')) as HTMLElement & { moveBefore?(node: Node, before: Node | null): void };
      if (section.moveBefore) section.moveBefore(gate, null);
      else section.append(gate);
    }],
    ['out, and back a moment later', ({ gate, page }) => { gate.remove(); void Promise.resolve().then(() => page.append(gate)); }],
  ];
  for (const [where, move] of moves) {
    it(where, async () => {
      const gate = await showHeld();
      const box = field(gate);
      await clickOn(box);
      await sendKeys({ type: 'half@' });
      move(gate);
      await expectHeld(gate);
      await eventually(() => gate.root.querySelector('contact-info-form')?.shadowRoot?.querySelector('.field'), 'the form is there');
      expect(field(gate).value).to.equal('half@');
      await pressEscape(3);
      await expectUsable(gate);
      gate.gate.remove();
    });
  }
});

describe('onboarding-gate: two on a page', () => {
  async function showTwo(second: 'beside' | 'inside') {
    const stores = [storeWith(partialContactInfo), storeWith(partialContactInfo)];
    const lower = await showHeld({ adapter: new MemoryAdapter({ store: stores[0] }) });
    const upper = await showHeld({ adapter: new MemoryAdapter({ store: stores[1] }) });
    if (second === 'inside') lower.gate.append(upper.gate);
    await expectHeld(upper);
    return { lower, upper, completes: (which: number) => new Colleague(stores[which]).saves(completeContactInfo) };
  }

  for (const where of ['beside', 'inside'] as const) {
    it(`the one that opened last is used first, then the other: one ${where} the other`, async () => {
      const { lower, upper, completes } = await showTwo(where);
      await pressEscape(5);
      (deepActiveElement() as HTMLElement).blur();
      await pressEscape(5);
      await expectUsable(upper);
      expect(lower.isHeld).to.equal(true);
      await completes(1);
      await upper.becomes('complete');
      await expectUsable(lower);
      await completes(0);
      await lower.becomes('complete');
      for (const gate of [lower, upper]) expect([gate.isHeld, gate.isPortalUsable]).to.deep.equal([false, true]);
    });
  }

  it('the lower one opens first, and the upper one still holds', async () => {
    const { lower, upper, completes } = await showTwo('beside');
    await completes(0);
    await lower.becomes('complete');
    expect(lower.isHeld).to.equal(false);
    lower.link.focus();
    expect(deepActiveElement()).not.to.equal(lower.link);
    await pressEscape(5);
    await expectUsable(upper);
  });

  it('lets go of the page once it opens', async () => {
    const { gate, main } = await showBeside();
    gate.gate.adapter = new MemoryAdapter({ store: storeWith(completeContactInfo) });
    await gate.gate.updateComplete;
    await gate.becomes('complete');
    let clicks = 0;
    main.querySelector('button')!.addEventListener('click', () => (clicks += 1));
    await clickOn(byRole(main, 'button', 'Act'));
    expect(clicks).to.equal(1);
    await fixture(html`<div id="late" popover>Later</div>`);
    const late = document.getElementById('late')!;
    late.showPopover();
    await sendKeys({ press: 'Escape' });
    await eventually(() => !late.matches(':popover-open'), 'Escape is the browser’s again');
  });
});
