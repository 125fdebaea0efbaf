import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort } from '../../../scripts/free-port.mjs';

/** Where set-up found PostgreSQL's programs; `null`: it is tested on PGlite alone. */
export function postgresFolder(): string | null {
  const note = 'node_modules/.cache/postgres.json';
  return existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as { folder: string | null }).folder : null;
}

/** Whom PostgreSQL runs as: it refuses to run as root. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** A PostgreSQL server of the tests' own, which is gone with them. */
export class PostgresServer {
  static async start(): Promise<PostgresServer> {
    const programs = postgresFolder()!;
    const folder = mkdtempSync(path.join(tmpdir(), 'portero-postgres-'));
    const user = owner();
    if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!);
    const data = path.join(folder, 'data');
    const made = spawnSync(path.join(programs, 'initdb'), ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync', '-D', data], { encoding: 'utf8', cwd: folder, ...user });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
    const port = await freePort();
    const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, fsync: 'off', max_connections: 200 };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(path.join(programs, 'postgres'), ['-D', data, ...args], { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder, ...user });
    const server = new PostgresServer(child, folder, port);
    await server.#ready();
    return server;
  }

  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #port: number;
  #log = '';
  #databases = 0;

  private constructor(child: ChildProcess, folder: string, port: number) {
    this.#child = child;
    this.#folder = folder;
    this.#port = port;
    process.once('exit', () => child.kill('SIGKILL'));
  }

  /** It says so. */
  #ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#child.stderr!.on('data', (data) => {
        this.#log += data;
        if (this.#log.includes('database system is ready to accept connections')) resolve();
      });
      this.#child.once('exit', (code) => reject(new Error(`postgres ended with ${code}: ${this.#log}`)));
    });
  }

  addressOf(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.#port}/${database}`;
  }

  /** A database with nothing in it. */
  async create(): Promise<string> {
    const name = `portero_${(this.#databases += 1)}`;
    await this.run(`create database ${name}`);
    return this.addressOf(name);
  }

  async run(sql: string, database = 'postgres'): Promise<void> {
    const client = new pg.Client({ connectionString: this.addressOf(database) });
    await client.connect();
    await client.query(sql);
    await client.end();
  }

  async stop(): Promise<void> {
    // Immediately: what it holds is thrown away.
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGQUIT');
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
