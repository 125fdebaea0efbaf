import type { DraftRow, InvitationDraft } from './invitation-draft.js';

const reviewPageSize = 50;

/** Which rows of the list are shown. A row stays in sight while it is put right, whatever was asked to be shown. */
export class ReviewPages {
  #page = 0;
  #only: Set<number> | undefined;
  readonly #draft: InvitationDraft;

  constructor(draft: InvitationDraft) {
    this.#draft = draft;
  }

  get isOnlyAttention(): boolean {
    return this.#only !== undefined;
  }

  /** Shows only what needs attention now, or all. */
  narrow(isOnlyAttention: boolean): void {
    this.#page = 0;
    this.#only = isOnlyAttention ? new Set(this.#draft.rows.filter((row) => this.#draft.needsAttention(row)).map(({ id }) => id)) : undefined;
  }

  turn(by: number): void {
    this.#page += by;
  }

  get current(): { rows: DraftRow[]; from: number; total: number; hasNext: boolean } {
    const { rows } = this.#draft;
    const matching = this.#only ? rows.filter(({ id }) => this.#only?.has(id)) : rows;
    this.#page = Math.max(0, Math.min(this.#page, Math.ceil(matching.length / reviewPageSize) - 1));
    const from = this.#page * reviewPageSize;
    return { rows: matching.slice(from, from + reviewPageSize), from, total: matching.length, hasNext: from + reviewPageSize < matching.length };
  }
}
