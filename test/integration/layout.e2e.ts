import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { fillEverything, gateOf, openPortal, usePortal, visit, type Portal } from './support/portal.js';

interface Stop {
  name: string;
  /** Of the points looked at, those at which something else is. */
  covered: string[];
  isInside: boolean;
}

/** Whether what has the focus can be seen: each corner, and the middle, is its own, and all of it is in the window. */
function lookAtFocus(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    let focused: Element | null = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (!focused || focused === document.body) return undefined;
    // A panel is as tall as what is in it.
    const isControl = focused.matches('a, button, input, select, textarea');
    const name = focused.getAttribute('aria-label') ?? (focused as HTMLInputElement).labels?.[0]?.textContent?.trim() ?? focused.textContent!.trim();
    const { left, top, right, bottom } = focused.getBoundingClientRect();
    const points = [[left + 6, top + 6], [right - 6, top + 6], [(left + right) / 2, (top + bottom) / 2], [left + 6, bottom - 6], [right - 6, bottom - 6]];
    // No function with a name in here: what compiles this test wraps those in one that the page does not have.
    const covered: string[] = [];
    for (const [x, y] of isControl ? points : []) {
      let hit = document.elementFromPoint(x, y);
      for (let inner = hit?.shadowRoot?.elementFromPoint(x, y); inner && inner !== hit; inner = hit?.shadowRoot?.elementFromPoint(x, y)) hit = inner;
      if (!focused.contains(hit)) covered.push(`${hit?.localName}.${hit?.className}`);
    }
    const isInside = !isControl || (left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight);
    return { name: name.replace(/\s+/g, ' ').slice(0, 60), covered, isInside };
  });
}

/** From where the focus is, once around. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab', lastName: RegExp): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let count = 0; count < 150; count += 1) {
    await page.keyboard.press(key);
    const stop = await lookAtFocus(page);
    if (!stop) continue;
    stops.push(stop);
    if (lastName.test(stop.name)) return stops;
  }
  throw new Error(`The focus never came to ${lastName}, only to ${stops.map(({ name }) => name).join(' | ')}`);
}

const hidden = (stops: readonly Stop[]) => stops.filter(({ covered, isInside }) => covered.length > 0 || !isInside);

describe('the focus is never hidden', () => {
  let portal: Portal;
  let profile: BrowserContext;

  before(async () => {
    portal = await openPortal();
  });
  after(async () => {
    await portal.close();
  });
  afterEach(async () => {
    await profile.close();
  });

  for (const [width, height] of [[320, 640], [320, 256], [1280, 800]]) {
    it(`in the gate, with hours and lists filled in, at ${width} × ${height}`, async () => {
      profile = await portal.newProfile({ width, height });
      const { page } = await visit(profile, portal.url);
      await gateOf(page).waitFor();
      await fillEverything(page);
      await page.getByRole('heading', { name: 'Contact information' }).focus();
      const forward = await walk(page, 'Tab', /^Save and finish later/);
      expect(forward.length).to.be.greaterThan(40);
      expect(hidden(forward)).to.deep.equal([]);
      expect(hidden(await walk(page, 'Shift+Tab', /^Help guide/))).to.deep.equal([]);
      expect(await gateOf(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).to.equal(0);
    });

    it(`on a page, with changes that are not saved, at ${width} × ${height}`, async () => {
      profile = await portal.newProfile({ width, height });
      const { page } = await visit(profile, portal.url);
      await gateOf(page).waitFor();
      await fillEverything(page);
      await page.getByRole('button', { name: 'Save and continue' }).click();
      await gateOf(page).waitFor({ state: 'hidden' });
      await page.getByRole('link', { name: 'Configuration' }).click();
      await page.getByRole('button', { name: 'Remove on-call@mesa.example' }).click();
      await page.getByText('There are unsaved changes.').waitFor();
      await page.getByRole('link', { name: 'Configuration' }).focus();
      const forward = await walk(page, 'Tab', /^Discard changes/);
      expect(forward.length).to.be.greaterThan(40);
      expect(hidden(forward)).to.deep.equal([]);
      expect(hidden(await walk(page, 'Shift+Tab', /^Configuration/))).to.deep.equal([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).to.equal(0);
    });
  }
});

describe('the demonstration portal, in small things', () => {
  const portal = usePortal();
  let page: Page;


  it('greets whoever has just opened it, without a frame around its content, and has its controls at the foot', async () => {
    ({ page } = await visit(portal.profile, portal.url));
    await gateOf(page).waitFor();
    await fillEverything(page);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByText('Contact information is complete. Welcome.').waitFor();
    const main = page.locator('main');
    await page.waitForFunction(() => document.activeElement?.id === 'main');
    expect(await main.evaluate((element) => getComputedStyle(element).outlineStyle)).to.equal('none');
    const controls = (await page.getByRole('region', { name: 'Demonstration controls' }).boundingBox())!;
    const content = (await main.boundingBox())!;
    expect(controls.y).to.be.at.least(content.y + content.height);
    await page.getByRole('link', { name: 'Configuration' }).click();
    for (const name of ['Contact information', 'Users and access']) await page.getByRole('heading', { name, exact: true }).waitFor();
    expect(await page.getByText('Contact information is complete. Welcome.').count()).to.equal(1);
    expect(await page.getByText('Contact information is complete. Welcome.').isVisible()).to.equal(false);
  });

  it('starts with settings that cannot be read, and with values that are none', async () => {
    for (const kept of ['{', 'null', '{"environment":"nowhere","language":7}']) {
      await portal.profile.addInitScript((text) => localStorage.setItem('mesa.settings', text), kept);
      const { page: own, problems } = await visit(portal.profile, portal.url);
      await gateOf(own).getByText('0 of 7').waitFor();
      expect(problems).to.deep.equal([]);
      await own.close();
    }
  });

  it('lets the gate say that the browser keeps nothing, and goes on once it does', async () => {
    await portal.profile.addInitScript(() => {
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (...request) {
        if (!Object.hasOwn(window, 'allowed')) throw new DOMException('blocked', 'SecurityError');
        return open.apply(this, request);
      };
    });
    ({ page } = await visit(portal.profile, portal.url));
    await page.getByText('The contact information could not be checked').waitFor();
    await page.evaluate(() => Object.assign(window, { allowed: true }));
    await gateOf(page).getByText('0 of 7').waitFor();
  });

  it('speaks Spanish in its mailing lists and on the pages beside it, in the theme that was chosen', async () => {
    await portal.profile.addInitScript(() => localStorage.setItem('mesa.settings', '{"language":"es","theme":"dark"}'));
    ({ page } = await visit(portal.profile, portal.url));
    await page.getByRole('tab', { name: 'Usuarios' }).click();
    await page.getByRole('button', { name: 'Invitar a un usuario' }).click();
    await page.getByRole('checkbox', { name: 'Novedades del producto' }).waitFor();
    for (const [path, title] of [['guide', 'A quién indicar como contacto'], ['signed-out', 'Ha salido del portal'], ['support', 'Contactar con asistencia']]) {
      await page.goto(`${portal.url}${path}.html`);
      await page.getByRole('heading', { name: title }).waitFor();
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).to.equal('rgb(14, 17, 22)');
    }
  });
});
