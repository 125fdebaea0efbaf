import { addressKey } from '../../../domain/email-address.js';
import type { UserDialogHost } from '../user-dialogs.js';
import type { DraftRow, InvitationDraft } from './invitation-draft.js';
import { findKnownUsers } from './known-users.js';

/** Finds out who on a list is a user already, before anybody is invited. Owns one search at a time; a newer one takes its place. */
export class MemberLookup {
  #running: AbortController | undefined;
  #isPartial = false;
  readonly #draft: InvitationDraft;
  readonly #host: UserDialogHost;

  constructor(draft: InvitationDraft, host: UserDialogHost) {
    this.#draft = draft;
    this.#host = host;
  }

  /** `partial`: of some it is not known. */
  get state(): 'running' | 'partial' | 'done' {
    return this.#running ? 'running' : this.#isPartial ? 'partial' : 'done';
  }

  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  async run(): Promise<void> {
    this.stop();
    const rows = this.#draft.unsent.filter((row) => !row.isLookedUp && !row.addressIssue);
    if (rows.length === 0) return;
    const running = (this.#running = new AbortController());
    const addressOf = (row: DraftRow) => row.address.trim();
    let isPartial = true;
    try {
      const { members, lookedUp } = await findKnownUsers((query, signal) => this.#host.actions.findUsers(query, signal), rows.map(addressOf), running.signal);
      if (running.signal.aborted) return;
      const found = rows.filter((row) => lookedUp.has(addressOf(row)) || members.has(addressKey(row.address)));
      this.#draft.learn(found, members);
      isPartial = found.length < rows.length;
    } catch {
      // The store says it when it is asked to invite them.
    }
    if (this.#running !== running) return;
    this.#running = undefined;
    this.#isPartial = isPartial;
    this.#host.requestUpdate();
  }
}
