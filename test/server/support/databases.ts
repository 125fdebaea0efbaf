import { DatabaseChanges } from '../../../examples/server/src/database/database-changes.js';
import type { Database } from '../../../examples/server/src/database/database.js';
import { migrate } from '../../../examples/server/src/database/migrate.js';
import { PgliteDatabase } from '../../../examples/server/src/database/pglite-database.js';
import { PostgresDatabase } from '../../../examples/server/src/database/postgres-database.js';
import { postgresFolder, PostgresServer } from './postgres.js';

/** A kind of database that the reference server runs on here. */
export interface DatabaseKind {
  name: string;
  /** Before the first of a suite. */
  start(): Promise<void>;
  /** Another one with nothing in it. */
  create(): Promise<Database>;
  /** After the last of a suite. */
  stop(): Promise<void>;
}

const pglite: DatabaseKind = { name: 'PGlite', start: async () => {}, create: async () => new PgliteDatabase(), stop: async () => {} };

let server: PostgresServer | undefined;
const postgres: DatabaseKind = {
  name: 'PostgreSQL',
  start: async () => void (server = await PostgresServer.start()),
  create: async () => new PostgresDatabase({ connectionString: await server!.create() }),
  stop: () => server!.stop(),
};

/** PGlite, and PostgreSQL where set-up found it: it said so where it did not. */
export const databaseKinds: readonly DatabaseKind[] = postgresFolder() ? [pglite, postgres] : [pglite];

/** A database for the suite that calls it, up to date, and emptied before each test. */
export function useDatabase(kind: DatabaseKind): { readonly database: Database; readonly changes: DatabaseChanges } {
  const suite = {} as { database: Database; changes: DatabaseChanges };
  before(async function () {
    this.timeout(60_000);
    await kind.start();
    suite.database = await kind.create();
    await migrate(suite.database);
    suite.changes = new DatabaseChanges();
    await suite.changes.start(suite.database);
  });
  after(async () => {
    await suite.database?.close();
    await kind.stop();
  });
  beforeEach(() => suite.database.transaction((transaction) => transaction.execute('truncate portero.accounts cascade')));
  return suite;
}
