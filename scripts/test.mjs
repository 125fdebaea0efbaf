// Runs every stage of the tests and adds up what passed and failed. The last line is the total: `N passed, N failed`.
// `--only=types,node` runs some stages only; see `stages` for their names.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleOf } from './bundle-tests.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results');

const reportOf = (name) => `test-results/${name}.json`;
const mocha = (config, name) => ['node_modules/mocha/bin/mocha.js', '--config', config, '--reporter', 'scripts/mocha-reporter.cjs', '--reporter-option', `output=${reportOf(name)}`];

/** Browser tests, bundled unless coverage is asked for, which is of sources. What was not finished runs again by itself. */
function wtr(name, engine, tests, { coverage = false, concurrency = 2 } = {}) {
  const command = (files, ...rest) => ['node_modules/@web/test-runner/dist/bin.js', '--files', ...(coverage ? files : files.map(bundleOf)), ...rest];
  return {
    name, report: reportOf(name), env: { ENGINE: engine, REPORT: reportOf(name), CONCURRENCY: String(concurrency), ...(!coverage && { BUNDLED: '1' }) },
    command: command(tests, ...(coverage ? ['--coverage'] : [])), again: (files) => command(files),
  };
}

/** Tests of what has no elements. Chromium measures what they cover. */
const underneath = ['test/{adapters,controllers,domain,ports,testing}/**/!(*.node).test.ts'];
const everything = ['test/**/*.test.ts'];

/** In this order; what is in one line runs side by side. A stage counts as one check, or as many as its report says. */
const stages = [
  [{ name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit'] }, { name: 'lint', command: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] }],
  [{ name: 'build', command: ['scripts/build.mjs'] }, { name: 'bundle', command: ['scripts/bundle-tests.mjs'] }],
  [{ name: 'docs', command: ['scripts/docs.mjs', '--check'] }],
  [{ name: 'node', command: mocha('.mocharc.json', 'node'), report: reportOf('node') }, wtr('coverage', 'chromium', underneath, { coverage: true, concurrency: 1 })],
  [wtr('chromium', 'chromium', [...everything, ...underneath.map((pattern) => `!${pattern}`)])],
  otherEngines().map((engine) => wtr(engine, engine, everything)),
  [{ name: 'end-to-end', command: mocha('.mocharc.e2e.json', 'end-to-end'), report: reportOf('end-to-end') }],
];

/** Firefox and WebKitGTK, where set-up found them, or could install them. */
function otherEngines() {
  const found = JSON.parse(readFileSync('node_modules/.cache/browsers.json', 'utf8'));
  return ['firefox', 'webkit'].filter((engine) => found[engine]);
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length).split(',');
const total = { passed: 0, failed: 0 };
const lines = [];
const failures = [];

for (const abreast of stages) {
  const chosen = abreast.filter(({ name }) => !only || only.includes(name));
  await Promise.all(chosen.map((stage) => runStage(stage, chosen.length === 1)));
}

async function runStage({ name, command, env, report, again }, isAlone) {
  const title = `\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`;
  if (isAlone) console.log(title);
  const begin = Date.now();
  const printed = [];
  const run = async (what) => resultOf(await statusOf(what, env, isAlone ? undefined : printed), report);
  let result = await run(command);
  if (again && result.unfinished?.length > 0) result = await withoutUnfinished(result, () => run(again(result.unfinished)));
  if (!isAlone) process.stdout.write(`${title}\n${Buffer.concat(printed)}`);
  total.passed += result.passed;
  total.failed += result.failed;
  failures.push(...result.failures.map((failure) => `${name}: ${failure}`));
  lines.push(`${name.padEnd(12)} ${String(result.passed).padStart(5)} passed ${String(result.failed).padStart(5)} failed ${((Date.now() - begin) / 1000).toFixed(1).padStart(7)} s`);
}

/** The exit code of a script. What it prints is shown at once, or kept in `printed`. */
function statusOf(command, env, printed) {
  const child = spawn(process.execPath, command, { stdio: ['ignore', printed ? 'pipe' : 'inherit', printed ? 'pipe' : 'inherit'], env: { ...process.env, ...env } });
  child.stdout?.on('data', (data) => printed.push(data));
  child.stderr?.on('data', (data) => printed.push(data));
  return new Promise((resolve) => child.once('close', resolve));
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
async function withoutUnfinished({ passed, failed, failures: all, unfinished }, runAgain) {
  console.log(`\nThe browser stopped answering in ${unfinished.join(', ')}. Once more:\n`);
  const second = await runAgain();
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
