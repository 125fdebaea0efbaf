import pg from 'pg';
import { LostTransaction, type Database, type Transaction } from './database.js';
import { isConnectionError } from './sql-errors.js';

export interface PostgresOptions {
  connectionString: string;
  /** How many connections are used at once, beside the one that listens. */
  connections?: number;
  /** Of connections that broke while nobody used them. */
  handleError?(error: unknown): void;
}

/** In milliseconds. Nothing that the server asks takes long: who waits for longer is better told. */
const patience = { connecting: 5_000, statement: 15_000, idleInTransaction: 15_000 };

/** How long after a connection that listened broke another one is made. In milliseconds. */
const reconnectAfter = { first: 100, longest: 5_000 };

/** PostgreSQL, or what speaks its protocol, over a pool of connections. */
export class PostgresDatabase implements Database {
  readonly #pool: pg.Pool;
  readonly #connectionString: string;
  readonly #handleError: (error: unknown) => void;
  readonly #listening = new Set<pg.Client>();
  #isClosed = false;

  constructor({ connectionString, connections = 10, handleError = () => {} }: PostgresOptions) {
    this.#connectionString = connectionString;
    this.#handleError = handleError;
    this.#pool = new pg.Pool({
      connectionString, max: connections, connectionTimeoutMillis: patience.connecting, application_name: 'portero',
      statement_timeout: patience.statement, idle_in_transaction_session_timeout: patience.idleInTransaction,
    });
    // Also while somebody uses it: the statement that finds it broken rejects, and says so.
    this.#pool.on('connect', (client) => client.on('error', handleError));
    this.#pool.on('error', handleError);
  }

  async transaction<T>(task: (transaction: Transaction) => Promise<T>, prologue = ''): Promise<T> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw new LostTransaction(error);
    });
    let isCommitting = false;
    let broken: Error | undefined;
    try {
      await client.query(`begin; ${prologue}`);
      const result = await task(transactionOn(client));
      isCommitting = true;
      const { command } = await client.query('commit');
      // What a statement refused, and the task passed over.
      if (command === 'ROLLBACK') throw new Error('The transaction was given up.');
      return result;
    } catch (error) {
      if (isConnectionError(error)) {
        broken = error as Error;
        // After it was asked to commit, nobody knows whether it did.
        throw isCommitting ? error : new LostTransaction(error);
      }
      await client.query('rollback').catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async listen(channel: string, heard: (payload: string) => void, resumed: () => void): Promise<void> {
    const connect = async () => {
      const client = new pg.Client({ connectionString: this.#connectionString, connectionTimeoutMillis: patience.connecting, keepAlive: true, application_name: 'portero (listens)' });
      client.on('notification', ({ payload = '' }) => heard(payload));
      client.on('error', this.#handleError);
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
      client.once('end', () => {
        this.#listening.delete(client);
        void reconnect(reconnectAfter.first);
      });
      this.#listening.add(client);
    };
    const reconnect = async (delay: number): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, delay).unref());
      if (this.#isClosed) return;
      try {
        await connect();
        resumed();
      } catch (error) {
        this.#handleError(error);
        await reconnect(Math.min(2 * delay, reconnectAfter.longest));
      }
    };
    await connect();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([this.#pool.end(), ...Array.from(this.#listening, (client) => client.end())]);
  }
}

function transactionOn(client: pg.PoolClient): Transaction {
  // One after another: what is asked at once is queued here, not in the client, which refuses to.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    query: <Row extends object>(sql: string, values: readonly unknown[] = []) => inTurn(async () => (await client.query<Row>(sql, [...values])).rows),
    execute: (sql) => inTurn(async () => void (await client.query(sql))),
  };
}
