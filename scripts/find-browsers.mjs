// Finds the browsers that the tests run in, or installs Debian's. Node built-ins only: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inPath, installWithApt } from './system-packages.mjs';

const notes = 'node_modules/.cache/browsers.json';

/** Looks for all three engines and notes where they are. Chromium has to be there; the others are tested where they are. */
export async function findBrowsers() {
  const browsers = { chromium: installedChromium(), firefox: installedFirefox(), webkit: installedWebKit() };
  // Each by itself: what cannot be installed keeps nothing else out.
  if (!browsers.chromium && installWithApt('chromium', 'fonts-liberation')) browsers.chromium = installedChromium();
  // Last, since it is older and built for servers: it has few fonts and no sandbox.
  browsers.chromium ??= await bundledChromium();
  if (!browsers.firefox && installWithApt('firefox-esr')) browsers.firefox = installedFirefox();
  if (!browsers.webkit && installWithApt('webkit2gtk-driver', 'xvfb')) browsers.webkit = installedWebKit();
  if (!browsers.chromium) throw new Error('No Chromium was found. Install one, or set CHROME_PATH to its executable.');
  mkdirSync(path.dirname(notes), { recursive: true });
  writeFileSync(notes, JSON.stringify(browsers, null, 2));
  for (const [name, found] of Object.entries(browsers)) console.log(`${name}: ${found ? describe(found.path) : 'not here, and not tested'}`);
}

function describe(executable) {
  return path.relative(process.cwd(), executable).startsWith('node_modules') ? 'from npm' : executable;
}

function installedChromium() {
  const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:/Program Files/Google/Chrome/Application/chrome.exe'];
  const candidates = [process.env.CHROME_PATH, inPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'), ...elsewhere];
  const found = candidates.find((candidate) => candidate && existsSync(candidate));
  return found ? { path: found, env: {} } : undefined;
}

async function bundledChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // The package unpacks into TMPDIR and picks its libraries by this variable; both must be set before it is imported.
  const folder = path.resolve('node_modules/.cache/chromium');
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executable = await chromium.executablePath();
    return { path: executable, env: { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH, FONTCONFIG_PATH: configureFonts(folder) } };
  } catch (error) {
    console.log(`The Chromium from npm could not be unpacked (${error.message}).`);
    return undefined;
  }
}

/** The package's own configuration looks for its fonts elsewhere, and a Chromium that finds no font at all crashes. */
function configureFonts(folder) {
  const configuration = path.join(folder, 'fontconfig');
  mkdirSync(configuration, { recursive: true });
  writeFileSync(path.join(configuration, 'fonts.conf'), `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(configuration, 'cache')}</cachedir>
</fontconfig>
`);
  return configuration;
}

/** One that answers: a launcher may be there without the browser that it launches. */
function installedFirefox() {
  const candidates = [process.env.FIREFOX_PATH, inPath('firefox-esr'), inPath('firefox'), '/Applications/Firefox.app/Contents/MacOS/firefox'];
  const found = candidates.filter((candidate) => candidate && existsSync(candidate)).find((candidate) => {
    const { stdout } = spawnSync(candidate, ['--version'], { encoding: 'utf8', timeout: 20_000 });
    return Number(/Firefox (\d+)/.exec(stdout ?? '')?.[1]) >= 128;
  });
  return found ? { path: found } : undefined;
}

/** WebKitGTK: a driver, the small browser that it drives, and a display for it. */
function installedWebKit() {
  const driver = inPath('WebKitWebDriver');
  const architecture = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  const folders = ['4.1', '4.0'].flatMap((version) => [`/usr/lib/${architecture}-linux-gnu/webkit2gtk-${version}`, `/usr/libexec/webkit2gtk-${version}`]);
  const miniBrowser = folders.map((folder) => path.join(folder, 'MiniBrowser')).find(existsSync);
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY || inPath('Xvfb');
  return driver && miniBrowser && display ? { path: miniBrowser, driver } : undefined;
}
