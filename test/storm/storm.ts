import { readFileSync } from 'node:fs';
import pg from 'pg';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { freePort } from '../../scripts/free-port.mjs';
import data from '../domain/evaluate-contact-info.vectors.json';
import type { ContactInfo } from '../../src/domain/contact-info.js';
import { PostgresServer } from '../server/support/postgres.js';
import { ServerProcess } from '../server/support/server-process.js';
import { Front, type FrontFaults } from './front.js';
import { contradictionsIn, type Revision } from './history.js';
import { writeInStorm, type Operation } from './writer.js';

export interface StormOptions {
  /** That each tab gets acknowledged. */
  writes: number;
  /** The longest pause between two, in milliseconds. */
  pause: number;
  faults: FrontFaults;
  /** Between two faults of servers and connections, in milliseconds. */
  calm: number;
  random?: () => number;
  log?: (line: string) => void;
}

export interface StormReport {
  contradictions: string[];
  /** Gates that did not open once the account was complete. */
  closedGates: number;
  revisions: number;
  acknowledged: number;
  refused: number;
  unknown: number;
  /** What was stored and nobody was told so: unknown, or refused when it was asked for again after another write. */
  storedUnacknowledged: number;
  lostRequests: number;
  cutAnswers: number;
  kills: number;
  terminatedConnections: number;
}

const accountId = 'storm';
const administrators = ['ana@storm.example', 'bo@storm.example'];
const tabsEach = 4;

/**
 * Two administrators with four tabs each write to one account over bad lines, through two server processes on one PostgreSQL, while
 * those processes are killed and their connections are terminated.
 */
export async function runStorm({ writes, pause, faults, calm, random = Math.random, log = () => {} }: StormOptions): Promise<StormReport> {
  const postgres = await PostgresServer.start();
  const address = await postgres.create();
  const ports = [await freePort(), await freePort()];
  const start = (index: number) => new ServerProcess({ DATABASE_URL: address, PORT: String(ports[index]), LOG_LEVEL: 'info' });
  const servers: ServerProcess[] = [];
  const fronts = ports.map((port) => new Front(`http://127.0.0.1:${port}`, { lost: 0, unacknowledged: 0 }, random));
  const browser = await launch();
  try {
    for (const index of ports.keys()) servers[index] = start(index);
    await Promise.all(servers.map(({ url }) => url));
    const origins = await Promise.all(fronts.map((front) => front.open()));
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    await keepEveryRevision(client);
    const pages = await openTabs(browser.newContext.bind(browser), origins);
    for (const front of fronts) front.faults = faults;

    log(`${pages.length} tabs, ${writes} acknowledged writes each`);
    const chaos = new Chaos({ client, calm, random, log, kill: async (index) => {
      await servers[index].stop('SIGKILL');
      servers[index] = start(index);
      await servers[index].url;
    } });
    const operations = (await Promise.all(pages.map((page, tab) => page.evaluate(writeInStorm, { tab, accountId, writes, pause })))).flat();
    await chaos.stop();
    for (const front of fronts) front.faults = { lost: 0, unacknowledged: 0 };

    const revisions = await revisionsIn(client);
    const closedGates = await openGates(pages);
    await client.end();
    return { ...summaryOf(operations, revisions), contradictions: contradictionsIn(revisions, operations), closedGates, kills: chaos.kills, terminatedConnections: chaos.terminated,
      lostRequests: fronts.reduce((sum, { cut }) => sum + cut.lost, 0), cutAnswers: fronts.reduce((sum, { cut }) => sum + cut.unacknowledged, 0) };
  } finally {
    await browser.close();
    await Promise.all(fronts.map((front) => front.close()));
    await Promise.all(servers.map((server) => server.stop('SIGKILL')));
    await postgres.stop();
  }
}

function launch() {
  const { chromium: { path, env } } = JSON.parse(readFileSync('node_modules/.cache/browsers.json', 'utf8')) as { chromium: { path: string; env: Record<string, string> } };
  return chromium.launch({ executablePath: path, env: { ...process.env, ...env } as Record<string, string>, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}

/** History keeps the newest 200 for people; here all of them are looked at. */
async function keepEveryRevision(client: pg.Client): Promise<void> {
  await client.query(`
    create table public.storm (number bigint generated always as identity, record json not null);
    grant insert on public.storm to portero_app;
    create function public.keep_revision() returns trigger language plpgsql as $$
    begin
      insert into public.storm (record) values (new.record);
      return null;
    end
    $$;
    create trigger keep_revision after update of record on portero.accounts for each row execute function public.keep_revision()`);
}

async function revisionsIn(client: pg.Client): Promise<Revision[]> {
  const { rows } = await client.query<{ record: string }>('select record::text as record from public.storm order by number');
  return rows.map(({ record }) => JSON.parse(record) as Revision);
}

/** Each with a gate that is held; of each administrator's, half use one server, and half the other. */
async function openTabs(newProfile: () => Promise<BrowserContext>, origins: string[]): Promise<Page[]> {
  const pages: Page[] = [];
  for (const email of administrators) {
    const profile = await newProfile();
    await signIn(profile, origins[0], email);
    for (let tab = 0; tab < tabsEach; tab += 1) {
      const page = await profile.newPage();
      await page.goto(`${origins[tab % origins.length]}/support.html`);
      // Functions travel as text, and the compiler names them with a helper that the page does not have.
      await page.evaluate('globalThis.__name = (one) => one');
      await page.evaluate(async (account) => {
        const portero = '/portero/portero.js';
        const { createHttpAdapter } = (await import(portero)) as { createHttpAdapter(options: object): Promise<import('../../src/ports/persistence-adapter.js').PersistenceAdapter> };
        const gate = document.createElement('onboarding-gate');
        Object.assign(gate, { accountId: account, environment: 'sandbox', integrationType: 'redirect', adapter: await createHttpAdapter({ baseUrl: '/api' }) });
        document.body.append(gate);
      }, accountId);
      await page.waitForFunction(() => document.querySelector('onboarding-gate')!.status === 'incomplete');
      pages.push(page);
    }
  }
  return pages;
}

/** Cookies are the same for both ports. The first invites the second. */
async function signIn(profile: BrowserContext, origin: string, email: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await profile.request.post(`${origin}/api/session`, { headers, data: { accountId, email } });
  if (!response.ok()) throw new Error(`Signing in was answered ${response.status()}.`);
  if (email !== administrators[0]) return;
  const invitations = [{ email: administrators[1], role: 'administrator', mailingLists: [] }];
  await profile.request.post(`${origin}/api/accounts/${accountId}/users`, { headers, data: { invitations } });
}

/** What goes wrong behind the servers: one is killed and started again, or connections to the database are terminated. */
class Chaos {
  kills = 0;
  terminated = 0;
  readonly #end = new AbortController();
  readonly #going: Promise<void>;

  constructor({ client, calm, random, log, kill }: { client: pg.Client; calm: number; random: () => number; log: (line: string) => void; kill: (index: number) => Promise<void> }) {
    this.#going = (async () => {
      for (let turn = 0; ; turn += 1) {
        await Promise.race([new Promise((resolve) => setTimeout(resolve, calm * (0.5 + random()))), new Promise((resolve) => this.#end.signal.addEventListener('abort', resolve))]);
        if (this.#end.signal.aborted) return;
        if (turn % 2 === 0) {
          const index = random() < 0.5 ? 0 : 1;
          log(`server ${index + 1} is killed`);
          await kill(index);
          this.kills += 1;
        } else {
          const { rowCount } = await client.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name like \'portero%\' and random() < 0.5');
          log(`${rowCount} connections are terminated`);
          this.terminated += rowCount ?? 0;
        }
      }
    })();
  }

  /** Once what was killed runs again. */
  async stop(): Promise<void> {
    this.#end.abort();
    await this.#going;
  }
}

/** The account becomes complete, by one of them. */
async function openGates(pages: Page[]): Promise<number> {
  const complete = data.vectors[0].contactInfo as ContactInfo;
  await pages[0].evaluate(async ({ account, contactInfo }) => {
    const portero = '/portero/portero.js';
    const { createHttpAdapter } = (await import(portero)) as { createHttpAdapter(options: object): Promise<import('../../src/ports/persistence-adapter.js').PersistenceAdapter> };
    const adapter = await createHttpAdapter({ baseUrl: '/api' });
    const request = { accountId: account, signal: new AbortController().signal };
    const record = await adapter.loadContactInfo(request);
    await adapter.saveContactInfo({ ...request, contactInfo: { ...record?.contactInfo, ...contactInfo, alertContacts: [] }, baseRevision: record?.revision ?? null });
  }, { account: accountId, contactInfo: complete });
  const opened = await Promise.all(pages.map((page) => page.waitForFunction(() => document.querySelector('onboarding-gate')!.status === 'complete', undefined, { timeout: 60_000 }).then(() => true, () => false)));
  return opened.filter((isOpen) => !isOpen).length;
}

function summaryOf(operations: readonly Operation[], revisions: readonly Revision[]) {
  const writes = operations.filter(({ kind }) => kind === 'write');
  const count = (outcome: Operation['outcome']) => writes.filter((one) => one.outcome === outcome).length;
  const acknowledged = new Set(writes.filter(({ outcome }) => outcome === 'done').map(({ token }) => token));
  return {
    revisions: revisions.length, acknowledged: acknowledged.size, refused: count('refused'), unknown: count('unknown'),
    storedUnacknowledged: revisions.filter(({ contactInfo }) => !acknowledged.has(String(contactInfo.everybody))).length,
  };
}
