import { expect } from 'chai';
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AddressInfo } from 'node:net';
import { MemoryAdapter, MemoryStore } from '../../src/adapters/memory.js';
import type { PersistenceAdapter } from '../../src/ports/persistence-adapter.js';
import { conformanceCases, type OpenOptions } from '../../src/testing/index.js';

const readme = readFileSync('README.md', 'utf8');

/** A block of code below a heading: the first, or one that is told by what is in it. */
function codeBelow(heading: string, language: string, part = ''): string {
  const section = readme.slice(readme.indexOf(`\n## ${heading}\n`));
  const blocks = [...section.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code]) => code);
  return blocks.find((code) => code.includes(part))!;
}

/** A back end as small as the README's adapter expects: one document for each account, with an ETag that is its revision. */
function serve(): Promise<Server> {
  const records = new Map<string, { contactInfo: unknown; revision: string; updatedAt: string }>();
  let revisions = 0;
  const bodyOf = async (request: IncomingMessage) => Buffer.concat(await request.toArray() as Buffer[]).toString();
  const server = createServer((request, response) => {
    void (async () => {
      const reply = (status: number, body?: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? '' : JSON.stringify(body));
      const account = request.url!;
      const current = records.get(account);
      if (request.method === 'GET') return current ? reply(200, current) : reply(404);
      const contactInfo = JSON.parse(await bodyOf(request)) as unknown;
      const isFree = request.headers['if-none-match'] === '*' && !current;
      if (!isFree && (!current || request.headers['if-match'] !== current.revision)) return reply(412, records.get(account) ?? null);
      const record = { contactInfo, revision: `r${(revisions += 1)}`, updatedAt: new Date().toISOString() };
      records.set(account, record);
      return reply(200, record);
    })();
  });
  return new Promise((resolve) => server.listen(0, () => resolve(server)));
}

describe('the README', () => {
  it('embeds a gate in ten lines of HTML', () => {
    const lines = codeBelow('Embed it', 'html').trim().split('\n').filter(Boolean);
    expect(lines.length).to.be.at.most(10);
    expect(lines.join()).to.contain('tokens.css').and.to.contain('<onboarding-gate');
  });

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm (?:run )?([\w-]+)/g)].map(([, name]) => name);
    expect(named).to.include.members(['start', 'test', 'storybook', 'build']);
    expect(named.filter((name) => !(name in scripts))).to.deep.equal([]);
  });

  it('leads to files that exist', () => {
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, href]) => href).filter((href) => !href.startsWith('http'));
    for (const link of links) expect(() => readFileSync(link), link).not.to.throw();
  });

  describe('’s way of running the conformance kit', () => {
    /** Runs the snippet with an adapter, as a test file of its author would; gives what it passes to `it`. */
    function casesOf(createAdapter: (store: MemoryStore, options?: OpenOptions) => PersistenceAdapter, capabilities: string): { name: string; run: () => Promise<void> }[] {
      const code = codeBelow('Write an adapter', 'js', 'conformanceCases');
      expect(code).to.contain("import { conformanceCases } from 'portero/testing';\n").and.to.contain('const capabilities = {};');
      const body = code.replace(/^import .*$/m, '').replace('const capabilities = {};', `const capabilities = ${capabilities};`);
      const cases: { name: string; run: () => Promise<void> }[] = [];
      // The README's own text, in this process: nobody else writes it.
      new Function('conformanceCases', 'createEmptyDatabase', 'createAdapter', 'it', body)(
        conformanceCases, () => new MemoryStore(), createAdapter, (name: string, run: () => Promise<void>) => cases.push({ name, run }),
      );
      return cases;
    }
    const everything = '{ validation: true, users: true, guards: true, roles: true, watch: true, history: true }';

    it('asks for two methods as it stands, and for more where more is claimed', () => {
      const create = (store: MemoryStore) => new MemoryAdapter({ store });
      expect(casesOf(create, '{}').length).to.be.within(40, casesOf(create, everything).length - 40);
    });

    for (const { name, run } of casesOf((store, options) => new MemoryAdapter({ ...options, store }), everything)) it(name, run);

    it('finds what is wrong', async () => {
      const [first] = casesOf(() => ({ loadContactInfo: () => Promise.resolve({} as never), saveContactInfo: () => Promise.reject(new Error('No.')) }), '{}');
      expect(await first.run().then(() => 'passed', (error: Error) => error.message)).to.match(/^Expected /);
    });
  });

  describe('’s adapter conforms', () => {
    let adapter: PersistenceAdapter;
    let folder: string;
    let server: Server;
    let prefix = 0;
    const { fetch } = globalThis;

    before(async () => {
      server = await serve();
      const base = `http://localhost:${(server.address() as AddressInfo).port}`;
      // The page's own server, as in a browser; a fresh one for each case.
      globalThis.fetch = (input, init) => fetch(`${base}/${prefix}${String(input)}`, init);
      const code = codeBelow('Write an adapter', 'js').replace("'portero'", JSON.stringify(pathToFileURL(path.resolve('dist/ports/persistence-error.js')).href));
      expect(code.trim().split('\n').filter((line) => line.trim().length > 1).length).to.be.at.most(22);
      folder = mkdtempSync(path.join('node_modules', '.cache', 'readme-'));
      writeFileSync(path.join(folder, 'adapter.mjs'), code);
      ({ adapter } = (await import(pathToFileURL(path.resolve(folder, 'adapter.mjs')).href)) as { adapter: PersistenceAdapter });
    });
    after(() => {
      globalThis.fetch = fetch;
      server.close();
      rmSync(folder, { recursive: true });
    });

    const createStore = () => {
      prefix += 1;
      return { open: async () => (await import('../../src/ports/checked.js')).checked(adapter) };
    };
    for (const { name, level, run } of conformanceCases(createStore)) it(`${level}: ${name}`, run);
  });
});
