import { expect } from 'chai';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { completeContactInfo, partialContactInfo } from '../../stories/support/scenario-adapter.js';

const page = readFileSync('docs/onboarding-gate.md', 'utf8');
const [serverCheck] = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code);

/** What the compiler says about a file that is nowhere on disk, under the project's own options. */
function compilerErrors(code: string): string[] {
  const name = path.resolve('test/package/snippet.ts');
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)).config, ts.sys, '.');
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (file, ...rest) => (file === name ? ts.createSourceFile(file, code, ts.ScriptTarget.ES2022) : getSourceFile(file, ...rest));
  host.fileExists = (file) => file === name || fileExists(file);
  host.readFile = (file) => (file === name ? code : readFile(file));
  return ts.getPreEmitDiagnostics(ts.createProgram([name], options, host)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('docs/onboarding-gate.md', () => {
  it('is linked from the README, and leads to files that exist', () => {
    expect(readFileSync('README.md', 'utf8')).to.contain('](docs/onboarding-gate.md)');
    const links = [...page.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, href]) => href).filter((href) => !href.startsWith('http'));
    expect(links).not.to.be.empty;
    for (const link of links) expect(existsSync(path.join('docs', link)), link).to.equal(true);
  });

  it('names the statuses that there are', async () => {
    const { gateStatuses } = await import('../../src/elements/onboarding-gate/gate-status.js');
    const table = page.slice(page.indexOf('| status |'), page.indexOf('- It opens when'));
    expect([...table.matchAll(/^\| `(\w+)`/gm)].map(([, status]) => status)).to.deep.equal([...gateStatuses]);
  });

  describe('’s server check', () => {
    let folder: string;
    let server: Server;
    let contactInfo: unknown;
    let done = 0;

    before(async () => {
      folder = mkdtempSync(path.join('node_modules', '.cache', 'docs-'));
      const code = ts.transpile(serverCheck, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext });
      writeFileSync(path.join(folder, 'check.mjs'), code.replace("'portero/domain'", JSON.stringify(pathToFileURL(path.resolve('dist/domain/index.js')).href)));
      const { onceComplete } = (await import(pathToFileURL(path.resolve(folder, 'check.mjs')).href)) as {
        onceComplete(accountOf: (request: IncomingMessage) => Promise<unknown>, handle: RequestListener): RequestListener;
      };
      const accountOf = () => Promise.resolve({ environment: 'production', integrationType: 'reservations-end-to-end', contactInfo, activeUserIds: ['laura'] });
      server = createServer(onceComplete(accountOf, (_, response) => {
        done += 1;
        response.end('Done.');
      }));
      await new Promise<void>((resolve) => server.listen(0, resolve));
    });
    after(() => {
      server.close();
      rmSync(folder, { recursive: true });
    });

    const ask = () => fetch(`http://localhost:${(server.address() as AddressInfo).port}/bookings`);

    it('compiles', () => {
      expect(compilerErrors(serverCheck)).to.deep.equal([]);
      expect(compilerErrors(serverCheck.replace('at: new Date()', 'at: 0')), 'what is wrong is found').not.to.deep.equal([]);
    }).timeout(60_000);

    it('refuses with a problem, and what is missing, while the account is incomplete', async () => {
      for (const [info, missing] of [[null, 7], [partialContactInfo, 5]] as const) {
        contactInfo = info;
        const response = await ask();
        expect([response.status, response.headers.get('content-type')]).to.deep.equal([403, 'application/problem+json']);
        const problem = (await response.json()) as { status: number; title: string; type: string; missing: string[] };
        expect([problem.status, problem.missing.length]).to.deep.equal([403, missing]);
        expect(JSON.stringify(problem)).not.to.contain('@');
      }
      expect(done).to.equal(0);
    });

    it('lets pass once it is complete', async () => {
      contactInfo = completeContactInfo;
      const response = await ask();
      expect([response.status, await response.text(), done]).to.deep.equal([200, 'Done.', 1]);
    });
  });
});
