/** One transaction. Statements run one after another. */
export interface Transaction {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Several statements at once, without values. */
  execute(sql: string): Promise<void>;
}

/** What is needed of PostgreSQL, whether it runs by itself or within this process. */
export interface Database {
  /**
   * Commits what the task did once it resolves, and takes everything back where it rejects. `prologue` is sent along with the
   * beginning of the transaction: it costs no round trip.
   *
   * Rejects with a `LostTransaction` where the connection broke before it was asked to commit.
   */
  transaction<T>(task: (transaction: Transaction) => Promise<T>, prologue?: string): Promise<T>;
  /**
   * Calls `heard` with the payload of every notification, from when the promise resolves until the database is closed. `resumed`
   * is called after a time in which some may have been missed.
   */
  listen(channel: string, heard: (payload: string) => void, resumed: () => void): Promise<void>;
  /** Lets what runs finish. */
  close(): Promise<void>;
}

/** Nothing of the transaction was kept: it can be run again. */
export class LostTransaction extends Error {
  constructor(cause: unknown) {
    super('The connection to the database broke.', { cause });
    this.name = 'LostTransaction';
  }
}
