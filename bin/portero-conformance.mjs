#!/usr/bin/env node
// Runs the conformance kit on an adapter, without a test runner: `npx portero-conformance ./my-adapter.js`.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { conformanceCases } from 'portero/testing';
import { createReport } from './conformance-report.mjs';

const usage = `Usage: npx portero-conformance <module> [options]

The module exports createStore, which makes an empty store for each case, and capabilities, what the adapter has beyond loading
and saving:

  export const capabilities = { users: true, watch: true };
  export function createStore() {
    const database = createEmptyDatabase();
    return { open: (options) => createAdapter(database, options) };
  }

Options:
  --level <name>       only this level; may be given several times
  --grep <text>        only cases whose name has this text
  --timeout <seconds>  how long a case may take (10)
  --json               print the results as JSON
  --help               print this

Exit code: 0 where all cases passed, 1 where one failed, 2 where none could be run.
`;

class UsageError extends Error {}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        level: { type: 'string', multiple: true }, grep: { type: 'string' }, timeout: { type: 'string', default: '10' }, json: { type: 'boolean' }, help: { type: 'boolean' },
      },
    });
    const seconds = Number(values.timeout);
    if (!(seconds > 0)) throw new UsageError(`--timeout is a number of seconds, not “${values.timeout}”.`);
    if (!values.help && positionals.length !== 1) throw new UsageError('Name one module.');
    return { ...values, seconds, file: positionals[0] };
  } catch (error) {
    throw error.code?.startsWith('ERR_PARSE_ARGS') ? new UsageError(error.message) : error;
  }
}

/** What the module exports, by name or as its default. */
async function readModule(file) {
  let module;
  try {
    module = await import(pathToFileURL(path.resolve(file)).href);
  } catch (error) {
    throw new UsageError(`${file} could not be loaded: ${error.message}`);
  }
  const { createStore, capabilities } = { ...module.default, ...module };
  if (typeof createStore !== 'function') throw new UsageError(`${file} does not export createStore.`);
  return { createStore, capabilities };
}

/** Fails where it takes too long, or where something is rejected meanwhile that nobody waits for. */
async function runWithin({ run }, seconds) {
  let timer;
  let handleRejection;
  const failure = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It did not end within ${seconds} s.`)), seconds * 1_000);
    handleRejection = (reason) => reject(new Error(`Something was rejected that nobody waited for: ${reason}`));
    process.on('unhandledRejection', handleRejection);
  });
  try {
    await Promise.race([run(), failure]);
  } finally {
    clearTimeout(timer);
    // What was rejected is told at the end of this turn.
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', handleRejection);
  }
}

async function main() {
  const { file, level: levels, grep = '', seconds, json, help } = readArguments();
  if (help) {
    process.stdout.write(usage);
    return 0;
  }
  const { createStore, capabilities } = await readModule(file);
  const all = conformanceCases(createStore, capabilities);
  const cases = all.filter(({ level, name }) => (!levels || levels.includes(level)) && name.includes(grep));
  if (cases.length === 0) throw new UsageError('No case is chosen by these options.');
  const report = createReport({ file, json, capabilities, write: (text) => process.stdout.write(text) });
  for (const one of cases) {
    const begin = performance.now();
    const error = await runWithin(one, seconds).then(() => undefined, (reason) => reason);
    report.add({ level: one.level, name: one.name, ms: Math.round(performance.now() - begin), error });
  }
  return report.end();
}

const code = await main().catch((error) => {
  process.stderr.write(error instanceof UsageError ? `${error.message}\n\n${usage}` : `${error.stack}\n`);
  return 2;
});
// Adapters may hold connections open.
process.stdout.write('', () => process.exit(code));
