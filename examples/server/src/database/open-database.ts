import { mkdir } from 'node:fs/promises';
import type { Database } from './database.js';

/** PostgreSQL where there is an address, else PGlite in the folder, or in memory. Only what is used is loaded. */
export async function openDatabase({ address, folder, handleError }: { address?: string; folder?: string; handleError?: (error: unknown) => void }): Promise<Database> {
  if (address) {
    const { PostgresDatabase } = await import('./postgres-database.js');
    return new PostgresDatabase({ connectionString: address, handleError });
  }
  const { PgliteDatabase } = await import('./pglite-database.js');
  if (folder) await mkdir(folder, { recursive: true });
  return new PgliteDatabase(folder);
}
