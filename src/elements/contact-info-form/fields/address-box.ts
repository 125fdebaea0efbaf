import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Contact } from '../../../domain/contact.js';
import type { Issue } from '../../../domain/issue.js';
import { icon } from '../../../internal/icon.js';
import { issueText } from '../../../internal/issue-text.js';
import { enterAddresses, isAddressList, isWholeEntry, reasonAgainst, type RejectedPiece } from '../address-entry.js';
import type { DraftText } from '../draft-store.js';
import { mayCarryAddresses, readDrop, type DroppedText } from './address-drop.js';
import { fieldIds, type FieldHost, type FieldView } from './field.js';
import { renderRejectedPieces } from './rejected-pieces.js';

export interface AddressBoxBehaviour {
  readonly host: FieldHost;
  /** The field as it is now: changes since the last rendering are in it. */
  view(): FieldView<Contact[]> | undefined;
  handleAdded(contacts: readonly Contact[]): void;
  /** Backspace where nothing is left to delete. */
  handleBackspace(): void;
  handleShowAll(): void;
}

const separatorAtEnd = /[,;，、]\s*$/;

/**
 * The text box that addresses are typed, pasted and dropped into. Owns the text that is not an entry yet, the pieces that
 * were refused, and what was dropped in vain. Does not own the contacts.
 */
export class AddressBox {
  #text = '';
  #issue: Issue | undefined;
  #rejected: readonly RejectedPiece[] = [];
  /** Why something that was dropped left no text behind. */
  #notices: readonly string[] = [];
  #isDroppedOn = false;
  readonly #key: string;
  readonly #behaviour: AddressBoxBehaviour;

  constructor(key: string, behaviour: AddressBoxBehaviour) {
    this.#key = key;
    this.#behaviour = behaviour;
  }

  /** Why the text in the box was refused. */
  get issue(): Issue | undefined {
    return this.#issue;
  }

  /** What is no entry: it has to be mended or removed before saving, or it would be lost. */
  get unresolved(): readonly RejectedPiece[] {
    const pending = this.#text.trim();
    return pending ? [...this.#rejected, { text: pending, issue: this.#issue ?? { path: [], code: 'email' } }] : this.#rejected;
  }

  /** Of that, what was refused already: not what is being typed. */
  get refused(): readonly RejectedPiece[] {
    return this.#issue ? this.unresolved : this.#rejected;
  }

  get texts(): Omit<DraftText, 'key'> {
    return { box: this.#text, refused: this.#issue !== undefined, rejected: this.#rejected.map(({ text }) => text) };
  }

  restore({ box, refused, rejected }: Omit<DraftText, 'key'>): void {
    this.#text = box;
    this.#issue = refused ? reasonAgainst(box) : undefined;
    this.#rejected = rejected.map((text) => ({ text, issue: reasonAgainst(text) }));
  }

  clear(): void {
    this.#text = '';
    this.#issue = undefined;
    this.#rejected = [];
    this.#notices = [];
  }

  /** Turns what is in the box into entries, as leaving it does. */
  commit(): void {
    if (this.#text.trim()) this.#enter(this.#text);
  }

  /** A text that was no entry and has no place of its own any more. */
  keep(piece: RejectedPiece): void {
    this.#rejected = [...this.#rejected, piece];
  }

  /** Says below the box that something came to nothing. */
  notify(...notices: string[]): void {
    this.#notices = notices;
    if (notices.length > 0) this.#host.announce(notices.join(' '));
    this.#host.element.requestUpdate();
  }

  /** The list changed: what was said of something else is over, and there may be room again for what is in the box. */
  handleChanged(hasRoom: boolean): void {
    this.#notices = [];
    if (hasRoom && this.#issue?.code === 'contacts-full') this.#issue = undefined;
  }

  /** The box, with the list in it. */
  render({ definition, availability, value, texts }: FieldView<Contact[]>, list: unknown, error: string | undefined): TemplateResult {
    const ids = fieldIds(this.#key);
    return html`<div class="entry-box" data-invalid=${Boolean(error)} data-dropping=${this.#isDroppedOn} data-full=${value.length >= (definition.max ?? Infinity)}
      @dragenter=${this.#handleDragOver} @dragover=${this.#handleDragOver} @dragleave=${this.#handleDragLeave} @drop=${this.#handleDrop}>
      ${list}
      <input id=${ids.control} class="entry-input" part="input" type="text" inputmode="email" autocomplete="off" autocapitalize="off" spellcheck="false"
        aria-describedby="${ids.help} ${ids.field}-asked ${ids.error}" aria-invalid=${Boolean(error)} aria-required=${availability.requirement === 'required'}
        placeholder=${value.length === 0 ? texts.text('contacts.placeholder') : nothing} .value=${live(this.#text)}
        @input=${this.#handleInput} @keydown=${this.#handleKeydown} @paste=${this.#handlePaste} @blur=${this.#handleBlur} />
      ${this.#isDroppedOn ? html`<p class="drop-sign">${icon('add')}<span>${texts.text('contacts.drop')}</span></p>` : nothing}
    </div>`;
  }

  /** Below the box: what was not accepted, with the reasons. At most `shown` pieces. */
  renderRefused({ texts }: FieldView<Contact[]>, shown: number): TemplateResult {
    return html`
      ${this.#notices.map((notice) => html`<p class="notice warning">${notice}</p>`)}
      ${renderRejectedPieces({
        texts, pieces: this.#rejected, shown,
        edit: (index) => this.#editRejected(index),
        remove: (index) => this.#setRejected(this.#rejected.filter((_, at) => at !== index)),
        removeAll: () => this.#setRejected([]),
        showAll: () => this.#behaviour.handleShowAll(),
      })}`;
  }

  get #host(): FieldHost {
    return this.#behaviour.host;
  }

  #enter(text: string): void {
    const view = this.#behaviour.view();
    if (!view) return;
    const { added, repeated, rejected } = enterAddresses(view.value, text, view.definition.max);
    const texts = view.texts;
    // A single refusal stays in the box, where it can be mended at once; of a longer list it would hide the others.
    const [only] = rejected.length === 1 ? rejected : [];
    this.#text = only?.text ?? '';
    this.#issue = only?.issue;
    if (!only) this.#rejected = [...this.#rejected, ...rejected];
    if (added.length > 0) this.#behaviour.handleAdded(added);
    const said = [
      added.length > 0 ? texts.text('contacts.added', { count: added.length }) : '',
      repeated.length > 0 ? texts.text('contacts.repeated', { count: repeated.length }) : '',
      only ? issueText(texts, only.issue) : rejected.length > 0 ? texts.text('contacts.rejected', { count: rejected.length }) : '',
    ];
    this.#host.announce(said.filter(Boolean).join(' '));
    this.#host.element.requestUpdate();
  }

  /** A whole text that came at once; what was being typed is done with first, and kept if it is no entry. */
  #enterAll(text: string): void {
    this.commit();
    const kept = this.#text.trim();
    if (kept && this.#issue) this.keep({ text: kept, issue: this.#issue });
    this.#enter(text);
  }

  #setRejected(pieces: readonly RejectedPiece[]): void {
    this.#rejected = pieces;
    this.#host.element.requestUpdate();
    this.#host.focusAfterUpdate(`#${CSS.escape(fieldIds(this.#key).control)}`);
  }

  #editRejected(index: number): void {
    const piece = this.#rejected[index];
    if (!piece) return;
    this.commit();
    this.#rejected = this.#rejected.filter((other) => other !== piece);
    if (this.#text.trim()) this.keep({ text: this.#text, issue: this.#issue ?? piece.issue });
    this.#text = piece.text;
    this.#issue = piece.issue;
    this.#setRejected(this.#rejected);
  }

  readonly #handleInput = (event: Event): void => {
    event.stopPropagation();
    const text = (event.target as HTMLInputElement).value;
    this.#text = text;
    this.#issue = undefined;
    // Not by the key: virtual keyboards do not say which one was pressed.
    if (separatorAtEnd.test(text) && isWholeEntry(text.replace(separatorAtEnd, ''))) this.commit();
    this.#host.element.requestUpdate();
  };

  readonly #handleBlur = (): void => this.commit();

  readonly #handlePaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (!isAddressList(pasted)) return;
    event.preventDefault();
    this.#enterAll(pasted);
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const box = event.target as HTMLInputElement;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (this.#text.trim()) this.commit();
      else this.#host.handleEnter();
    } else if (event.key === 'Backspace' && box.value === '' && this.#behaviour.view()?.value.length) {
      event.preventDefault();
      this.#behaviour.handleBackspace();
    }
  };

  readonly #handleDragOver = (event: DragEvent): void => {
    if (!mayCarryAddresses(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer!.dropEffect = 'copy';
    this.#showDrop(true);
  };

  readonly #handleDragLeave = (event: DragEvent): void => {
    const box = event.currentTarget as HTMLElement;
    if (!(event.relatedTarget instanceof Node && box.contains(event.relatedTarget))) this.#showDrop(false);
  };

  readonly #handleDrop = (event: DragEvent): void => {
    this.#showDrop(false);
    const { dataTransfer } = event;
    if (!dataTransfer || !mayCarryAddresses(dataTransfer)) return;
    event.preventDefault();
    void readDrop(dataTransfer).then((dropped) => this.#takeDropped(dropped));
  };

  #showDrop(isDroppedOn: boolean): void {
    if (this.#isDroppedOn === isDroppedOn) return;
    this.#isDroppedOn = isDroppedOn;
    this.#host.element.requestUpdate();
  }

  /** A file takes a moment to read: by then there may be nothing to change here any more. */
  #takeDropped({ text, refused }: DroppedText): void {
    const view = this.#behaviour.view();
    if (!view?.editable) return;
    const isEmpty = text.trim() === '';
    if (!isEmpty) this.#enterAll(text);
    const { texts } = view;
    const notices = refused.map(({ key, name }) => texts.text(key, { name }));
    this.notify(...(isEmpty && notices.length === 0 ? [texts.text('contacts.drop.nothing')] : notices));
  }
}
