// What is on this machine, and what Debian's packages can add to it. Node built-ins only: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The first of these programs that is in the path. */
export function inPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(existsSync);
}

let isUpdated = false;

/** Whether they could be installed. */
export function installWithApt(...packages) {
  if (process.platform !== 'linux' || !inPath('apt-get')) return false;
  const prefix = process.getuid() === 0 ? [] : ['sudo', '-n'];
  if (prefix.length > 0 && !inPath('sudo')) return false;
  console.log(`Installing ${packages.join(', ')} with apt-get…`);
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', '-qq', '-o', 'Acquire::http::Timeout=20', ...args];
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  };
  isUpdated ||= apt('update');
  return isUpdated && apt('install', '-y', '--no-install-recommends', ...packages);
}
