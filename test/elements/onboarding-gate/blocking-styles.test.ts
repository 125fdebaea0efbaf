import { sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { deepActiveElement } from '../../support/deep-query.js';
import { centre, elementAt, expectCovering, expectHeld, expectUsable, hostStyles, isInside, pressEscape, showBeside, showHeld, showHolding } from './blocking.fixture.js';
import type { GateHarness } from './gate.harness.js';

describe('onboarding-gate: whatever the host’s styles say, it covers and blocks', () => {
  /** One for many tests, put into the page anew for each. */
  let shared: GateHarness;
  let styles: HTMLStyleElement | undefined;
  before(async () => {
    shared = await showHolding();
  });
  afterEach(() => {
    styles?.remove();
    shared.page.remove();
  });

  async function expectCoveringWith(css: string): Promise<void> {
    shared.page.className = 'around';
    styles = hostStyles(css);
    document.body.append(shared.page);
    await expectCovering(shared);
  }

  const onGate = [
    'display: inline', 'display: contents', 'display: grid', 'position: fixed; inset: auto; inline-size: 1px; block-size: 1px; overflow: hidden',
    'position: absolute; inset-inline-start: -9999px', 'transform: scale(0.1)', 'contain: strict', 'contain: paint; block-size: 0',
    'opacity: 0', 'visibility: hidden', 'pointer-events: none', 'user-select: none; -webkit-user-select: none', 'filter: blur(2px)', 'clip-path: inset(50%)', 'content-visibility: auto',
    'z-index: -1; position: relative', 'all: unset', 'all: initial', 'float: left', 'columns: 2', 'will-change: transform', 'cursor: none; font-size: 0; line-height: 0; color: transparent',
  ];
  for (const rule of onGate) {
    it(`onboarding-gate { ${rule} }`, () => expectCoveringWith(`onboarding-gate { ${rule} }`));
  }

  const around = [
    'overflow: hidden; block-size: 0', 'transform: translateX(-200vw)', 'perspective: 1px', 'opacity: 0', 'visibility: hidden', 'pointer-events: none',
    'contain: strict; block-size: 1px', 'content-visibility: auto; block-size: 1px', 'filter: grayscale(1)', 'clip-path: circle(0)', 'position: fixed; inset: 100% auto auto 100%', 'user-select: none; -webkit-user-select: none',
  ];
  for (const rule of around) {
    it(`around it { ${rule} }`, () => expectCoveringWith(`.around { ${rule} }`));
  }

  it('everything { all: unset }', () => expectCoveringWith('body, body * { all: unset }'));

  it('everything { transition: all 10s; animation }, as page transitions have it', () =>
    expectCoveringWith('@keyframes in { from { opacity: 0; transform: translateY(100vh) } } body * { transition: all 10s; animation: in 10s }'));

  for (const [what, pick] of [['around it', ({ page }: GateHarness) => page], ['on itself', ({ gate }: GateHarness) => gate]] as const) {
    it(`inert ${what}`, async () => {
      const gate = await showHeld();
      pick(gate).inert = true;
      await expectUsable(gate);
    });
  }

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
