import { PGlite } from '@electric-sql/pglite';
import type { Database, Transaction } from './database.js';

/** PostgreSQL within this process, which needs no other set-up: for one server, on one machine. */
export class PgliteDatabase implements Database {
  readonly #database: PGlite;

  /** Kept in the folder; without one, in memory. */
  constructor(folder?: string) {
    this.#database = new PGlite(folder);
  }

  /** One after another: there is one connection. */
  transaction<T>(task: (transaction: Transaction) => Promise<T>, prologue = ''): Promise<T> {
    return this.#database.transaction(async (transaction) => {
      if (prologue) await transaction.exec(prologue);
      return task({
        query: async <Row>(sql: string, values: readonly unknown[] = []) => (await transaction.query<Row>(sql, [...values])).rows,
        execute: async (sql) => void (await transaction.exec(sql)),
      });
    });
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<void> {
    await this.#database.listen(channel, heard);
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}
