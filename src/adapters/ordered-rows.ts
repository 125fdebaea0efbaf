import type { UserSort, UserSortKey } from '../ports/persistence-adapter.js';
import { indexesContaining, joinStrings, type JoinedStrings } from './joined-strings.js';
import { comparatorOf, positionOf, rowAtPlace, type UserPlace } from './user-order.js';
import type { UserRow } from './stored-user.js';

interface Block<T> {
  /** Never none. */
  rows: T[];
  /** Their search text, from when it is first searched until one of them changes. */
  texts?: JoinedStrings;
}

/**
 * Rows in one order, in blocks, so that neither adding a row nor searching after that touches all of them. Owns the order and
 * the joined search text. Does not own which rows there are: whoever adds one twice has it twice.
 */
export class OrderedRows<T extends UserRow> {
  readonly #by: UserSortKey;
  readonly #blockSize: number;
  readonly #blocks: Block<T>[] = [];

  constructor(by: UserSortKey, rows: Iterable<T>, blockSize = 512) {
    this.#by = by;
    this.#blockSize = blockSize;
    const sorted = [...rows].sort(comparatorOf(by));
    for (let start = 0; start < sorted.length; start += blockSize) this.#blocks.push({ rows: sorted.slice(start, start + blockSize) });
  }

  add(row: T): void {
    const at = Math.max(0, this.#blockOf(row));
    const block = this.#blocks[at];
    if (!block) {
      this.#blocks.push({ rows: [row] });
      return;
    }
    block.rows.splice(positionOf(row, block.rows, this.#by), 0, row);
    block.texts = undefined;
    if (block.rows.length > 2 * this.#blockSize) this.#blocks.splice(at + 1, 0, { rows: block.rows.splice(this.#blockSize) });
  }

  delete(row: T): void {
    const at = this.#blockOf(row);
    const block = this.#blocks[at];
    block.rows.splice(positionOf(row, block.rows, this.#by), 1);
    block.texts = undefined;
    if (block.rows.length === 0) this.#blocks.splice(at, 1);
  }

  /** The rows that follow a place, one after another. */
  *after(place: UserPlace | null, direction: UserSort['direction']): Generator<T, void, undefined> {
    const compare = comparatorOf(this.#by);
    const start = place && rowAtPlace(place, this.#by);
    const first = start ? Math.max(0, this.#blockOf(start)) : direction === 'ascending' ? 0 : this.#blocks.length - 1;
    const step = direction === 'ascending' ? 1 : -1;
    for (let at = first; at >= 0 && at < this.#blocks.length; at += step) {
      const { rows } = this.#blocks[at];
      for (let index = step > 0 ? 0 : rows.length - 1; index >= 0 && index < rows.length; index += step) {
        const isBeyond = !start || at !== first || compare(rows[index], start) * step > 0;
        if (isBeyond) yield rows[index];
      }
    }
  }

  /** The rows whose search text contains the text, in ascending order. */
  containing(text: string): T[] {
    return this.#blocks.flatMap((block) => {
      block.texts ??= joinStrings(block.rows.map(({ searchText }) => searchText));
      return indexesContaining(block.texts, text).map((index) => block.rows[index]);
    });
  }

  /** The last block that does not begin after the row; -1 where all of them do. */
  #blockOf(row: UserRow): number {
    const compare = comparatorOf(this.#by);
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(this.#blocks[middle].rows[0], row) <= 0) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
