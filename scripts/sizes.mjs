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

export async function measureBundle() {
  const chunks = (await readdir(path.join(dist, 'chunks'))).filter((name) => name.endsWith('.js')).map((name) => `chunks/${name}`);
  const files = new Map(await Promise.all(['portero.js', ...chunks].map(async (name) => [name, await readFile(path.join(dist, name))])));
  const isLocale = (name) => /^chunks\/[a-z]{2}(-[A-Z][a-z]+)?-/.test(name);
  return [
    ...[...files].map(([name, content]) => measure(name, content)),
    measure('at once: portero.js and what it imports', ...(await staticImports('portero.js')).values()),
    measure('everything, languages apart', ...[...files].filter(([name]) => !isLocale(name)).map(([, content]) => content)),
  ];
}

export async function printSizes() {
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
  console.log(`\n${'dist/portero.js and its chunks'.padEnd(48)}${'raw'.padStart(10)}${'gzip'.padStart(10)}${'brotli'.padStart(10)}`);
  for (const { name, raw, gzip, brotli } of await measureBundle()) {
    console.log(name.padEnd(48) + kilobytes(raw) + kilobytes(gzip) + kilobytes(brotli));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await printSizes();
