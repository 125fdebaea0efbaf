// Runs the model-based tests for as long as you like: `MODEL_RUNS=2000 npm run test:model`. A failure is printed with its
// seed and path; `MODEL_SEED=… MODEL_PATH=… npm run test:model` shows it again. `MODEL_FILES` names some of the tests only.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const { MODEL_RUNS, MODEL_PATH, MODEL_FILES = 'test/model/*.test.ts' } = process.env;
const seed = Number(process.env.MODEL_SEED ?? Math.floor(Math.random() * 2 ** 31));
const settings = { seed, ...(MODEL_PATH ? { path: MODEL_PATH } : { runs: Number(MODEL_RUNS ?? 1_000) }) };
// A configuration around the usual one: the page of the tests says how much is tried.
const config = path.join(root, `.wtr-model-${process.pid}.mjs`);
writeFileSync(config, `import base from './web-test-runner.config.mjs';
export default { ...base, coverage: false, testsFinishTimeout: 24 * 3_600_000, testFramework: { config: { timeout: 0 } },
  testRunnerHtml: (file) => '<html><body><script>globalThis.modelSettings = ${JSON.stringify(settings)}</script><script type="module" src="' + file + '"></script></body></html>' };
`);
try {
  console.log(`seed ${seed}`);
  const { status } = spawnSync(process.execPath, ['node_modules/@web/test-runner/dist/bin.js', '--config', config, '--files', MODEL_FILES], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(config);
}
