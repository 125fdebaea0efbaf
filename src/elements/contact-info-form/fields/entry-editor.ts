import type { TemplateResult } from 'lit';
import type { Contact } from '../../../domain/contact.js';
import type { Issue } from '../../../domain/issue.js';
import { issueText, type Texts } from '../../../internal/issue-text.js';
import type { RejectedPiece } from '../address-entry.js';
import { locateContact, replaceAddress } from '../contact-list.js';
import { renderEntryEdit, type EntryEdit } from './entry-edit.js';

export interface EntryEditorBehaviour {
  contacts(): readonly Contact[];
  texts(): Texts;
  handleValue(contacts: Contact[]): void;
  /** Something is to be rendered anew. */
  handleChange(): void;
  /** Whether it is being rendered just now: an entry that is put elsewhere loses the focus without anybody having left it. */
  isRendering(): boolean;
  announce(text: string): void;
  /** Moves the focus to what an entry is begun to be edited with: the box while it is open, the address itself after that. */
  focus(index: number): void;
}

/**
 * Writes an entry's address anew, in place; one at a time. Owns what was typed until it is accepted or taken back. Does not
 * own the contacts.
 */
export class EntryEditor {
  #edit: EntryEdit | undefined;
  readonly #behaviour: EntryEditorBehaviour;

  constructor(behaviour: EntryEditorBehaviour) {
    this.#behaviour = behaviour;
  }

  /** Which entry is a box now. */
  get index(): number | undefined {
    return this.#edit?.index;
  }

  /** Why it was refused. */
  get issue(): Issue | undefined {
    return this.#edit?.issue;
  }

  /** What would be lost by saving now. */
  get unresolved(): RejectedPiece[] {
    const edit = this.#edit;
    return edit && (edit.issue || edit.text !== edit.original) ? [{ text: edit.text, issue: edit.issue ?? { path: [], code: 'email' } }] : [];
  }

  clear(): void {
    this.#edit = undefined;
  }

  begin(index: number): void {
    const contact = this.#behaviour.contacts()[index];
    if (!contact || this.index === index) return;
    // What was refused in another box is seen to first.
    if (this.commit()) this.#set({ index, original: contact.email, text: contact.email });
    if (this.#edit) this.#behaviour.focus(this.#edit.index);
  }

  /** Whether there is no box any more: what is refused stays in it, with the reason. */
  commit(refocus = false): boolean {
    const edit = this.#edit;
    if (!edit) return true;
    const { contacts, texts } = this.#behaviour;
    const { index, original, text } = edit;
    if (text.trim() === original) {
      this.#end(index, refocus, '');
      return true;
    }
    const replaced = replaceAddress(contacts(), index, text);
    if (!replaced.ok) {
      const [issue] = replaced.issues;
      this.#set({ ...edit, issue });
      this.#behaviour.announce(issueText(texts(), issue));
      return false;
    }
    // Whoever hears of the change finds no box any more.
    this.#edit = undefined;
    this.#behaviour.handleValue(replaced.value);
    this.#end(index, refocus, texts().text('contacts.edited', { before: original, address: replaced.value[index].email }));
    return true;
  }

  /** The list may have changed under the box, which stays with its entry. Returns the text of one whose entry is gone. */
  follow(): RejectedPiece | undefined {
    const edit = this.#edit;
    if (!edit) return undefined;
    const index = locateContact(this.#behaviour.contacts(), edit.index, edit.original);
    if (index >= 0) {
      this.#edit = index === edit.index ? edit : { ...edit, index };
      return undefined;
    }
    this.#edit = undefined;
    return edit.text.trim() === edit.original ? undefined : { text: edit.text, issue: edit.issue ?? { path: [], code: 'contacts-gone' } };
  }

  /** The entry as a box; `id` is the box's. */
  render(id: string): TemplateResult | undefined {
    const edit = this.#edit;
    const texts = this.#behaviour.texts();
    return edit && renderEntryEdit({
      id, edit, texts,
      change: (text) => this.#set({ ...edit, text, issue: undefined }),
      commit: (isFinished) => {
        if (isFinished || !this.#behaviour.isRendering()) this.commit(isFinished);
      },
      cancel: () => this.#end(edit.index, true, texts.text('contacts.edit-kept', { address: edit.original })),
    });
  }

  #set(edit: EntryEdit | undefined): void {
    this.#edit = edit;
    this.#behaviour.handleChange();
  }

  #end(index: number, refocus: boolean, said: string): void {
    this.#set(undefined);
    if (said) this.#behaviour.announce(said);
    if (refocus) this.#behaviour.focus(index);
  }
}
