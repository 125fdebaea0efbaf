import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { ContactInfo } from '../../src/domain/contact-info.js';
import { usePortal } from './support/portal.js';
import { writeInTab, type TabDiary } from './support/tab-writer.js';

interface Entry {
  revision: string;
  by?: { id: string };
  before?: ContactInfo;
  after?: ContactInfo;
}

const databaseName = 'tabs';
const administrators = ['ana', 'bo'];
const tabsEach = 4;
const saves = 6;
const textIn = (contactInfo: ContactInfo | undefined, key: string) => ((contactInfo?.[key] ?? []) as { email: string }[]).map(({ email }) => email).join(' ');

/** Runs in a page: two administrators, who are there before anybody writes. Returns their ids. */
async function seed({ databaseName, names }: { databaseName: string; names: string[] }): Promise<string[]> {
  const portero = '/portero/portero.js';
  const { createLocalAdapter } = (await import(portero)) as { createLocalAdapter(options: object): Promise<import('../../src/ports/persistence-adapter.js').PersistenceAdapter> };
  const { users } = await createLocalAdapter({ databaseName });
  const request = { accountId: 'tabs', signal: new AbortController().signal };
  const invited = await users!.inviteUsers({ ...request, invitations: names.map((name) => ({ email: `${name}@tabs.example`, name, role: 'administrator', mailingLists: [] })) });
  const found = invited.flatMap((result) => (result.ok ? [result.user] : []));
  for (const user of found) await users!.updateUser({ ...request, userId: user.id, changes: { status: 'active' }, baseRevision: user.revision });
  return found.map(({ id }) => id);
}

async function readHistory(databaseName: string): Promise<Entry[]> {
  const portero = '/portero/portero.js';
  const { createLocalAdapter } = (await import(portero)) as { createLocalAdapter(options: object): Promise<import('../../src/ports/persistence-adapter.js').PersistenceAdapter> };
  const adapter = await createLocalAdapter({ databaseName });
  const { entries } = await adapter.loadHistory!({ accountId: 'tabs', signal: new AbortController().signal, limit: 1_000 });
  return entries.reverse();
}

describe('several tabs of one browser', () => {
  const portal = usePortal();
  const open = async () => {
    const page = await portal.profile.newPage();
    await page.goto(`${portal.url}support.html`);
    return page;
  };


  it('lose no update of two administrators with four tabs each, who all write at once', async () => {
    const reader = await open();
    const ids = await reader.evaluate(seed, { databaseName, names: administrators });
    expect(ids).to.have.length(administrators.length);
    const tasks = administrators.flatMap((administrator, index) => Array.from({ length: tabsEach }, (_, tab) => ({
      name: `${administrator} ${tab}`, viewer: { id: ids[index], role: 'administrator' }, databaseName, saves,
    })));
    const pages: Page[] = [];
    for (let index = 0; index < tasks.length; index += 1) pages.push(await open());
    // Functions travel as text, and the test's compiler names them with a helper that the page does not have.
    for (const page of pages) await page.evaluate('globalThis.__name = (one) => one');
    const diaries: TabDiary[] = await Promise.all(tasks.map((task, index) => pages[index].evaluate(writeInTab, task)));
    const entries = await reader.evaluate(readHistory, databaseName);

    const acknowledged = diaries.flatMap((diary) => diary.acknowledged.map((one) => ({ ...one, diary })));
    expect(acknowledged.length, 'saves that were acknowledged').to.be.at.least(tasks.length * saves / 2);
    for (const { revision, key, address, diary } of acknowledged) {
      const entry = entries.find((one) => one.revision === revision);
      expect(textIn(entry?.after, key).split(' '), `what ${diary.name} was told is saved`).to.include(address);
    }
    let replaced = 0;
    for (const [index, { revision, before, after }] of entries.entries()) {
      // Each save builds on the one before: nothing came in between unseen.
      expect(before ?? {}, `what entry ${index} found`).to.deep.equal(entries[index - 1]?.after ?? {});
      const author = acknowledged.find((one) => one.revision === revision)?.diary;
      for (const key of ['technicalEmergencyContacts', 'operationalContactInternal']) {
        if (!author || textIn(before, key) === textIn(after, key)) continue;
        replaced += 1;
        expect(author.seen[key], `${author.name} replaced what it had seen`).to.include(textIn(before, key));
      }
    }
    expect(replaced, 'values that were replaced').to.be.at.least(tasks.length);
  });

  it('find a record whole, old or new, when the page that writes it crashes', async () => {
    const size = 3_000;
    for (const more of [0, 1, 2, 5]) {
      const page = await open();
      let acknowledged = 0;
      page.on('console', (message) => (acknowledged = Math.max(acknowledged, Number(/^stored (\d+)$/.exec(message.text())?.[1] ?? 0))));
      const first = await page.evaluate('globalThis.__name = (one) => one').then(() => page.evaluate(startWriting, { databaseName, size }));
      // In the middle of the next one.
      if (acknowledged < first + more) await page.waitForEvent('console', { predicate: (message) => message.text() === `stored ${first + more}` });
      const crashed = page.waitForEvent('crash');
      const devtools = await portal.profile.newCDPSession(page);
      devtools.send('Page.crash').catch(() => undefined);
      await crashed;
      await page.close();
      const reader = await open();
      const [last] = (await reader.evaluate(readHistory, databaseName)).slice(-1);
      const addresses = textIn(last.after, 'technicalEmergencyContacts').split(' ');
      expect(addresses).to.have.length(size);
      const generations = new Set(addresses.map((address) => Number(/-(\d+)@/.exec(address)![1])));
      expect([...generations], 'all of one writing').to.have.length(1);
      expect([...generations][0], 'what was acknowledged is there').to.be.at.least(Math.max(first, acknowledged));
      await reader.close();
    }
  });
});

/** Runs in a page: replaces a long list by another one, again and again, until the page is gone. Resolves with the first that is stored. */
async function startWriting({ databaseName, size }: { databaseName: string; size: number }): Promise<number> {
  const portero = '/portero/portero.js';
  const { createLocalAdapter } = (await import(portero)) as { createLocalAdapter(options: object): Promise<import('../../src/ports/persistence-adapter.js').PersistenceAdapter> };
  const adapter = await createLocalAdapter({ databaseName });
  const request = { accountId: 'tabs', signal: new AbortController().signal };
  let record = await adapter.loadContactInfo(request);
  const contacts = (record?.contactInfo.technicalEmergencyContacts ?? []) as { email: string }[];
  let generation = contacts.length > 0 ? Number(/-(\d+)@/.exec(contacts[0].email)![1]) : 0;
  const write = async () => {
    generation += 1;
    const contactInfo = { technicalEmergencyContacts: Array.from({ length: size }, (_, index) => ({ email: `p${index}-${generation}@tabs.example` })) };
    record = await adapter.saveContactInfo({ ...request, contactInfo, baseRevision: record?.revision ?? null });
    console.log(`stored ${generation}`);
  };
  await write();
  const first = generation;
  void (async () => {
    for (;;) await write();
  })();
  return first;
}
