import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { isFocused, press, tabTo } from './support/keyboard.js';
import { gateOf, usePortal, visit } from './support/portal.js';

describe('users, in the gate of the demonstration portal', () => {
  const portal = usePortal();
  let page: Page;
  let problems: string[];

  beforeEach(async () => {
    ({ page, problems } = await visit(portal.profile, portal.url));
    await gateOf(page).waitFor();
  });
  afterEach(() => {
    expect(problems).to.deep.equal([]);
  });

  const table = () => page.getByRole('table', { name: 'Users' });
  const row = (name: string) => table().getByRole('row').filter({ hasText: name });
  const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });
  const isHeld = () => page.locator('onboarding-gate').evaluate((gate) => gate.shadowRoot!.querySelector('dialog')?.matches(':modal') ?? false);

  /** Leaves what is open by Escape; the gate's own modal stays. */
  async function leave(name: string | RegExp): Promise<void> {
    await page.keyboard.press('Escape');
    await dialog(name).waitFor({ state: 'hidden' });
    expect(await isHeld()).to.equal(true);
  }

  async function invite(name: string, address: string): Promise<void> {
    await press(page, 'button', 'Invite user');
    await dialog('Invite user').waitFor();
    await tabTo(page, 'textbox', /^Name/);
    await page.keyboard.type(name);
    await tabTo(page, 'textbox', /^E-mail/);
    await page.keyboard.type(address);
    await tabTo(page, 'combobox', 'Role');
    await page.keyboard.type('Editor');
    await press(page, 'button', 'Send invitation');
    await row(address).waitFor();
    if (await dialog('Invite user').isVisible()) await leave('Invite user');
  }

  it('are invited, found, sorted, changed, exported and removed by keyboard alone, and Escape leaves one thing at a time', async () => {
    await tabTo(page, 'tab', 'Contact information');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await row('Laura Méndez').waitFor();

    await invite('Ana Gómez', 'ana.gomez@mesa.example');
    await invite('Bo Lind', 'bo.lind@mesa.example');

    await press(page, 'button', 'Actions for Ana Gómez');
    await page.getByRole('menuitem', { name: 'Edit' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'Edit' }).waitFor({ state: 'hidden' });
    expect([await isHeld(), await isFocused(page, 'button', 'Actions for Ana Gómez')]).to.deep.equal([true, true]);
    await page.keyboard.press('Enter');
    await arrowTo('Edit');
    await page.keyboard.press('Enter');
    await dialog('Edit Ana Gómez').waitFor();
    await tabTo(page, 'textbox', 'Name');
    await page.keyboard.press('End');
    await page.keyboard.type(' Ruiz');
    await page.keyboard.press('Enter');
    await row('Ana Gómez Ruiz').waitFor();
    await dialog('Edit Ana Gómez').waitFor({ state: 'hidden' });

    await tabTo(page, 'searchbox', 'Search users');
    await page.keyboard.type('GOMEZ');
    await page.getByText('1 user matches').first().waitFor();
    expect(await table().getByRole('rowheader').count()).to.equal(1);
    for (let keys = 0; keys < 'GOMEZ'.length; keys += 1) await page.keyboard.press('Backspace');
    await row('Bo Lind').waitFor();

    await press(page, 'button', 'E-mail');
    await table().getByRole('columnheader', { name: 'E-mail' }).and(page.locator('[aria-sort=ascending]')).waitFor();

    const downloading = page.waitForEvent('download');
    await press(page, 'button', 'Export');
    await dialog('Export users').waitFor();
    await press(page, 'button', 'Export 3 users');
    const file = readFileSync(await (await downloading).path(), 'utf8');
    for (const address of ['laura.mendez@mesa.example', 'ana.gomez@mesa.example', 'bo.lind@mesa.example']) expect(file).to.contain(address);
    if (await dialog('Export users').isVisible()) await leave('Export users');

    for (const name of ['Ana Gómez Ruiz', 'Bo Lind']) {
      await tabTo(page, 'checkbox', `Select ${name}`);
      await page.keyboard.press('Space');
    }
    await page.getByText('2 selected').first().waitFor();
    await openBulk();
    await leave('Remove 2 users?');
    expect(await row('Bo Lind').count()).to.equal(1);
    await openBulk();
    await press(page, 'button', 'Remove 2 users');
    await row('Bo Lind').waitFor({ state: 'hidden' });
    await row('Ana Gómez Ruiz').waitFor({ state: 'hidden' });
    await row('Laura Méndez').waitFor();
    expect(await isHeld()).to.equal(true);
  });

  async function openBulk(): Promise<void> {
    await press(page, 'button', 'Actions for the selected users');
    await arrowTo('Remove');
    await page.keyboard.press('Enter');
    await dialog('Remove 2 users?').waitFor();
  }

  /** In an open menu, by arrows. */
  async function arrowTo(name: string): Promise<void> {
    await page.getByRole('menuitem', { name, exact: true }).waitFor();
    for (let steps = 0; steps < 12 && !(await isFocused(page, 'menuitem', name)); steps += 1) await page.keyboard.press('ArrowDown');
    expect(await isFocused(page, 'menuitem', name), `the menu has ${name}`).to.equal(true);
  }
});
