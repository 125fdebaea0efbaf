// Runs the tests of hours against their oracles in full: every transition of the tz database, and 20,000 random weeks for each
// conversion. `npm test` runs a sample of the same. `ORACLE_SEED=… npm run test:oracles` tries other weeks.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));
const { status } = spawnSync(process.execPath, [
  'node_modules/mocha/bin/mocha.js', '--no-config', '--node-option', 'import=tsx', '--forbid-only',
  'test/domain/coverage.test.ts', 'test/domain/hours.round-trips.test.ts', 'test/domain/*-oracle*.test.ts',
], { stdio: 'inherit', env: { ...process.env, ORACLE_RUNS: 'full' } });
process.exit(status ?? 1);
