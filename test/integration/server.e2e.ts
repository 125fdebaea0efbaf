import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { fillContacts, fillEverything, gateOf, usePortal, visit } from './support/portal.js';

describe('the demonstration portal, kept on the server', () => {
  const portal = usePortal();
  const profiles: BrowserContext[] = [];
  // The account is everybody's, the next test's too.
  beforeEach(async () => {
    const api = `${portal.url}api/session`;
    const signedIn = await fetch(api, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ accountId: 'mesa-demo', email: 'laura.mendez@mesa.example' }) });
    await fetch(`${api}/account`, { method: 'DELETE', headers: { cookie: signedIn.headers.get('set-cookie')!.split(';')[0] } });
  });
  afterEach(() => Promise.all(profiles.splice(0).map((profile) => profile.close())));

  /** Somebody's browser, in which the server was chosen before. */
  const someone = async (): Promise<Page> => {
    const profile = await portal.newProfile();
    profiles.push(profile);
    await profile.addInitScript(() => localStorage.setItem('mesa.settings', JSON.stringify({ storage: 'server' })));
    return (await visit(profile, portal.url)).page;
  };
  const link = (page: Page) => page.getByRole('link', { name: 'Bookings' });
  const isSaved = (page: Page) => gateOf(page).locator('.state').getByText('Saved. You, or a colleague, can go on from here.').waitFor();

  it('is chosen in its controls, and is one account for everybody: whoever completes it opens it for all', async () => {
    const { page, problems } = await visit(portal.profile, portal.url);
    await gateOf(page).waitFor();
    const reloaded = page.waitForEvent('load');
    await page.getByRole('combobox', { name: 'Kept' }).selectOption({ label: 'On the server' });
    await reloaded;
    await gateOf(page).getByText('0 of 7').waitFor();
    const colleague = await someone();
    await gateOf(colleague).getByText('0 of 7').waitFor();
    await fillEverything(page);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await link(page).waitFor();
    await link(colleague).waitFor();
    const third = await someone();
    await link(third).waitFor();
    expect(await gateOf(third).count(), 'it never saw the gate').to.equal(0);
    expect(problems).to.deep.equal([]);
    const again = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Reset this account' }).click();
    await again;
    await gateOf(page).getByText('0 of 7').waitFor();
  });

  it('signs in again by itself where the session has ended, and loses nothing', async () => {
    const page = await someone();
    await gateOf(page).getByText('0 of 7').waitFor();
    await fillContacts(page);
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Save and finish later' }).click();
    await isSaved(page);
  });

  it('keeps what is typed while the network is away, says so, and saves it on return, with what others saved meanwhile', async () => {
    const page = await someone();
    await gateOf(page).getByText('0 of 7').waitFor();
    const colleague = await someone();
    await gateOf(colleague).getByText('0 of 7').waitFor();
    const addTo = async (one: Page, label: string, address: string) => {
      await one.getByRole('textbox', { name: label, exact: true }).fill(address);
      await one.keyboard.press('Enter');
      await one.getByRole('button', { name: `Remove ${address}` }).waitFor();
    };
    await page.context().setOffline(true);
    await addTo(page, 'Technical Emergency Contacts', 'on-call@mesa.example');
    await page.getByRole('button', { name: 'Save and finish later' }).click();
    await gateOf(page).getByText('it is saved once you are connected').waitFor();
    await addTo(colleague, 'Technical Non-Emergency Contacts', 'engineering@mesa.example');
    await colleague.getByRole('button', { name: 'Save and finish later' }).click();
    await isSaved(colleague);
    await page.context().setOffline(false);
    await gateOf(page).getByText('2 of 7').waitFor();
    await isSaved(page);
    await gateOf(colleague).getByText('2 of 7').waitFor();
  });

  it('says that the server is away, opens nothing, and goes on once it is back', async () => {
    const profile = await portal.newProfile();
    profiles.push(profile);
    await profile.addInitScript(() => localStorage.setItem('mesa.settings', JSON.stringify({ storage: 'server' })));
    await profile.route('**/api/**', (route) => route.abort());
    const page = await profile.newPage();
    await page.goto(portal.url);
    await page.getByText('cannot be reached at the moment').first().waitFor();
    expect(await link(page).count()).to.equal(0);
    await profile.unroute('**/api/**');
    await gateOf(page).getByText('0 of 7').waitFor();
  });
});
