// Sets the project up before `npm start`, `npm test` and the like. Node built-ins only: on a fresh clone nothing else is there.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from './find-browsers.mjs';
import { findPostgres } from './find-postgres.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const [major, minor] = process.versions.node.split('.').map(Number);
// The same as `engines` in package.json.
if (major < 20 || major === 21 || major === 23 || (major === 20 && minor < 19) || (major === 22 && minor < 13)) {
  fail(`Node ${process.version} is not supported: Portero needs 20.19, 22.13, or 24 and newer.`);
}

installDependencies();
if (process.argv.includes('--tests')) {
  await findBrowsers().catch((error) => fail(error.message));
  findPostgres();
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' });
  return status === 0;
}

/** `npm ci`, when the lock file or Node's ABI differs from what was installed last. */
function installDependencies() {
  const stamp = 'node_modules/.lock-hash';
  const hash = createHash('sha256').update(readFileSync('package-lock.json')).update(process.versions.modules).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('Installing dependencies (npm ci)…');
  if (!run('npm', ['ci', '--no-audit', '--no-fund'], { NODE_ENV: 'development', PUPPETEER_SKIP_DOWNLOAD: '1' })) {
    fail('npm ci failed; its message is above.');
  }
  writeFileSync(stamp, hash);
}
