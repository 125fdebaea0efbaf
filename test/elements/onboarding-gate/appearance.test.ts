import { expect, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { accountId, viewers } from '../../support/accounts.js';
import { allByRole, byRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { GateHarness, type GateOptions } from './gate.harness.js';

const links = { supportHref: 'https://mesa.example/support', exitHref: 'https://mesa.example/exit' };

async function showFilled(options: GateOptions = {}): Promise<GateHarness> {
  const harness = await GateHarness.show({ adapter: new MemoryAdapter(), account: accountId, viewer: viewers.administrator, ...links, ...options });
  await harness.filled();
  await nextFrame();
  return harness;
}

/** The launcher of WebKitGTK gives its window one size; what is about a window's size is shown in the other engines. */
const canResize = !navigator.userAgent.includes('AppleWebKit') || navigator.userAgent.includes('Chrome');

/** What is inside scrolls by itself: the box does not scroll, and nothing in it is out of sight. */
function isSettled(dialog: HTMLElement): boolean {
  return dialog.scrollTop === 0 && dialog.scrollHeight <= dialog.clientHeight;
}

describe('onboarding-gate: appearance', () => {
  afterEach(() => document.documentElement.removeAttribute('dir'));

  it('hides a portal whose own rules would show it', async () => {
    const harness = await GateHarness.show({ adapter: new MemoryAdapter() });
    await harness.becomes('incomplete');
    const main = harness.gate.querySelector('main')!;
    main.style.cssText = 'visibility: visible !important; opacity: 1 !important; transition: opacity 10s';
    harness.link.style.visibility = 'visible';
    expect(getComputedStyle(main).opacity).to.equal('0');
    expect(harness.link.checkVisibility({ opacityProperty: true } as CheckVisibilityOptions)).to.equal(false);
  });

  it('keeps a sentence in its own direction on a page that runs the other way', async () => {
    document.documentElement.dir = 'rtl';
    const { root } = await showFilled();
    const label = [...root.querySelectorAll('label')].find(({ textContent }) => textContent!.includes('of 7 complete'))!;
    const text = [...label.childNodes].find((node): node is Text => node instanceof Text && node.data.includes('of 7'))!;
    const xOf = (part: string) => {
      const range = document.createRange();
      range.setStart(text, text.data.indexOf(part));
      range.setEnd(text, text.data.indexOf(part) + part.length);
      return range.getBoundingClientRect().left;
    };
    expect(xOf('0'), 'the number is before its words').to.be.lessThan(xOf('complete'));
  });
});

if (canResize) describe('onboarding-gate: appearance in a window of some size', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  it('scrolls only its body, wherever the focus goes', async () => {
    await setViewport({ width: 1280, height: 800 });
    const { dialog, gate } = await showFilled();
    byRole(gate.shadowRoot!, 'button', 'Save and continue').click();
    await eventually(() => allByRole(gate.shadowRoot!, 'link', { name: 'Operational Support' }).length === 1, 'the summary is there');
    expect(isSettled(dialog)).to.equal(true);
    for (const link of allByRole(gate.shadowRoot!, 'link').filter(({ hash }: HTMLElement & { hash?: string }) => hash?.startsWith('#field-'))) {
      link.click();
      await nextFrame();
      expect(isSettled(dialog), link.textContent!).to.equal(true);
    }
    dialog.scrollTop = 200;
    expect(dialog.scrollTop, 'not by a script either').to.equal(0);
  });

  it('is as tall as what it says when there is nothing to fill in', async () => {
    await setViewport({ width: 1280, height: 800 });
    const adapter = new MemoryAdapter();
    adapter.loadContactInfo = () => Promise.reject(new PersistenceError('unavailable', 'away'));
    const harness = await GateHarness.show({ adapter, ...links });
    await harness.becomes('unavailable');
    const box = harness.dialog.getBoundingClientRect();
    expect(box.height).to.be.lessThan(450);
    const title = byRole(harness.root, 'heading', 'Contact information').getBoundingClientRect();
    const head = harness.root.querySelector('[part="head"]')!.getBoundingClientRect();
    expect(head.bottom - title.bottom, 'air below the title').to.be.at.least(12);
    const button = byRole(harness.root, 'button', 'Try again').getBoundingClientRect();
    expect(box.bottom - button.bottom).to.be.within(16, 120);
  });

  it('leaves most of a small window to the form, and the ways out in sight', async () => {
    await setViewport({ width: 320, height: 640 });
    const { dialog, root } = await showFilled();
    const support = byRole(root, 'link', /^Contact support/).getBoundingClientRect();
    expect(dialog.clientWidth - support.right, 'at the right').to.be.within(0, 24);
    for (const link of allByRole(root, 'link', { name: /^(Contact support|Leave for now)/ })) {
      const { height, width, top } = link.getBoundingClientRect();
      expect(Math.min(height, width), link.textContent!).to.be.at.least(24);
      expect(top).to.be.lessThan(40);
    }
    dialog.scrollTop = 400;
    await nextFrame();
    const bar = byRole(root, 'link', /^Contact support/).getBoundingClientRect();
    const [first, second] = ['Save and continue', 'Save and finish later'].map((name) => byRole(root, 'button', name).getBoundingClientRect());
    expect(bar.top, 'stays').to.be.within(0, 24);
    expect(second.top, 'side by side').to.be.within(first.top - 1, first.top + 1);
    expect(first.top - bar.bottom).to.be.at.least(400);
    expect(dialog.scrollWidth).to.be.at.most(320);
  });
});
