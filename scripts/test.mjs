// Runs every check, one after another, and ends with a line "N passed, N failed". `--only=lint,firefox` runs some of them.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results');

const mochaReport = (file) => () => {
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: stats.passes, failed: stats.failures };
};
const mocha = (config, file) => ['node_modules/mocha/bin/mocha.js', '--config', config, '--reporter', 'scripts/mocha-reporter.cjs', '--reporter-option', `output=${file}`];

/** A stage counts as one check, or as many as its report says. A runner that crashed, or ran nothing, failed. */
const stages = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'lint', command: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  { name: 'build', command: ['scripts/build.mjs'] },
  { name: 'docs', command: ['scripts/docs.mjs', '--check'] },
  { name: 'node', command: mocha('.mocharc.json', 'test-results/node.json'), report: mochaReport('test-results/node.json') },
  ...engines().map((engine) => ({
    name: engine, command: ['node_modules/@web/test-runner/dist/bin.js', ...(engine === 'chromium' ? ['--coverage'] : [])], env: { ENGINE: engine },
    report: () => JSON.parse(readFileSync(`test-results/${engine}.json`, 'utf8')),
  })),
  { name: 'end-to-end', command: mocha('.mocharc.e2e.json', 'test-results/e2e.json'), report: mochaReport('test-results/e2e.json') },
];

/** Chromium always; Firefox and WebKitGTK where set-up found them, or could install them. */
function engines() {
  const browsers = JSON.parse(readFileSync('node_modules/.cache/browsers.json', 'utf8'));
  return ['chromium', 'firefox', 'webkit'].filter((engine) => browsers[engine]);
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length).split(',');
const total = { passed: 0, failed: 0 };
const lines = [];

for (const { name, command, env, report } of stages.filter((stage) => !only || only.includes(stage.name))) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
  const begin = Date.now();
  const { status } = spawnSync(process.execPath, command, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  const counts = count(status, report);
  total.passed += counts.passed;
  total.failed += counts.failed;
  lines.push(`${name.padEnd(12)} ${String(counts.passed).padStart(5)} passed ${String(counts.failed).padStart(5)} failed ${((Date.now() - begin) / 1000).toFixed(1).padStart(7)} s`);
}

function count(status, report) {
  if (!report) return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  let counts = { passed: 0, failed: 0 };
  try {
    counts = report();
  } catch (error) {
    console.error(`There is no report: ${error.message}`);
  }
  // The tests may all pass while coverage is too low, or while the runner itself fails.
  const isBroken = counts.passed === 0 || (status !== 0 && counts.failed === 0);
  return { passed: counts.passed, failed: counts.failed + (isBroken ? 1 : 0) };
}

console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
