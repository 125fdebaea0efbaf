import type { IDBPTransaction, StoreNames } from 'idb';
import type { UserFilter } from './account-storage.js';
import type { PorteroDatabase, UserEntry } from './indexed-db-schema.js';
import { packRows, unpackRows } from './search-blocks.js';
import type { StoredUser, UserRow } from './stored-user.js';
import { adjustCount, blockWithRoom, countIn, emptySummary, type UserSummary } from './user-summary.js';

type Writing = IDBPTransaction<PorteroDatabase, StoreNames<PorteroDatabase>[], 'readwrite' | 'versionchange'>;

/**
 * Writes an account's users within one transaction. Owns that, once it has settled, the summary and the search text are in
 * step with the users; each block is written once, however many of its users changed. Does not own the transaction.
 */
export class UserWriter {
  readonly #transaction: Writing;
  readonly #accountId: string;
  #summary: Promise<UserSummary> | undefined;
  /** By block and id; `null`: deleted. */
  readonly #changes = new Map<number, Map<string, UserRow | null>>();

  constructor(transaction: Writing, accountId: string) {
    this.#transaction = transaction;
    this.#accountId = accountId;
  }

  async count(filter: UserFilter): Promise<number> {
    return countIn((await this.#summaryOf()).counts, filter);
  }

  async put(row: StoredUser): Promise<void> {
    await this.#replace(await this.#transaction.objectStore('users').get([this.#accountId, row.id]), row);
  }

  /** Puts somebody who is in no summary yet. */
  async add(row: StoredUser): Promise<void> {
    await this.#replace(undefined, row);
  }

  async delete(id: string): Promise<void> {
    const users = this.#transaction.objectStore('users');
    const before = await users.get([this.#accountId, id]);
    if (!before) return;
    const summary = await this.#summaryOf();
    adjustCount(summary.counts, before, -1);
    summary.blocks[before.block].size -= 1;
    this.#note(before.block, id, null);
    await users.delete([this.#accountId, id]);
  }

  async settle(): Promise<void> {
    if (this.#changes.size === 0) return;
    const summary = await this.#summaryOf();
    const blocks = this.#transaction.objectStore('searchBlocks');
    for (const [block, changes] of this.#changes) {
      const stored = await blocks.get([this.#accountId, block]);
      const rows = new Map(stored && unpackRows(stored.columns).map((row) => [row.id, row]));
      for (const [id, row] of changes) {
        if (row) rows.set(id, row);
        else rows.delete(id);
      }
      await blocks.put({ accountId: this.#accountId, block, columns: packRows([...rows.values()]) });
      summary.blocks[block].stamp += 1;
    }
    this.#changes.clear();
    await this.#transaction.objectStore('userSummaries').put(summary);
  }

  async #replace(before: UserEntry | undefined, row: StoredUser): Promise<void> {
    const summary = await this.#summaryOf();
    if (before) adjustCount(summary.counts, before, -1);
    adjustCount(summary.counts, row, 1);
    const block = before?.block ?? blockWithRoom(summary);
    if (!before) summary.blocks[block].size += 1;
    this.#note(block, row.id, row);
    await this.#transaction.objectStore('users').put({ ...row, accountId: this.#accountId, block });
  }

  #note(block: number, id: string, row: UserRow | null): void {
    const changes = this.#changes.get(block) ?? new Map<string, UserRow | null>();
    this.#changes.set(block, changes.set(id, row));
  }

  #summaryOf(): Promise<UserSummary> {
    return (this.#summary ??= this.#transaction.objectStore('userSummaries').get(this.#accountId).then((summary) => summary ?? emptySummary(this.#accountId)));
  }
}
