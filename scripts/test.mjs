// Runs every check, one after another, and ends with a line "N passed, N failed". `--only=lint,firefox` runs some of them.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results');

const reportOf = (name) => `test-results/${name}.json`;
const mocha = (config, name) => ['node_modules/mocha/bin/mocha.js', '--config', config, '--reporter', 'scripts/mocha-reporter.cjs', '--reporter-option', `output=${reportOf(name)}`];
const wtr = 'node_modules/@web/test-runner/dist/bin.js';

/** A stage counts as one check, or as many as its report says. A runner that crashed, or ran nothing, failed. */
const stages = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'lint', command: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  { name: 'build', command: ['scripts/build.mjs'] },
  { name: 'docs', command: ['scripts/docs.mjs', '--check'] },
  { name: 'node', command: mocha('.mocharc.json', 'node'), report: reportOf('node') },
  ...engines().map((engine) => ({
    name: engine, command: [wtr, ...(engine === 'chromium' ? ['--coverage'] : [])], env: { ENGINE: engine }, report: reportOf(engine), again: (files) => [wtr, '--files', ...files],
  })),
  { name: 'end-to-end', command: mocha('.mocharc.e2e.json', 'end-to-end'), report: reportOf('end-to-end') },
];

/** Chromium always; Firefox and WebKitGTK where set-up found them, or could install them. */
function engines() {
  const browsers = JSON.parse(readFileSync('node_modules/.cache/browsers.json', 'utf8'));
  return ['chromium', 'firefox', 'webkit'].filter((engine) => browsers[engine]);
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length).split(',');
const total = { passed: 0, failed: 0 };
const lines = [];
const failures = [];

for (const { name, command, env, report, again } of stages.filter((stage) => !only || only.includes(stage.name))) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
  const begin = Date.now();
  const run = (what) => resultOf(spawnSync(process.execPath, what, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } }).status, report);
  let result = run(command);
  if (again && result.unfinished?.length > 0) result = withoutUnfinished(result, () => run(again(result.unfinished)));
  total.passed += result.passed;
  total.failed += result.failed;
  failures.push(...result.failures.map((failure) => `${name}: ${failure}`));
  lines.push(`${name.padEnd(12)} ${String(result.passed).padStart(5)} passed ${String(result.failed).padStart(5)} failed ${((Date.now() - begin) / 1000).toFixed(1).padStart(7)} s`);
}

function resultOf(status, report) {
  if (!report) return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, failures: status === 0 ? [] : ['failed'] };
  let result = { passed: 0, failed: 0, failures: [] };
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch (error) {
    console.error(`There is no report: ${error.message}`);
  }
  // The tests may all pass while coverage is too low, or while the runner itself fails.
  const isBroken = result.passed === 0 || (status !== 0 && result.failed === 0);
  return isBroken ? { ...result, failed: result.failed + 1, failures: [...result.failures, 'the runner itself failed'] } : result;
}

/**
 * A browser that stopped answering says nothing about the tests in it: those files run once more, in a browser of their own.
 * Code that hangs hangs again, and a test that failed is never asked twice.
 */
function withoutUnfinished({ passed, failed, failures: all, unfinished }, runAgain) {
  console.log(`\nThe browser stopped answering in ${unfinished.join(', ')}. Once more:\n`);
  const second = runAgain();
  const isUnfinished = (failure) => unfinished.some((file) => failure.startsWith(`${file}: `));
  return {
    passed: passed + second.passed,
    failed: failed - unfinished.length + second.failed,
    failures: [...all.filter((failure) => !isUnfinished(failure)), ...second.failures],
  };
}

console.log(failures.length > 0 ? `\nWhat failed:\n${failures.map((failure) => `  ${failure}`).join('\n')}` : '');
console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
