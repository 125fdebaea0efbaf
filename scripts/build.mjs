// Makes dist/: modules with types (tsc), the script-tag bundle (Vite), and custom-elements.json.
import { rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { printSizes } from './sizes.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => path.join(root, 'node_modules', name);

function run(script, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin(script), ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${script} ended with ${code}`))));
  });
}

await rm(path.join(root, 'dist'), { recursive: true, force: true });
await Promise.all([
  run('typescript/bin/tsc', '--project', 'tsconfig.build.json'),
  run('vite/bin/vite.js', 'build', '--logLevel', 'warn'),
  run('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'),
]);
const tooLarge = await printSizes();
if (tooLarge.length > 0) {
  console.error(`Larger than its budget (scripts/sizes.mjs): ${tooLarge.join(', ')}`);
  process.exit(1);
}
