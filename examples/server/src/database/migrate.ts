import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.js';

export interface Migration {
  name: string;
  sql: string;
}

const folder = new URL('./migrations/', import.meta.url);

/** Any number that nobody else uses. */
const lockNumber = 7_026_836_337;

/** In their order. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(new URL(name, folder), 'utf8') })));
}

/**
 * Brings the database up to date: all of it or nothing, and one server at a time. Resolves to the names of those that were
 * run. Rejects where one that was run earlier was changed since, or is not there any more.
 */
export async function migrate(database: Database, migrations?: readonly Migration[]): Promise<string[]> {
  const wanted = migrations ?? await readMigrations();
  return database.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock($1)', [lockNumber]);
    await transaction.execute('create table if not exists public.portero_migrations (name text primary key, hash text not null, at timestamptz not null default now())');
    const done = await transaction.query<{ name: string; hash: string }>('select name, hash from public.portero_migrations order by name');
    done.forEach(({ name, hash }, index) => {
      if (wanted[index]?.name !== name) throw new Error(`The database was brought up to date by a newer server: it has ${name}, which is not among the migrations.`);
      if (hashOf(wanted[index]) !== hash) throw new Error(`The migration ${name} was changed after it had been run. Write another one.`);
    });
    const missing = wanted.slice(done.length);
    for (const migration of missing) {
      await transaction.execute(migration.sql);
      await transaction.query('insert into public.portero_migrations (name, hash) values ($1, $2)', [migration.name, hashOf(migration)]);
    }
    return missing.map(({ name }) => name);
  });
}

function hashOf({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}
