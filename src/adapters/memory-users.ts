import type { UserSortKey } from '../ports/persistence-adapter.js';
import type { FoundUsers, UserFilter, UserSelection } from './account-storage.js';
import { OrderedRows } from './ordered-rows.js';
import { sliceAfter } from './user-order.js';
import { passes, type StoredUser } from './stored-user.js';
import { adjustCount, countIn, type UserCount } from './user-summary.js';

/**
 * An account's users in memory. Owns how they are found: an order is made when it is first asked for and kept in step from
 * then on, and a search looks through text that was folded when it was written. Does not own transactions: what is put or deleted is taken
 * back by putting what was there before.
 */
export class MemoryUsers {
  readonly #rows = new Map<string, StoredUser>();
  readonly #idByAddress = new Map<string, string>();
  readonly #orders = new Map<UserSortKey, OrderedRows<StoredUser>>();
  readonly #counts: UserCount[] = [];

  get(id: string): StoredUser | undefined {
    return this.#rows.get(id);
  }

  getByAddress(addressKey: string): StoredUser | undefined {
    return this.#rows.get(this.#idByAddress.get(addressKey) ?? '');
  }

  put(row: StoredUser): void {
    this.delete(row.id);
    this.#rows.set(row.id, row);
    this.#idByAddress.set(row.addressKey, row.id);
    adjustCount(this.#counts, row, 1);
    for (const order of this.#orders.values()) order.add(row);
  }

  delete(id: string): void {
    const row = this.#rows.get(id);
    if (!row) return;
    this.#rows.delete(id);
    this.#idByAddress.delete(row.addressKey);
    adjustCount(this.#counts, row, -1);
    for (const order of this.#orders.values()) order.delete(row);
  }

  count(filter: UserFilter): number {
    return countIn(this.#counts, filter);
  }

  find(selection: UserSelection): FoundUsers {
    const { search, roles, statuses, sort, after, limit } = selection;
    const order = this.#order(sort.by);
    if (search !== '') {
      const containing = order.containing(search);
      const matching = roles || statuses ? containing.filter((row) => passes(selection, row)) : containing;
      return { rows: sliceAfter(matching, sort, after, limit + 1), total: matching.length };
    }
    const total = this.count(selection);
    const rows: StoredUser[] = [];
    for (const row of total > 0 ? order.after(after, sort.direction) : []) {
      if (passes(selection, row)) rows.push(row);
      if (rows.length > limit || rows.length === total) break;
    }
    return { rows, total };
  }

  #order(by: UserSortKey): OrderedRows<StoredUser> {
    const order = this.#orders.get(by) ?? new OrderedRows(by, this.#rows.values());
    this.#orders.set(by, order);
    return order;
  }
}
