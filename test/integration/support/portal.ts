import { readFileSync } from 'node:fs';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';
// @ts-expect-error -- a script without types
import { servePortal } from '../../../scripts/start.mjs';

export interface Portal {
  url: string;
  /** A new browser profile: nothing stored. */
  newProfile(options?: { width?: number; height?: number; javaScriptEnabled?: boolean }): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** The demonstration portal as `npm start` serves it, and the Chromium that the tests use. */
export async function openPortal(): Promise<Portal> {
  const { chromium: { path, env } } = JSON.parse(readFileSync('node_modules/.cache/browsers.json', 'utf8')) as { chromium: { path: string; env: Record<string, string> } };
  const server = (await servePortal({ port: 0, log: () => {}, database: {} })) as { url: string; close(): Promise<void> };
  const browser: Browser = await playwright.launch({ executablePath: path, env: { ...process.env, ...env } as Record<string, string>, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  return {
    url: server.url,
    newProfile: ({ width = 1280, height = 900, javaScriptEnabled = true } = {}) => browser.newContext({ viewport: { width, height }, javaScriptEnabled, locale: 'en-GB', timezoneId: 'Europe/Madrid' }),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** The portal for the tests of a suite, opened once, with a new profile for each of them. */
export function usePortal() {
  let portal: Portal;
  let profile: BrowserContext;
  before(async () => {
    portal = await openPortal();
  });
  after(() => portal.close());
  beforeEach(async () => {
    profile = await portal.newProfile();
  });
  afterEach(() => profile.close());
  return {
    newProfile: (options?: Parameters<Portal['newProfile']>[0]) => portal.newProfile(options),
    get url() {
      return portal.url;
    },
    get profile() {
      return profile;
    },
  };
}

/** A page of the portal in which anything unexpected on the console fails the test that asks. */
export async function visit(profile: BrowserContext, url: string): Promise<{ page: Page; problems: string[] }> {
  const page = await profile.newPage();
  page.setDefaultTimeout(40_000);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(url);
  return { page, problems };
}

export const contactFields = [
  ['Technical Emergency Contacts', 'on-call@mesa.example'],
  ['Technical Non-Emergency Contacts', 'engineering@mesa.example'],
  ['Operational contact for merchant issues', 'merchants@mesa.example'],
  ['Operational contact (for Mesa)', 'operations@mesa.example'],
  ['Operational contact (to share with users)', 'support@mesa.example'],
] as const;

export function gateOf(page: Page) {
  return page.getByRole('dialog', { name: 'Contact information' });
}

export async function fillContacts(page: Page): Promise<void> {
  for (const [label, address] of contactFields) {
    await page.getByRole('textbox', { name: label, exact: true }).fill(address);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `Remove ${address}` }).waitFor();
  }
}

export async function chooseAlertContact(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Alert Contacts' }).click();
  await page.getByRole('option', { name }).click();
  await page.getByRole('button', { name: `Remove ${name}` }).waitFor();
  await page.keyboard.press('Escape');
}

export async function fillHours(page: Page): Promise<void> {
  const hours = page.getByRole('group', { name: 'Operational Support' });
  await hours.getByRole('button', { name: 'Weekdays 9:00–17:00' }).first().click();
  await hours.getByRole('group', { name: 'Monday' }).waitFor();
}

export async function fillEverything(page: Page): Promise<void> {
  await chooseAlertContact(page, 'Laura Méndez');
  await fillContacts(page);
  await fillHours(page);
}
