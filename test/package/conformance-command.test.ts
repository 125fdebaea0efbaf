import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

describe('npx portero-conformance', () => {
  let folder: string;
  before(() => {
    // Within the package, so that its own name leads to what was built.
    mkdirSync('test-results', { recursive: true });
    folder = mkdtempSync(path.resolve('test-results/conformance-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (code: string | null, ...args: string[]) => {
    const file = path.join(folder, 'adapter.mjs');
    if (code !== null) writeFileSync(file, code);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/portero-conformance.mjs', ...(code === null ? [] : [file]), ...args], { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
    return { status, stdout, stderr };
  };
  const working = `
    import { MemoryAdapter, MemoryStore } from 'portero/adapters/memory';
    export const capabilities = { validation: true, users: true, guards: true, roles: true, watch: true, history: true };
    export const createStore = () => {
      const store = new MemoryStore();
      return { open: (options) => new MemoryAdapter({ ...options, store }) };
    };`;
  /** Overwrites unseen. */
  const careless = `
    export default {
      createStore() {
        let record = null;
        return { open: () => ({
          loadContactInfo: async () => structuredClone(record),
          saveContactInfo: async ({ contactInfo }) => structuredClone(record = { contactInfo: structuredClone(contactInfo), revision: crypto.randomUUID(), updatedAt: new Date().toISOString() }),
        }) };
      },
    };`;

  it('asks everything that is claimed, and ends well where all of it is met', () => {
    const { status, stdout } = run(working);
    expect(stdout).to.match(/^core\n {2}✓ an account that nothing was stored for loads as null$/m).and.to.match(/\n\d{3} passed, 0 failed\n$/);
    expect(stdout).not.to.contain('Not asked for');
    expect(status).to.equal(0);
  });

  it('says of each case that fails what was expected, and what was not asked for', () => {
    const { status, stdout } = run(careless);
    expect(stdout).to.match(/\n {2}✗ a save from a revision that is no longer current is refused, and told of the current one\n {6}Expected .+\n/);
    expect(stdout).to.contain('Not asked for, since it is not claimed: validation, users, guards, roles, watch, history.');
    expect(stdout).to.match(/\n\d+ passed, \d+ failed\n$/);
    expect(status).to.equal(1);
  });

  it('says the same as JSON', () => {
    const { status, stdout } = run(careless, '--json', '--level', 'concurrency');
    const { passed, failed, cases } = JSON.parse(stdout) as { passed: number; failed: number; cases: { level: string; name: string; status: string; message?: string; ms: number }[] };
    expect(cases.length).to.equal(passed + failed);
    expect(new Set(cases.map(({ level }) => level))).to.deep.equal(new Set(['concurrency']));
    expect(cases.filter((one) => one.status === 'failed').every(({ message }) => message)).to.equal(true);
    expect(failed).to.be.at.least(3);
    expect(status).to.equal(1);
  });

  it('runs what is chosen', () => {
    const { status, stdout } = run(careless, '--level', 'core', '--grep', 'nothing was stored');
    expect(stdout).to.contain('\n1 passed, 0 failed\n');
    expect(status).to.equal(0);
  });

  it('goes on where a case does not end, and where something is rejected behind its back', () => {
    const silent = careless.replace('async () => structuredClone(record)', '() => new Promise(() => {})');
    expect(run(silent, '--timeout', '0.05', '--level', 'core').stdout).to.contain('It did not end within 0.05 s.').and.to.match(/\d+ passed, \d+ failed\n$/);
    const leaking = careless.replace('async () => structuredClone(record)', 'async () => { void Promise.reject(new Error("lost")); await new Promise((resolve) => setTimeout(resolve, 5)); return structuredClone(record); }');
    expect(run(leaking, '--grep', 'nothing was stored').stdout).to.contain('Something was rejected that nobody waited for: Error: lost');
  });

  it('says what is wrong with how it was called', () => {
    expect(run(null).stderr).to.match(/^Name one module\.\n\nUsage: npx portero-conformance/);
    expect(run(null, './nowhere.js').stderr).to.match(/^\.\/nowhere\.js could not be loaded: /);
    expect(run('export const x = 1;').stderr).to.match(/adapter\.mjs does not export createStore\./);
    expect(run(careless, '--grep', 'no such case').stderr).to.match(/^No case is chosen by these options\./);
    expect(run(careless, '--timeout', 'soon').stderr).to.match(/^--timeout is a number of seconds, not “soon”\./);
    expect(run(careless, '--colour').stderr).to.contain("'--colour'");
    expect(run(null, './nowhere.js').status).to.equal(2);
    const help = run(null, '--help');
    expect([help.status, help.stderr]).to.deep.equal([0, '']);
    expect(help.stdout).to.contain('--timeout <seconds>');
  });
});
