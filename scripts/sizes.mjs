// Prints what a page downloads, from dist/: each file of the script-tag bundle, what the entry loads at once, and everything.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist');

function measure(name, ...contents) {
  const sum = (sizeOf) => contents.reduce((total, content) => total + sizeOf(content), 0);
  return { name, raw: sum((content) => content.length), gzip: sum((content) => gzipSync(content, { level: 9 }).length), brotli: sum((content) => brotliCompressSync(content).length) };
}

/** Files that an entry imports at once, itself included: imports of the form `from"./x.js"` and `import"./x.js"`. */
async function staticImports(entry, found = new Map()) {
  if (found.has(entry)) return found;
  const content = await readFile(path.join(dist, entry));
  found.set(entry, content);
  for (const [, specifier] of content.toString().matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)) {
    await staticImports(path.join(path.dirname(entry), specifier), found);
  }
  return found;
}

/** What may be downloaded at most, in kilobytes of brotli, by the name of the sum. `docs/decisions/0013` says where they come from. */
const budgets = {
  'at once: portero.js and what it imports': 21.5,
  'an account that is complete: the same and the local adapter': 24.8,
  'everything, languages and what comes on demand apart': 125.3,
};

/** Chunks that most visits never ask for, whatever they do; each has a budget of its own. */
const onDemand = {
  'bulk-dialog': 7, 'change-dialog': 3.3, 'conflict-panel': 2, 'contact-details': 3.2, 'dialog-progress': 1, 'dialog.styles': 0.7, 'describe': 1.7, 'exchange-panel': 8.8, 'save-file': 0.4, 'export-dialog': 2.5, 'history-panel': 3, 'http': 5, 'indexed-db-directory': 2,
  'invite-dialog': 3.7, 'invitee': 0.5, 'invitee-files': 3.5, 'link-box': 0.8, 'schedule-tools': 2.1, 'tags.strings': 0.9, 'timetable': 1.4, 'week-summary': 0.4, 'mailing-list-choice': 0.5, 'public-preview': 1.4, 'repair-list': 1.8, 'replacement-picker': 1.7, 'review-step': 8, 'value-summary.strings': 2.4,
  'week-view': 9.8,
  'drop-target': 0.4, 'exception-form': 2, 'holiday-import': 5.6, 'hours-conversion.strings': 1.8, 'text-decoding': 0.5, 'zone-list': 6.1,
};

export async function measureBundle() {
  const chunks = (await readdir(path.join(dist, 'chunks'))).filter((name) => name.endsWith('.js')).map((name) => `chunks/${name}`);
  const files = new Map(await Promise.all(['portero.js', ...chunks].map(async (name) => [name, await readFile(path.join(dist, name))])));
  const isLocale = (name) => /^chunks\/[a-z]{2}(-[A-Z][a-z]+)?-/.test(name);
  const nameOf = (name) => /^chunks\/(.+)-[\w-]{8}\.js$/.exec(name)?.[1];
  const atOnce = await staticImports('portero.js');
  const adapter = chunks.find((name) => nameOf(name) === 'indexed-db');
  const sums = {
    'at once: portero.js and what it imports': [...atOnce.values()],
    'an account that is complete: the same and the local adapter': [...(await staticImports(adapter, new Map(atOnce))).values()],
    'everything, languages and what comes on demand apart': [...files].filter(([name]) => !isLocale(name) && !(nameOf(name) in onDemand)).map(([, content]) => content),
  };
  return [
    ...[...files].map(([name, content]) => ({ ...measure(name, content), budget: onDemand[nameOf(name)] })),
    ...Object.entries(sums).map(([name, contents]) => ({ ...measure(name, ...contents), budget: budgets[name] })),
  ];
}

/** Prints the table. Returns the names of what is larger than its budget. */
export async function printSizes() {
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
  const sizes = await measureBundle();
  console.log(`\n${'dist/portero.js and its chunks'.padEnd(62)}${'raw'.padStart(10)}${'gzip'.padStart(10)}${'brotli'.padStart(10)}${'budget'.padStart(10)}`);
  for (const { name, raw, gzip, brotli, budget } of sizes) {
    console.log(name.padEnd(62) + kilobytes(raw) + kilobytes(gzip) + kilobytes(brotli) + (budget === undefined ? '' : kilobytes(budget * 1000)));
  }
  return sizes.filter(({ brotli, budget }) => brotli > budget * 1000).map(({ name }) => name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await printSizes();
