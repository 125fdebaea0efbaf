// Finds the PostgreSQL that tests start for themselves, or installs Debian's. Node built-ins only: it runs before anything is installed.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inPath, installWithApt } from './system-packages.mjs';

const note = 'node_modules/.cache/postgres.json';

/** Notes the folder of its programs. Where there is none, the server is tested on PGlite alone. */
export function findPostgres() {
  let folder = installedPostgres();
  if (!folder && installWithApt('postgresql')) folder = installedPostgres();
  mkdirSync(path.dirname(note), { recursive: true });
  writeFileSync(note, JSON.stringify({ folder: folder ?? null }));
  console.log(`postgres: ${folder ?? 'NOT HERE, and not tested: the reference server runs on PGlite alone'}`);
}

/** The newest of Debian's, which are not in the path. */
function installedPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [process.env.POSTGRES_PATH, ...versions.map((version) => path.join(debian, version, 'bin')), path.dirname(inPath('initdb') ?? '')];
  return folders.find((folder) => folder && ['initdb', 'postgres'].every((program) => existsSync(path.join(folder, program))));
}
