import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { tabTo } from './support/keyboard.js';
import { chooseAlertContact, fillContacts, fillEverything, fillHours, gateOf, usePortal, visit } from './support/portal.js';

describe('the demonstration portal', () => {
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

  const portalLink = () => page.getByRole('link', { name: 'Bookings' });
  const isHeld = () => page.locator('onboarding-gate').evaluate((gate) => gate.shadowRoot!.querySelector('dialog')?.matches(':modal') ?? false);

  it('is covered by a modal with tabs, progress, support, help and an exit', async () => {
    const gate = gateOf(page);
    for (const tab of ['Contact information', 'Users']) expect(await gate.getByRole('tab', { name: tab }).count()).to.equal(1);
    expect(await gate.getByText('0 of 7').count()).to.equal(1);
    for (const link of ['Contact support', 'Help guide', 'Leave for now']) expect(await gate.getByRole('link', { name: link }).count()).to.equal(1);
    const dialogBox = (await gate.boundingBox())!;
    const support = (await gate.getByRole('link', { name: 'Contact support' }).boundingBox())!;
    expect(support.x + support.width, 'at the right').to.be.greaterThan(dialogBox.x + dialogBox.width * 0.8);
    expect(support.y, 'at the top').to.be.lessThan(dialogBox.y + 80);
  });

  it('cannot be clicked, tabbed to or read behind the modal, and Escape changes nothing', async () => {
    for (let times = 0; times < 10; times += 1) await page.keyboard.press('Escape');
    await page.mouse.click(5, 5);
    for (let times = 0; times < 10; times += 1) await page.keyboard.press('Escape');
    expect(await isHeld()).to.equal(true);
    // Roles are looked up in the accessibility tree: what is hidden there is not found.
    expect(await portalLink().count()).to.equal(0);
    const seen = new Set<string>();
    for (let times = 0; times < 60; times += 1) {
      await page.keyboard.press('Tab');
      seen.add(await page.evaluate(() => {
        const active = document.activeElement;
        return active?.closest('nav, .top, main') ? 'portal' : (active?.localName ?? '');
      }));
    }
    expect([...seen]).not.to.include('portal');
  });

  it('opens after the seven fields are saved, stays open after a reload, and opens a tab that was waiting', async () => {
    const waiting = await visit(portal.profile, portal.url);
    await gateOf(waiting.page).waitFor();
    await fillEverything(page);
    expect(await gateOf(page).getByText('7 of 7').count()).to.equal(1);
    expect(await isHeld(), 'complete on the page is not saved').to.equal(true);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await gateOf(page).waitFor({ state: 'hidden' });
    await portalLink().click();
    await page.getByRole('heading', { name: 'Bookings', level: 1 }).waitFor();

    await gateOf(waiting.page).waitFor({ state: 'hidden' });
    await waiting.page.getByRole('link', { name: 'Feeds' }).waitFor();
    expect(waiting.problems).to.deep.equal([]);

    await page.reload();
    await portalLink().waitFor();
    expect(await isHeld()).to.equal(false);
  });

  it('is done by keyboard alone', async () => {
    await tabTo(page, 'combobox', 'Alert Contacts');
    await page.keyboard.type('laura');
    await page.getByRole('option', { name: 'Laura Méndez' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove Laura Méndez' }).waitFor();
    await page.keyboard.press('Escape');
    for (const [label, address] of [
      ['Technical Emergency Contacts', 'on-call@mesa.example'],
      ['Technical Non-Emergency Contacts', 'engineering@mesa.example'],
      ['Operational contact for merchant issues', 'merchants@mesa.example'],
      ['Operational contact (for Mesa)', 'operations@mesa.example'],
      ['Operational contact (to share with users)', 'support@mesa.example'],
    ]) {
      await tabTo(page, 'textbox', label);
      await page.keyboard.type(`${address},`);
      await page.getByRole('button', { name: `Remove ${address}` }).waitFor();
    }
    await tabTo(page, 'button', 'Weekdays 9:00–17:00');
    await page.keyboard.press('Enter');
    await tabTo(page, 'button', 'Save and continue');
    await page.keyboard.press('Enter');
    await gateOf(page).waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.id), 'the focus is on the portal’s content').to.equal('main');
  });

  it('says what is missing, takes the focus there, and leads to each field', async () => {
    await page.getByRole('button', { name: 'Save and continue' }).click();
    const summary = page.getByRole('group', { name: '7 things to put right' });
    await summary.waitFor();
    expect(await summary.evaluate((element) => element.matches(':focus'))).to.equal(true);
    await summary.getByRole('link', { name: 'Technical Emergency Contacts' }).click();
    expect(await page.getByRole('textbox', { name: 'Technical Emergency Contacts' }).evaluate((element) => element.matches(':focus'))).to.equal(true);
    expect(await isHeld()).to.equal(true);
  });

  it('lets a colleague be invited, who accepts and becomes an alert contact', async () => {
    await page.getByRole('tab', { name: 'Users' }).click();
    const table = page.getByRole('table', { name: 'Users' });
    await table.getByText('laura.mendez@mesa.example').waitFor();
    await page.getByRole('button', { name: 'Invite user' }).click();
    const invite = page.getByRole('dialog', { name: /invite/i });
    await invite.getByRole('textbox', { name: /name/i }).first().fill('Ana Gómez');
    await invite.getByRole('textbox', { name: /mail/i }).fill('ana.gomez@mesa.example');
    await invite.getByRole('combobox', { name: /role/i }).selectOption({ label: 'Editor' });
    await invite.getByRole('button', { name: /invit/i }).last().click();
    await table.getByText('ana.gomez@mesa.example').waitFor();

    await page.getByRole('tab', { name: 'Contact information' }).click();
    await page.getByRole('combobox', { name: 'Alert Contacts' }).click();
    await page.getByRole('option', { name: 'Laura Méndez' }).waitFor();
    expect(await page.getByRole('option', { name: 'Ana Gómez' }).count(), 'not active yet').to.equal(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Accept invitation for Ana Gómez' }).click();
    await page.getByRole('button', { name: 'Accept invitation for Ana Gómez' }).waitFor({ state: 'hidden' });
    await chooseAlertContact(page, 'Ana Gómez');
  });

  it('keeps what is saved for later: the gate stays closed, and whoever comes next goes on from there', async () => {
    await fillContacts(page);
    await page.getByRole('button', { name: 'Save and finish later' }).click();
    await page.getByText('Saved. You, or a colleague, can go on from here.').first().waitFor();
    expect(await isHeld()).to.equal(true);

    const next = await visit(portal.profile, portal.url);
    await gateOf(next.page).getByText('5 of 7').waitFor();
    await next.page.getByRole('button', { name: 'Remove on-call@mesa.example' }).waitFor();
    await chooseAlertContact(next.page, 'Laura Méndez');
    await fillHours(next.page);
    await next.page.getByRole('button', { name: 'Save and continue' }).click();
    await gateOf(next.page).waitFor({ state: 'hidden' });
    await gateOf(page).waitFor({ state: 'hidden' });
    expect(next.problems).to.deep.equal([]);
  });

  it('asks for six fields in sandbox, and re-opens in production for the one that is missing', async () => {
    await page.getByLabel('Environment').selectOption('sandbox');
    await gateOf(page).getByText('0 of 6').waitFor();
    await gateOf(page).getByText('Only available in production').waitFor();
    await fillContacts(page);
    await fillHours(page);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await gateOf(page).waitFor({ state: 'hidden' });

    await page.getByLabel('Environment').selectOption('production');
    await gateOf(page).getByText('6 of 7').waitFor();
    await chooseAlertContact(page, 'Laura Méndez');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await gateOf(page).waitFor({ state: 'hidden' });
  });

  it('drops the merchant field for an integration type without merchants', async () => {
    const field = page.getByRole('textbox', { name: 'Operational contact for merchant issues' });
    await field.waitFor();
    await page.getByLabel('Integration type').selectOption('redirect');
    await gateOf(page).getByText('0 of 6').waitFor();
    expect(await field.count()).to.equal(0);
  });

  it('speaks Spanish and turns dark at run time, and keeps what was typed', async () => {
    await page.getByRole('textbox', { name: 'Technical Emergency Contacts' }).fill('on-call@mesa.example');
    await page.getByLabel('Language').selectOption('es');
    await page.getByRole('dialog', { name: 'Información de contacto' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Contactos técnicos de emergencia' }).inputValue()).to.equal('on-call@mesa.example');
    await page.getByLabel('Tema').selectOption('dark');
    const colour = () => page.locator('onboarding-gate').evaluate((gate) => getComputedStyle(gate.shadowRoot!.querySelector('dialog')!).backgroundColor);
    expect(await colour()).to.equal('rgb(27, 31, 39)');
  });

  it('holds the same form and the users on its Configuration page, and both can be changed there', async () => {
    await fillEverything(page);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await gateOf(page).waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Configuration' }).click();
    await page.getByRole('button', { name: 'Remove on-call@mesa.example' }).click();
    await page.getByRole('textbox', { name: 'Technical Emergency Contacts' }).fill('duty@mesa.example');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.', { exact: true }).first().waitFor();
    const users = page.getByRole('table', { name: 'Users' });
    await users.getByRole('button', { name: 'Actions for Laura Méndez' }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    const edit = page.getByRole('dialog', { name: 'Edit Laura Méndez' });
    await edit.getByRole('textbox', { name: 'Name' }).fill('Laura M. Ruiz');
    await edit.getByRole('button', { name: 'Save' }).click();
    await users.getByRole('rowheader', { name: /Laura M\. Ruiz/ }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Remove duty@mesa.example' }).waitFor();
    expect(await page.getByRole('button', { name: 'Remove on-call@mesa.example' }).count()).to.equal(0);
    await page.getByRole('button', { name: 'Remove Laura M. Ruiz' }).waitFor();
  });

  it('can be reset', async () => {
    await fillEverything(page);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await gateOf(page).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Reset this account' }).click();
    await gateOf(page).getByText('0 of 7').waitFor();
  });
});
