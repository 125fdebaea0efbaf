import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { byRole, deepActiveElement } from '../../support/deep-query.js';
import { scenarioAdapter } from '../../support/accounts.js';
import { eventually } from '../../support/eventually.js';
import { pressChord } from '../../support/keys.js';
import { GateHarness, type GateOptions } from './gate.harness.js';

export const isChromium = navigator.userAgent.includes('Chrome');
export const isWebKit = navigator.userAgent.includes('AppleWebKit') && !isChromium;

/** A gate that holds its portal, with everything in its modal loaded. */
export const showHeld = async (options: GateOptions = {}): Promise<GateHarness> =>
  (await GateHarness.show({ adapter: scenarioAdapter('partial'), exitHref: '#left', supportHref: '#support', ...options })).filled();

/** A gate that holds its portal, whatever its modal has loaded yet. */
export async function showHolding(options: GateOptions = {}): Promise<GateHarness> {
  const gate = await (await GateHarness.show({ adapter: scenarioAdapter('partial'), ...options })).becomes('incomplete');
  await eventually(() => gate.root.querySelector('dialog')?.matches(':modal'), 'it is held');
  return gate;
}

/** A gate that wraps nothing, beside the content that it is about. */
export async function showBeside(): Promise<{ gate: GateHarness; main: HTMLElement }> {
  const gate = await showHeld();
  const main = gate.gate.querySelector('main')!;
  gate.page.prepend(main);
  return { gate, main };
}

/** Waits for what a browser does in its own time. */
export const settle = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

export async function pressEscape(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await sendKeys({ press: 'Escape' });
}

/** How often the dialog was closed, if only to be opened again at once: the person would see it go, and lose their place. */
export function countClosings({ dialog }: GateHarness): () => number {
  let closings = 0;
  dialog.addEventListener('close', () => (closings += 1));
  return () => closings;
}

/** What is around an element as it is rendered: through slots and shadow roots. */
export function isInside(element: Element | null, container: Element): boolean {
  for (let node: Node | null = element; node; node = (node as Element).assignedSlot ?? node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)) {
    if (node === container) return true;
  }
  return false;
}

/** What a pointer would meet, looked for in shadow roots too. */
export function elementAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const inner = found?.shadowRoot?.elementFromPoint(x, y);
    if (!inner || inner === found) return found;
    found = inner;
  }
}

export function centre(element: Element): [x: number, y: number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

/** Clicks once it stands still: what is loaded moves it, and WebKitGTK scrolls in its own time. */
export async function clickOn(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  let place = '';
  await eventually(async () => {
    const before = place;
    await settle();
    await settle();
    place = String(centre(element));
    return place === before && isInside(elementAt(...centre(element)), element);
  }, 'it stands still');
  await sendMouse({ type: 'click', position: centre(element) });
}

/** It is modal, nothing of the portal can be used, and the focus is in it or nowhere. */
export async function expectHeld(gate: GateHarness): Promise<void> {
  await settle();
  await gate.gate.updateComplete;
  await eventually(() => gate.isHeld, 'it is held');
  if (gate.gate.querySelector('main')) expect(gate.isPortalUsable).to.equal(false);
  const active = deepActiveElement();
  if (active !== document.body) expect(isInside(active, gate.dialog), `the focus is on ${active?.localName}`).to.equal(true);
}

export function field(gate: GateHarness): HTMLInputElement {
  return byRole<HTMLInputElement>(gate.root.querySelector('contact-info-form')!.shadowRoot!, 'textbox', 'Technical Non-Emergency Contacts');
}

/** The modal is seen, and is what a pointer meets. */
export async function expectCovering(gate: GateHarness): Promise<void> {
  await expectHeld(gate);
  const { dialog } = gate;
  const { width, height } = dialog.getBoundingClientRect();
  expect(Math.min(width, height), 'it has room').to.be.greaterThan(200);
  expect(isInside(elementAt(...centre(dialog)), dialog), 'it takes the pointer').to.equal(true);
  expect(byRole(gate.root, 'heading', 'Contact information').checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true } as CheckVisibilityOptions), 'it is seen').to.equal(true);
}

/** It takes a real click and real keys too. */
export async function expectUsable(gate: GateHarness): Promise<void> {
  await expectCovering(gate);
  const box = field(gate);
  const before = box.value;
  await clickOn(box);
  expect(deepActiveElement()).to.equal(box);
  await sendKeys({ type: 'x' });
  expect(box.value).to.have.length(before.length + 1);
}

/**
 * Everything that has the focus while a key goes round twice. A round is over where it began, or where the page ends:
 * there the browser's own controls come next, while the page says `body`. (Headless Firefox has no such controls, and turns back to
 * the last element of a shadow root from there, with a modal or without.)
 */
export async function focusRounds(chord: string): Promise<(Element | null)[]> {
  const seen: (Element | null)[] = [];
  for (let rounds = 0; rounds < 2;) {
    if (seen.length === 300) throw new Error(`${chord} does not come round.`);
    await pressChord(chord);
    const active = deepActiveElement();
    if (active === seen[0] || active === document.body) rounds += 1;
    seen.push(active);
  }
  return seen;
}

/** A style sheet of the host's, until the test is over. */
export function hostStyles(css: string): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  return style;
}
