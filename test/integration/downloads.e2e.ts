import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { fillEverything, gateOf, usePortal, visit } from './support/portal.js';

const everyElement = ['contact-info-form', 'users-tab', 'support-hours-picker', 'gate-modal'];

/** The names of the bundle's files that the page asks for, without their hashes. */
function listen(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/portero\/(?:chunks\/)?([\w-]+?)(?:-[\w-]{8})?\.js$/.exec(new URL(request.url()).pathname) ?? [];
    if (name) names.push(name);
  });
  return names;
}

describe('the demonstration portal: what is downloaded', () => {
  const portal = usePortal();

  it('brings the elements to an account that has something to fill in, and the users while nothing else is to be done', async () => {
    const page = await portal.profile.newPage();
    await page.goto(portal.url);
    await gateOf(page).getByRole('textbox').first().waitFor();
    // The users come when the browser has nothing else to do.
    await page.waitForFunction((all) => {
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
      return all.every((element) => loaded.some((name) => name.includes(`/${element}-`)));
    }, everyElement);
  });

  it('brings the gate and its adapter, and nothing else, to an account that is complete', async () => {
    const { page } = await visit(portal.profile, portal.url);
    await fillEverything(page);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await gateOf(page).waitFor({ state: 'hidden' });

    const later = await portal.profile.newPage();
    const names = listen(later);
    await later.goto(portal.url);
    await later.getByRole('heading', { name: 'Overview' }).waitFor();
    await later.waitForLoadState('networkidle');
    expect(names).to.include('indexed-db');
    expect(names.filter((name) => everyElement.includes(name) || name === 'es')).to.deep.equal([]);
  });

  it('says so where the modal could not be loaded, holds the portal, and goes on when asked', async () => {
    const page = await portal.profile.newPage();
    let isDown = true;
    await page.route(/\/chunks\/gate-modal-/, (route) => (isDown ? route.abort() : route.continue()));
    await page.goto(portal.url);
    const plain = page.getByRole('dialog', { name: /could not be loaded/ });
    await plain.waitFor();
    expect(await page.getByRole('heading', { name: 'Overview' }).count()).to.equal(0);
    expect(await page.locator('main').isVisible()).to.equal(false);
    isDown = false;
    await plain.getByRole('button', { name: 'Try again' }).click();
    await gateOf(page).getByRole('textbox').first().waitFor();
    expect(await plain.count()).to.equal(0);
  });
});
