import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { completeContactInfo, partialContactInfo } from '../../stories/support/scenario-adapter.js';
import type { ContactInfo } from '../../src/domain/contact-info.js';
import type { PersistenceAdapter } from '../../src/ports/persistence-adapter.js';
import { countPixels, sampled, sampleFrames, Screencast, someFrames } from './support/frames.js';
import { openPortal, type Portal } from './support/portal.js';

const file = (name: string) => readFileSync(new URL(`pages/${name}`, import.meta.url), 'utf8');
const isHeld = (page: Page) => page.waitForFunction(() => document.querySelector('onboarding-gate')?.shadowRoot?.querySelector('dialog')?.matches(':modal'));
const isOpen = (page: Page) => page.getByRole('heading', { name: 'Bookings' }).waitFor();

describe('a portal in a gate, from the first frame on', () => {
  let portal: Portal;
  let profile: BrowserContext;
  let page: Page;

  before(async () => {
    portal = await openPortal();
  });
  after(() => portal.close());
  beforeEach(async () => {
    profile = await newProfile();
    await sampleFrames(profile);
    page = await profile.newPage();
  });
  afterEach(() => profile.close());

  async function newProfile(options: { javaScriptEnabled?: boolean } = {}): Promise<BrowserContext> {
    const created = await portal.newProfile({ width: 1000, height: 700, ...options });
    await created.route('**/held-portal.html*', (route) => route.fulfill({ contentType: 'text/html', body: file('held-portal.html').replace('lang="en"', `lang="${new URL(route.request().url()).searchParams.get('lang') ?? 'en'}"`) }));
    await created.route('**/held-portal.css', (route) => route.fulfill({ contentType: 'text/css', body: file('held-portal.css') }));
    return created;
  }

  /** Puts a record into the browser's store, as an earlier visit would have. */
  async function keep(contactInfo: ContactInfo): Promise<void> {
    const other = await profile.newPage();
    await other.goto(`${portal.url}support.html`);
    await other.evaluate(async ({ url, info }) => {
      const { createLocalAdapter } = (await import(url)) as { createLocalAdapter(): Promise<PersistenceAdapter> };
      const adapter = await createLocalAdapter();
      const request = { accountId: 'mesa', signal: new AbortController().signal };
      const baseRevision = (await adapter.loadContactInfo(request))?.revision ?? null;
      await adapter.saveContactInfo({ ...request, contactInfo: info, baseRevision });
    }, { url: '/portero/portero.js', info: contactInfo });
    await other.close();
  }

  /** Loads the page, whose script arrives only when `arrive` is called. */
  async function load(lang = 'en'): Promise<{ arrive(): void; screencast: Screencast }> {
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/portero/portero.js', async (route) => {
      await arrived;
      await route.continue();
    });
    const screencast = await Screencast.of(page);
    await page.goto(`${portal.url}held-portal.html?lang=${lang}`, { waitUntil: 'commit' });
    await page.getByText('What is below the gate').waitFor();
    await someFrames(page, 10);
    return { arrive, screencast };
  }

  async function pixelsOf(screencast: Screencast) {
    const frames = await screencast.stop();
    expect(frames.length, 'the browser gave frames').to.be.greaterThan(1);
    return countPixels(profile, frames);
  }

  it('the pixels tell: without the gate and its style sheet, the portal is painted', async () => {
    await page.route('**/portero/*', (route) => route.abort());
    await page.goto(`${portal.url}held-portal.html`);
    const [{ signal }] = await countPixels(profile, [(await page.screenshot()).toString('base64')]);
    expect(signal).to.be.greaterThan(100_000);
  });

  for (const lang of ['en', 'es']) {
    it(`is not painted in any frame while the account is incomplete, and nothing shifts: lang="${lang}"`, async () => {
      await keep(partialContactInfo);
      const { arrive, screencast } = await load(lang);
      const before = await sampled(page);
      expect(before.samples.length).to.be.greaterThan(5);
      expect(before.samples.filter(({ portal: seen, modal }) => seen || modal), 'before the script is there').to.deep.equal([]);
      arrive();
      await isHeld(page);
      await someFrames(page, 10);
      const { samples, shifts } = await sampled(page);
      expect(samples.filter((sample) => sample.portal)).to.deep.equal([]);
      expect(samples.at(-1)!.modal).to.equal(true);
      const pixels = await pixelsOf(screencast);
      expect(pixels.map(({ signal }) => signal).filter((signal) => signal > 0)).to.deep.equal([]);
      expect(pixels.at(-1)!.dark, 'the backdrop is painted').to.be.greaterThan(50_000);
      expect(shifts).to.deep.equal([]);
    });

    it(`is painted without a modal before it when the account is complete, and nothing shifts: lang="${lang}"`, async () => {
      await keep(completeContactInfo);
      for (const visit of ['the first visit', 'a later one, which remembers']) {
        const { arrive, screencast } = await load(lang);
        expect((await sampled(page)).samples.filter((sample) => sample.portal), visit).to.deep.equal([]);
        arrive();
        await isOpen(page);
        await someFrames(page, 10);
        const { samples, shifts } = await sampled(page);
        expect(samples.filter(({ modal }) => modal), visit).to.deep.equal([]);
        expect(samples.at(-1)!.portal).to.equal(true);
        const pixels = await pixelsOf(screencast);
        expect(pixels.at(-1)!.signal, visit).to.be.greaterThan(100_000);
        expect(Math.max(...pixels.map(({ dark }) => dark)), `${visit}: no backdrop`).to.be.lessThan(50_000);
        expect(shifts, visit).to.deep.equal([]);
        await page.close();
        page = await profile.newPage();
      }
    });
  }

  it('opens without a shift once a colleague completes it', async () => {
    await keep(partialContactInfo);
    const { arrive } = await load();
    arrive();
    await isHeld(page);
    await keep(completeContactInfo);
    await isOpen(page);
    await someFrames(page);
    expect((await sampled(page)).shifts).to.deep.equal([]);
  });

  it('takes no access key while it is held', async () => {
    await keep(partialContactInfo);
    const devtools = await profile.newCDPSession(page);
    const pressed = () => page.evaluate(() => document.querySelector('button')!.textContent);
    const press = async () => {
      const key = { modifiers: 1, key: 'j', code: 'KeyJ', windowsVirtualKeyCode: 74 };
      await devtools.send('Input.dispatchKeyEvent', { ...key, type: 'rawKeyDown' });
      await devtools.send('Input.dispatchKeyEvent', { ...key, type: 'char', text: 'j', unmodifiedText: 'j' });
      await devtools.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' });
      return pressed();
    };
    const { arrive } = await load();
    arrive();
    await isHeld(page);
    await page.evaluate(() => document.querySelector('button')!.addEventListener('click', ({ target }) => ((target as Element).textContent = 'Pressed')));
    expect(await press()).to.equal('Act');
    await keep(completeContactInfo);
    await isOpen(page);
    expect(await press(), 'the key is one').to.equal('Pressed');
  });

  describe('whose script does not come', () => {
    const [, markup, script] = /```html\n(<noscript>[\s\S]*?)```[\s\S]*?```js\n([\s\S]*?)```/.exec(readFileSync('docs/onboarding-gate.md', 'utf8'))!;

    /** The page with what docs/onboarding-gate.md recommends. */
    async function withAdvice(target: Page): Promise<void> {
      const body = file('held-portal.html').replace('<link rel="icon"', '<script src="/portal-failed.js"></script><link rel="icon"').replace('<onboarding-gate', `${markup}<onboarding-gate`);
      await target.route('**/held-portal.html', (route) => route.fulfill({ contentType: 'text/html', body }));
      await target.route('**/portal-failed.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
    }

    async function expectUnseen(target: Page): Promise<void> {
      const [{ signal, dark }] = await countPixels(profile, [(await target.screenshot()).toString('base64')]);
      expect([signal, dark < 50_000]).to.deep.equal([0, true]);
    }

    it('stays unseen where scripts are turned off, and the page says so', async () => {
      const plain = await newProfile({ javaScriptEnabled: false });
      const target = await plain.newPage();
      await withAdvice(target);
      await target.goto(`${portal.url}held-portal.html`);
      // A text search skips what is in a noscript.
      await target.locator('noscript p').waitFor();
      await expectUnseen(target);
      await plain.close();
    });

    for (const missing of ['portero.js', 'chunks/*']) {
      it(`stays unseen where ${missing} cannot be loaded, and the page says so`, async () => {
        await withAdvice(page);
        await page.route(`**/portero/${missing}`, (route) => route.abort());
        await page.goto(`${portal.url}held-portal.html`);
        await page.getByRole('alert').getByText('The portal could not be loaded.').waitFor();
        await someFrames(page);
        expect((await sampled(page)).samples.filter((sample) => sample.portal || sample.modal)).to.deep.equal([]);
        await expectUnseen(page);
      });
    }

    it('says nothing of that where it comes', async () => {
      await withAdvice(page);
      await keep(completeContactInfo);
      await page.goto(`${portal.url}held-portal.html`);
      await isOpen(page);
      expect(await page.getByText('The portal could not be loaded.').isVisible()).to.equal(false);
    });
  });
});
