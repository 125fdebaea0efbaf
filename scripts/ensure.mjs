// Sets the project up before `npm start`, `npm test` and the like. Node built-ins only: on a fresh clone nothing else is there.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const [major, minor] = process.versions.node.split('.').map(Number);
// The same as `engines` in package.json.
if (major < 20 || major === 21 || major === 23 || (major === 20 && minor < 19) || (major === 22 && minor < 13)) {
  fail(`Node ${process.version} is not supported: Portero needs 20.19, 22.13, or 24 and newer.`);
}

installDependencies();
if (process.argv.includes('--browser')) await findChromium();

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

/** Finds a Chromium (CHROME_PATH, the PATH, the one from npm), or installs Debian's, and notes where it is for the test runners. */
async function findChromium() {
  const found = installedChromium() ?? (await bundledChromium()) ?? debianChromium();
  if (!found) fail('No Chromium was found. Install one, or set CHROME_PATH to its executable.');
  mkdirSync('node_modules/.cache', { recursive: true });
  writeFileSync('node_modules/.cache/chromium.json', JSON.stringify(found));
  console.log(`Chromium: ${path.relative(root, found.path).startsWith('node_modules') ? '@sparticuz/chromium' : found.path}`);
}

function inPath(name) {
  return (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)).find(existsSync);
}

function installedChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:/Program Files/Google/Chrome/Application/chrome.exe'];
  const found = [process.env.CHROME_PATH, ...names.map(inPath), ...elsewhere].find((candidate) => candidate && existsSync(candidate));
  return found ? { path: found, env: {} } : undefined;
}

async function bundledChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // The package unpacks into TMPDIR and picks its libraries by this variable; both must be set before it is imported.
  const folder = path.join(root, 'node_modules/.cache/chromium');
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executable = await chromium.executablePath();
    return { path: executable, env: { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH, FONTCONFIG_PATH: process.env.FONTCONFIG_PATH } };
  } catch (error) {
    console.log(`The Chromium from npm could not be unpacked (${error.message}); trying Debian's.`);
    return undefined;
  }
}

function debianChromium() {
  if (process.platform !== 'linux' || !inPath('apt-get')) return undefined;
  console.log('Installing Chromium with apt-get…');
  const prefix = process.getuid() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', ...args];
    return run(command, rest, { DEBIAN_FRONTEND: 'noninteractive' });
  };
  const installed = apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation');
  const executable = installed && inPath('chromium');
  return executable ? { path: executable, env: {} } : undefined;
}
