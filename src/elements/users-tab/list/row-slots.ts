/**
 * Which of the rows that were drawn becomes which row of a page. Whoever is still there stays in the same one, with the focus and
 * what is open in it. Where nobody is, the drawn rows are filled anew from the top, which is less work than making them.
 */
export class RowSlots {
  #slots: ReadonlyMap<string, number> = new Map();
  #made = 0;

  /** The slot of each row, by the row's key. */
  assign(keys: readonly string[]): ReadonlyMap<string, number> {
    const drawn = [...this.#slots.values()];
    const isOther = !keys.some((key) => this.#slots.has(key));
    const slotOf = (key: string, index: number) => (isOther ? drawn[index] : this.#slots.get(key)) ?? (this.#made += 1);
    return (this.#slots = new Map(keys.map((key, index) => [key, slotOf(key, index)])));
  }
}
