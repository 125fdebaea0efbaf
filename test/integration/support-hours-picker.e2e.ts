import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import type { SupportHours } from '../../src/domain/support-hours.js';
import { press, tabTo } from './support/keyboard.js';
import { usePortal, visit } from './support/portal.js';

/** A page with nothing but a form, under the portal's own headers. */
async function visitForm(profile: BrowserContext, portalUrl: string, attributes = ''): Promise<{ page: Page; problems: string[] }> {
  const { headers } = await fetch(portalUrl);
  await profile.route('**/hours.html*', (route) => route.fulfill({
    headers: Object.fromEntries(['content-security-policy', 'x-content-type-options', 'referrer-policy'].map((name) => [name, headers.get(name)!])),
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en-GB" ${attributes}><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Hours</title>
      <link rel="icon" href="data:,"><link rel="stylesheet" href="/portero/tokens.css"><script type="module" src="/portero/portero.js"></script>
      <form action="/hours.html"><label for="hours">When can we call you?</label>
      <support-hours-picker id="hours" name="hours" required></support-hours-picker><button>Save</button></form>`,
  }));
  return visit(profile, new URL('hours.html', portalUrl).href);
}

describe('support hours, alone in a form', () => {
  const portal = usePortal();
  let page: Page;
  let problems: string[];
  afterEach(() => {
    expect(problems).to.deep.equal([]);
  });

  const group = (name: string) => page.getByRole('group', { name, exact: true });
  const write = async (box: string | RegExp, text: string) => {
    await tabTo(page, 'textbox', box);
    await page.keyboard.type(text);
  };

  it('are written, copied, given an exception, painted and sent by keyboard alone', async () => {
    ({ page, problems } = await visitForm(portal.profile, portal.url));
    await group('When can we call you?').waitFor();

    // Nothing is sent without what is required, and the focus is where it is missing.
    await press(page, 'button', 'Save');
    await page.getByRole('button', { name: 'Add schedule' }).and(page.locator(':focus')).waitFor();
    await page.getByText('Add at least one schedule.').waitFor();
    expect(new URL(page.url()).search).to.equal('');

    await press(page, 'button', 'Add schedule');
    await page.keyboard.type('Telephone');
    await tabTo(page, 'combobox', /^Time zone/);
    await page.keyboard.type('calcutta');
    await page.getByRole('option', { name: /India/ }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await write('Hours on Monday', '9am-1pm, 22-2');
    await page.keyboard.press('Enter');
    await page.getByText('until 02:00 the next day').first().waitFor();
    await press(page, 'button', 'Copy Monday to other days');
    await page.getByRole('button', { name: 'Weekdays', exact: true }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');

    await press(page, 'button', 'Add exception');
    await page.getByRole('textbox', { name: 'Occasion' }).waitFor();
    await tabTo(page, 'textbox', 'From');
    await page.keyboard.type('12122026');
    await write('Occasion', 'Assembly');
    await press(page, 'button', 'Add');
    await page.getByRole('button', { name: /^Remove .*12 Dec 2026/ }).waitFor();

    await press(page, 'button', 'Week view');
    await press(page, 'button', 'Change Telephone in the week');
    await page.getByRole('gridcell', { name: /^Monday/ }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Enter');

    await press(page, 'button', 'Save');
    await page.waitForURL(/\?hours=/);
    const sent = JSON.parse(new URL(page.url()).searchParams.get('hours')!) as SupportHours;
    const [telephone] = sent.schedules;
    expect([sent.schedules.length, telephone.label, telephone.timeZone]).to.deep.equal([1, 'Telephone', 'Asia/Kolkata']);
    expect(telephone.weekly.tu.map(({ open, close }) => `${open}-${close}`)).to.deep.equal(['09:00-13:00', '22:00-02:00']);
    expect(telephone.weekly.mo.map(({ open, close }) => `${open}-${close}`)).to.deep.equal(['00:00-00:30', '09:00-13:00', '22:00-02:00']);
    expect([telephone.weekly.fr.length, telephone.weekly.sa.length]).to.deep.equal([2, 0]);
    expect(telephone.exceptions?.map(({ from, to, label, intervals }) => ({ from, to, label, intervals }))).to.deep.equal([{ from: '2026-12-12', to: '2026-12-12', label: 'Assembly', intervals: [] }]);
  });

  for (const direction of ['ltr', 'rtl']) {
    it(`fit into 320 px with everything open (${direction})`, async () => {
      const profile = await portal.newProfile({ width: 320, height: 640 });
      try {
        ({ page, problems } = await visitForm(profile, portal.url, `dir="${direction}"`));
        await page.getByRole('button', { name: 'Weekdays 9:00–17:00' }).click();
        await page.getByRole('textbox', { name: 'Hours on Tuesday' }).fill('9-13, 14-18, 22:30-06:15');
        await page.keyboard.press('Enter');
        await page.getByRole('textbox', { name: 'Hours on Wednesday' }).fill('9-13, 12-18');
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: /^Merge into/ }).waitFor();
        await page.getByRole('button', { name: 'Week view' }).click();
        await page.getByRole('table', { name: 'The week as a table' }).or(page.getByText('The week as a table')).first().waitFor();
        await page.getByRole('button', { name: 'Add exception' }).click();
        await page.getByRole('textbox', { name: 'Occasion' }).waitFor();
        await page.getByRole('button', { name: 'Paste hours' }).click();
        await page.getByRole('textbox', { name: 'Hours from elsewhere' }).fill('Mo-Fr 09:00-17:00');
        await page.getByText('Understood:').waitFor();
        const { width, outside } = await page.evaluate(() => {
          const all = [...document.querySelector('support-hours-picker')!.shadowRoot!.querySelectorAll('*')];
          const outside = all.filter((element) => element.checkVisibility() && !element.closest('.visually-hidden')).filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return left < 0 || right > innerWidth;
          });
          return { width: document.scrollingElement!.scrollWidth, outside: outside.map(({ localName, className }) => `${localName}.${String(className)}`) };
        });
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/picker-${direction}.png`, fullPage: true });
        expect({ width, outside }).to.deep.equal({ width: 320, outside: [] });
      } finally {
        await profile.close();
      }
    });
  }
});
