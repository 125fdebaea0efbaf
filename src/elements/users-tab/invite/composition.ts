import type { Issue } from '../../../domain/issue.js';
import { checkEmailAddress, addressKey } from '../../../domain/email-address.js';
import type { Announcement } from '../../../internal/announcement.js';
import { readInvitees, type Invitee } from './invitee.js';

/** What became of the last press of the button, beside single texts. */
export interface Refusals {
  heading: string;
  refused: { what: string; reason: string }[];
}

/** Whom the boxes of the dialog name. `one` is sent at once, `several` are reviewed first. */
export type Reading = { kind: 'one'; invitee: Invitee } | { kind: 'several'; invitees: Invitee[] } | { kind: 'none'; issue: Issue };

/** What is typed into the dialog that invites, and what is wrong with it. Owns the text and how it is read; nothing of it is sent from here. */
export class Composition {
  name = '';
  role: string | undefined;
  /** Also of those who are on the list. */
  readonly lists = new Set<string>();
  boxProblem: Announcement | undefined;
  isBoxInvalid = false;
  failure: Announcement | undefined;
  refusals: Refusals | undefined;
  #text = '';
  #invitees: Invitee[] = [];
  #count = 0;

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    this.#invitees = readInvitees(text);
    this.#count = new Set(this.#invitees.map(({ address, issue }, index) => (issue ? index : addressKey(address)))).size;
  }

  /** How many different people, or pieces that are none, are in the box. */
  get count(): number {
    return this.#count;
  }

  /** How many addresses are there again. */
  get folded(): number {
    return this.#invitees.length - this.#count;
  }

  get isEmpty(): boolean {
    return this.#text.trim() === '';
  }

  /** One address is read by itself, so that the reason against it is its own. */
  read(): Reading {
    if (this.#count > 1) return { kind: 'several', invitees: this.#invitees };
    const [first] = this.#invitees;
    if (first && !first.issue) {
      const name = this.name.trim() || this.#invitees.map((one) => one.name).find((one) => one !== '') || '';
      return { kind: 'one', invitee: { ...first, name } };
    }
    const checked = checkEmailAddress(this.#text);
    return checked.ok ? { kind: 'one', invitee: { address: checked.value.address, name: this.name.trim() } } : { kind: 'none', issue: checked.issues[0] };
  }

  /** What was wrong is being put right. */
  forgive(): void {
    this.boxProblem = undefined;
    this.isBoxInvalid = false;
    this.failure = undefined;
  }

  /** What was typed was sent, or was put on the list. */
  clear(): void {
    this.forgive();
    this.refusals = undefined;
    this.name = '';
    this.text = '';
  }
}
