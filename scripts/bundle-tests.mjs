// Bundles the browser tests for `npm test`: a page of them then takes some dozen files rather than some hundred, and every engine
// takes the same. A test file still has a page of its own, and what the library loads late is still loaded late.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const bundled = 'node_modules/.cache/browser-tests';

/** The bundle of a test, or of a pattern for tests. */
export const bundleOf = (test) => test.replace(/^(!?)(.*)\.ts$/, `$1${bundled}/$2.js`);

/** The test that a bundle was made of; any other file is itself. */
export const testOf = (file) => (file.startsWith(`${bundled}/`) ? file.slice(bundled.length + 1).replace(/\.js$/, '.ts') : file);

/** By folder, as paths from the project's root. */
function browserTests() {
  const folders = new Map();
  for (const entry of readdirSync('test', { recursive: true, withFileTypes: true })) {
    const folder = path.relative('.', entry.parentPath ?? entry.path).split(path.sep).join('/');
    if (!entry.name.endsWith('.test.ts') || entry.name.endsWith('.node.test.ts') || /^test\/(package|server)/.test(folder)) continue;
    folders.set(folder, [...(folders.get(folder) ?? []), `${folder}/${entry.name}`]);
  }
  return folders;
}

/** One folder at a time, since each set of tests that shares some code makes a file. */
async function bundleTests() {
  rmSync(bundled, { recursive: true, force: true });
  await Promise.all([...browserTests()].map(([folder, entryPoints]) => build({
    entryPoints, outbase: folder, outdir: path.join(bundled, folder), chunkNames: 'shared/[name]-[hash]',
    bundle: true, splitting: true, format: 'esm', target: 'es2022', conditions: ['development', 'browser'],
    sourcemap: true, sourcesContent: false, logLevel: 'error',
    external: ['/__web-*'],
    // The package's list of files with side effects speaks of what is published, and not of tests.
    ignoreAnnotations: true,
  })));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await bundleTests();
