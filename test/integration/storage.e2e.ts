import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { fillEverything, gateOf, usePortal, visit } from './support/portal.js';

const statusOf = (page: Page) => page.locator('onboarding-gate').evaluate((gate: HTMLElementTagNameMap['onboarding-gate']) => gate.status);

describe('the demonstration portal, when the browser cannot keep anything', () => {
  const portal = usePortal();

  it('says that there is no room, and keeps what was typed', async () => {
    const { profile } = portal;
    // Before anything is kept: the browser remembers for a while how much room there was.
    const plain = await profile.newPage();
    await plain.goto(`${portal.url}support.html`);
    const devtools = await profile.newCDPSession(plain);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(portal.url).origin, quotaSize: 200_000 });
    const { page } = await visit(profile, portal.url);
    await gateOf(page).waitFor();
    const box = page.getByRole('textbox', { name: 'Technical Emergency Contacts' });
    // Nothing that repeats itself: some Chromiums compress what they keep.
    const teams = Array.from({ length: 5_000 }, (_, index) => createHash('sha256').update(`team ${index}`).digest('base64url'));
    await box.fill(teams.map((team) => `on-duty${team}@mesa.example`).join('; '));
    await box.press('Enter');
    await gateOf(page).getByText('Showing 100 of 5,000.').waitFor();
    await page.getByRole('button', { name: 'Save and finish later' }).click();
    await gateOf(page).getByText('There is no room left to save in this browser.').waitFor();
    expect(await gateOf(page).getByText(/^Saved/).count()).to.equal(0);
    expect(await gateOf(page).getByText('Showing 100 of 5,000.').count()).to.equal(1);
    // The tab has what was typed, and the store nothing.
    await page.reload();
    await gateOf(page).getByText('They are not saved yet.').first().waitFor();
    await gateOf(page).getByText('Showing 100 of 5,000.').waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();
    await gateOf(page).getByText('0 of 7').waitFor();
  });

  it('says so while another tab holds the database back, and keeps what was typed', async () => {
    const { page } = await visit(portal.profile, portal.url);
    await gateOf(page).waitFor();
    await fillEverything(page);
    const other = await portal.profile.newPage();
    await other.goto(`${portal.url}support.html`);
    // A tab that neither lets the database be deleted nor goes away: everybody else has to wait behind the deletion.
    await other.evaluate(() => new Promise<void>((resolve) => {
      const opening = indexedDB.open('mesa-portal');
      opening.onsuccess = () => {
        Object.assign(window, { held: opening.result });
        const deletion = indexedDB.deleteDatabase('mesa-portal');
        deletion.onblocked = () => resolve();
      };
    }));
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await gateOf(page).getByText('cannot be reached at the moment').waitFor();
    await page.getByRole('button', { name: 'Remove on-call@mesa.example' }).waitFor();
    expect(await statusOf(page)).to.equal('incomplete');
    await other.close();
  });
});
