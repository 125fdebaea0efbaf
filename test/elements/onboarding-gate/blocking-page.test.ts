import { fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { Colleague, completeContactInfo, partialContactInfo, storeWith } from '../../support/accounts.js';
import { byRole, deepActiveElement } from '../../support/deep-query.js';
import { centre, clickOn, elementAt, expectHeld, expectUsable, field, hostStyles, isInside, pressEscape, settle, showBeside, showHeld } from './blocking.fixture.js';
import { GateHarness } from './gate.harness.js';

describe('onboarding-gate: whatever the host’s styles say, it covers and blocks', () => {
  let styles: HTMLStyleElement | undefined;
  afterEach(() => styles?.remove());

  const onGate = [
    'display: inline', 'display: contents', 'display: grid', 'position: fixed; inset: auto; inline-size: 1px; block-size: 1px; overflow: hidden',
    'position: absolute; inset-inline-start: -9999px', 'transform: scale(0.1)', 'contain: strict', 'contain: paint; block-size: 0',
    'opacity: 0', 'visibility: hidden', 'pointer-events: none', 'user-select: none; -webkit-user-select: none', 'filter: blur(2px)', 'clip-path: inset(50%)', 'content-visibility: auto',
    'z-index: -1; position: relative', 'all: unset', 'all: initial', 'float: left', 'columns: 2', 'will-change: transform', 'cursor: none; font-size: 0; line-height: 0; color: transparent',
  ];
  for (const rule of onGate) {
    it(`onboarding-gate { ${rule} }`, async () => {
      styles = hostStyles(`onboarding-gate { ${rule} }`);
      await expectUsable(await showHeld());
    });
  }

  const around = [
    'overflow: hidden; block-size: 0', 'transform: translateX(-200vw)', 'perspective: 1px', 'opacity: 0', 'visibility: hidden', 'pointer-events: none',
    'contain: strict; block-size: 1px', 'content-visibility: auto; block-size: 1px', 'filter: grayscale(1)', 'clip-path: circle(0)', 'position: fixed; inset: 100% auto auto 100%', 'user-select: none; -webkit-user-select: none',
  ];
  for (const rule of around) {
    it(`around it { ${rule} }`, async () => {
      const gate = await showHeld();
      gate.page.className = 'around';
      styles = hostStyles(`.around { ${rule} }`);
      await expectUsable(gate);
    });
  }

  it('everything { all: unset }', async () => {
    styles = hostStyles('body, body * { all: unset }');
    await expectUsable(await showHeld());
  });

  it('everything { transition: all 10s; animation }, as page transitions have it', async () => {
    styles = hostStyles('@keyframes in { from { opacity: 0; transform: translateY(100vh) } } body * { transition: all 10s; animation: in 10s }');
    await expectUsable(await showHeld());
  });

  it('inert around it, and on itself', async () => {
    const gate = await showHeld();
    gate.page.inert = true;
    await expectUsable(gate);
    gate.page.inert = false;
    gate.gate.inert = true;
    await expectUsable(gate);
  });

  it('is what a pointer meets wherever the portal is', async () => {
    const { gate, main } = await showBeside();
    for (const element of [main, ...main.querySelectorAll('*')]) expect(isInside(elementAt(...centre(element)), main), element.localName).to.equal(false);
    let clicks = 0;
    main.addEventListener('click', () => (clicks += 1));
    await sendMouse({ type: 'click', position: centre(main.querySelector('button')!) });
    expect(clicks).to.equal(0);
    await expectHeld(gate);
  });

  /** A browser renders nothing in there, modals included: all that is left is that nothing of the portal can be used. */
  for (const rule of ['display: none', 'content-visibility: hidden']) {
    it(`where it cannot be seen, nobody sees or uses the portal either: { ${rule} }`, async () => {
      const gate = await showHeld();
      gate.page.className = 'around';
      styles = hostStyles(`.around { ${rule} }`);
      gate.link.focus();
      expect(deepActiveElement()).not.to.equal(gate.link);
      expect(gate.link.checkVisibility()).to.equal(false);
      await pressEscape(3);
      styles.remove();
      await expectUsable(gate);
    });
  }
});

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
      await waitUntil(() => gate.root.querySelector('contact-info-form')?.shadowRoot?.querySelector('.field'), 'the form is there');
      expect(field(gate).value).to.equal('half@');
      await pressEscape(3);
      await expectUsable(gate);
      gate.gate.remove();
    });
  }
});

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
    await waitUntil(() => !above.open, 'the host’s dialog closes');
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
      await waitUntil(() => !above.open, 'the host’s dialog closes');
      await expectHeld(gate);
    }
    await pressEscape(3);
    await expectUsable(gate);
    above.remove();
  });

  it('a dialog that was open before is below, comes back when the gate opens, and may be above later', async () => {
    const below = await openDialog('<button>Below</button>');
    const store = storeWith(partialContactInfo);
    const gate = await showHeld({ adapter: new MemoryAdapter({ store }) });
    (deepActiveElement() as HTMLElement).blur();
    await pressEscape(3);
    expect(below.open, 'Escape is for what is on top').to.equal(true);
    await expectUsable(gate);
    below.close();
    await expectUsable(gate);
    below.showModal();
    (document.activeElement as HTMLElement).blur();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !below.open, 'it closes');
    await expectHeld(gate);
    below.showModal();
    await new Colleague(store).saves(completeContactInfo);
    await gate.becomes('complete');
    expect([gate.isHeld, below.matches(':modal')]).to.deep.equal([false, true]);
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
    await waitUntil(() => !inside.open, 'it closes');
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
    await waitUntil(() => !toast.matches(':popover-open'), 'it is closed');
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

  it('something fullscreen gives way to the modal again', async () => {
    const gate = await showHeld();
    const screen = document.createElement('div');
    document.body.append(screen);
    // A browser may refuse: it wants a gesture, and a screen.
    let isFull = false;
    gate.gate.addEventListener('pointerdown', () => void screen.requestFullscreen?.().then(() => (isFull = true), () => undefined), { once: true });
    await clickOn(field(gate));
    await settle();
    if (isFull) await document.exitFullscreen();
    await pressEscape(3);
    await expectUsable(gate);
    screen.remove();
  });
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
    await waitUntil(() => !late.matches(':popover-open'), 'Escape is the browser’s again');
  });
});
