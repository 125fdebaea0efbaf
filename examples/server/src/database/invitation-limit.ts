import { accountTransaction } from './account-transaction.js';
import type { Database } from './database.js';

export interface InvitationLimitOptions {
  /** How many may be sent at once. */
  most?: number;
  /** In how many seconds that many may be sent again. */
  within?: number;
}

/** How many invitations an account may send, by whichever server. */
export class InvitationLimit {
  readonly #database: Database;
  readonly #most: number;
  readonly #perSecond: number;

  constructor(database: Database, { most = 1_000, within = 3_600 }: InvitationLimitOptions = {}) {
    this.#database = database;
    this.#most = most;
    this.#perSecond = most / within;
  }

  /** Takes so many from what may be sent. Resolves to how many seconds to wait where they may not, and takes none then. */
  take(accountId: string, count: number): Promise<number> {
    return accountTransaction(this.#database, accountId, 'write', async (transaction, account) => {
      const wanted = Math.min(count, this.#most);
      const values = [account, this.#most, this.#perSecond, wanted];
      const now = 'least($2::float8, kept.allowance + extract(epoch from now() - kept.at) * $3::float8)';
      const taken = await transaction.query(
        `insert into portero.invitation_limits as kept (account, allowance, at) values ($1, $2::float8 - $4::float8, now())
         on conflict (account) do update set allowance = ${now} - $4::float8, at = now() where ${now} >= $4::float8 returning 1`,
        values,
      );
      if (taken.length > 0) return 0;
      const [{ seconds }] = await transaction.query<{ seconds: number }>(`select (($4::float8 - ${now}) / $3::float8)::float8 as seconds from portero.invitation_limits as kept where account = $1`, values);
      return Math.max(seconds, 1);
    });
  }
}
