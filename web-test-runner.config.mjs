import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import puppeteer from 'puppeteer-core';
import { bundleOf } from './scripts/bundle-tests.mjs';
import { countsReporter } from './scripts/counts-reporter.mjs';
import { freePort } from './scripts/free-port.mjs';
import { webkitLauncher } from './scripts/webkit-launcher.mjs';

/** Which engine: chromium, firefox or webkit. Tests run in one after another, so that keys and focus are nobody else's. */
const engine = process.env.ENGINE ?? 'chromium';
/** `npm test` has the tests bundled; by hand they are taken from their sources, each file by itself. */
const isBundled = Boolean(process.env.BUNDLED);
const browsers = JSON.parse(readFileSync('node_modules/.cache/browsers.json', 'utf8'));

/** A zone and a language of their own, so that a test says what it means on every machine. */
const timezoneId = 'Europe/Madrid';
const locale = 'en-GB';

const launchers = {
  chromium({ path, env }) {
    Object.assign(process.env, env);
    return playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: path,
        headless: true,
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
      },
      createBrowserContext: ({ browser }) => browser.newContext({ timezoneId, locale }),
    });
  },
  firefox: ({ path }) => chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: {
      browser: 'firefox', executablePath: path, headless: true, args: [], env: { ...process.env, TZ: timezoneId },
      extraPrefsFirefox: { 'intl.accept_languages': locale, 'intl.locale.requested': locale },
    },
  }),
  webkit: (found) => webkitLauncher(found),
};

export default {
  files: isBundled ? [bundleOf('test/**/*.test.ts')] : ['test/**/*.test.ts', '!test/package/**', '!test/server/**', '!test/**/*.node.test.ts'],
  rootDir: '.',
  // Engines run side by side: left to itself, each runner would look for the first free port and find the same.
  port: await freePort(),
  nodeResolve: !isBundled && { exportConditions: ['development', 'browser'] },
  concurrency: engine === 'chromium' ? Number(process.env.CONCURRENCY ?? 2) : 1,
  // For a machine that has other things to do: the model-based tests take a quarter of a minute each on one that has not.
  testsFinishTimeout: 180_000,
  // What a test page has loaded is asked by a test, and is more than the 250 files that engines remember.
  testRunnerHtml: (runner) => `<!doctype html><script>performance.setResourceTimingBufferSize(2_000)</script><script type="module" src="${runner}"></script>`,
  testFramework: { config: { timeout: 20_000, forbidOnly: true } },
  plugins: isBundled ? [] : [
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
  ],
  browsers: [launchers[engine](browsers[engine])],
  reporters: [
    process.env.CI ? summaryReporter() : defaultReporter({ reportTestProgress: false }),
    countsReporter(process.env.REPORT ?? `test-results/${engine}.json`),
  ],
  // Coverage is Chromium's to measure, of sources.
  coverage: engine === 'chromium' && (process.argv.includes('--coverage') || Boolean(process.env.COVERAGE)),
  coverageConfig: {
    reportDir: 'coverage',
    include: ['src/domain/**/*.ts', 'src/ports/**/*.ts', 'src/adapters/**/*.ts', 'src/controllers/**/*.ts'],
    threshold: { statements: 95, branches: 95, functions: 95, lines: 95 },
  },
};
