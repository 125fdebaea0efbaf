import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { countsReporter } from './scripts/counts-reporter.mjs';

const chromium = JSON.parse(readFileSync('node_modules/.cache/chromium.json', 'utf8'));
Object.assign(process.env, chromium.env);

export default {
  files: ['test/**/*.test.ts', '!test/package/**', '!test/**/*.node.test.ts'],
  rootDir: '.',
  nodeResolve: { exportConditions: ['development', 'browser'] },
  concurrency: Number(process.env.CONCURRENCY ?? 2),
  testFramework: { config: { timeout: 20_000, forbidOnly: true } },
  plugins: [
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
  ],
  browsers: [playwrightLauncher({
    product: 'chromium',
    launchOptions: {
      executablePath: chromium.path,
      headless: true,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
    // Fixed zone and language, so that a test says what it means on every machine.
    createBrowserContext: ({ browser }) => browser.newContext({ timezoneId: 'Europe/Madrid', locale: 'en-GB' }),
  })],
  reporters: [
    process.env.CI ? summaryReporter() : defaultReporter({ reportTestProgress: false }),
    countsReporter('test-results/browser.json'),
  ],
  coverage: process.argv.includes('--coverage') || Boolean(process.env.COVERAGE),
  coverageConfig: {
    reportDir: 'coverage',
    include: ['src/domain/**/*.ts', 'src/ports/**/*.ts', 'src/adapters/**/*.ts', 'src/controllers/**/*.ts'],
    threshold: { statements: 95, branches: 95, functions: 95, lines: 95 },
  },
};
