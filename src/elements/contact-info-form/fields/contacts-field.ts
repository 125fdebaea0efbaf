import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Contact } from '../../../domain/contact.js';
import type { Issue } from '../../../domain/issue.js';
import { icon } from '../../../internal/icon.js';
import { issueText } from '../../../internal/issue-text.js';
import { enterAddresses, isAddressList, isWholeEntry, reasonAgainst, type RejectedPiece } from '../address-entry.js';
import type { DraftText } from '../draft-store.js';
import { fieldError, fieldIds, renderField, type FieldHost, type FieldView } from './field.js';

/** A list longer than this is shown in part until the person asks for all of it: thousands of buttons help nobody. */
const shownAtFirst = 100;

const separatorAtEnd = /[,;，、]\s*$/;

/**
 * A field of contacts: a text box that takes addresses one by one or as a list, and the list itself.
 * Owns: the text that is not an entry yet, and pieces that were refused. Does not own the contacts.
 */
export class ContactsField {
  #text = '';
  #issue: Issue | undefined;
  #rejected: RejectedPiece[] = [];
  #showsAll = false;
  #view: FieldView<Contact[]> | undefined;
  readonly #key: string;
  readonly #host: FieldHost;

  constructor(key: string, host: FieldHost) {
    this.#key = key;
    this.#host = host;
  }

  /** What the person typed and is no entry: it has to be mended or removed before saving, or it would be lost. */
  get unresolved(): RejectedPiece[] {
    const pending = this.#text.trim();
    return pending ? [...this.#rejected, { text: pending, issue: this.#issue ?? { path: [], code: 'email' } }] : this.#rejected;
  }

  /** Of that, what was refused already: not what is being typed. */
  get refused(): RejectedPiece[] {
    return this.#issue ? this.unresolved : this.#rejected;
  }

  /** What is unresolved, to be kept in a draft. */
  get texts(): DraftText | undefined {
    if (this.unresolved.length === 0) return undefined;
    return { key: this.#key, box: this.#text, refused: this.#issue !== undefined, rejected: this.#rejected.map(({ text }) => text) };
  }

  restore({ box, refused, rejected }: DraftText): void {
    this.#text = box;
    this.#issue = refused ? reasonAgainst(box) : undefined;
    this.#rejected = rejected.map((text) => ({ text, issue: reasonAgainst(text) }));
  }

  clear(): void {
    this.#text = '';
    this.#issue = undefined;
    this.#rejected = [];
  }

  /** Turns what is in the box into entries, as leaving it does. */
  commit(): void {
    if (this.#text.trim()) this.#enter(this.#text);
  }

  render(view: FieldView<Contact[]>): TemplateResult {
    this.#view = view;
    const ids = fieldIds(this.#key);
    const { editable, texts } = view;
    const error = this.#issue ? issueText(texts, this.#issue) : fieldError(view);
    if (!editable) return renderField(view, this.#renderReadonly(view), error);
    return renderField(view, html`
      <div class="entry-box" data-invalid=${Boolean(error)}>
        ${this.#renderList(view)}
        <input id=${ids.control} class="entry-input" part="input" type="text" inputmode="email" autocomplete="off" autocapitalize="off" spellcheck="false"
          aria-describedby="${ids.help} ${ids.error}" aria-invalid=${Boolean(error)} aria-required=${view.availability.requirement === 'required'}
          placeholder=${view.value.length === 0 ? texts.text('contacts.placeholder') : nothing} .value=${live(this.#text)}
          @input=${this.#handleInput} @keydown=${this.#handleKeydown} @paste=${this.#handlePaste} @blur=${this.#handleBlur} />
      </div>
      ${this.#renderRejected(view)}`, error);
  }

  #renderList(view: FieldView<Contact[]>): TemplateResult | typeof nothing {
    const { value, texts } = view;
    if (value.length === 0) return nothing;
    const shown = this.#showsAll ? value : value.slice(0, shownAtFirst);
    const issues = new Map(view.issues.filter(({ path }) => path.length > 0).map((issue) => [issue.path[0], issue]));
    return html`<ul class="entries" aria-label=${texts.text('contacts.list', { count: value.length })}>
      ${shown.map((contact, index) => this.#renderEntry(contact, index, issues.get(index)))}
      ${shown.length < value.length ? html`<li class="entries-more">
        ${texts.text('contacts.shown', { shown: shown.length, count: value.length })}
        <button type="button" class="button quiet small" @click=${this.#handleShowAll}>${texts.text('contacts.show-all')}</button>
      </li>` : nothing}
    </ul>`;
  }

  #renderEntry(contact: Contact, index: number, issue: Issue | undefined): TemplateResult {
    const texts = this.#view!.texts;
    return html`<li class="entry" part="entry" data-invalid=${Boolean(issue)}>
      <span class="entry-text">${contact.name ? html`<bdi class="entry-name">${contact.name}</bdi> ` : nothing}<bdi>${contact.email}</bdi></span>
      ${issue ? html`<span class="entry-issue">${issueText(texts, issue)}</span>` : nothing}
      <button type="button" class="icon-button" data-index=${index} aria-label=${texts.text('contacts.remove', { address: contact.email })}
        @click=${() => this.#remove(index)}>${icon('close')}</button>
      ${this.#view!.entryNote?.(index) ?? nothing}
    </li>`;
  }

  #renderRejected({ texts }: FieldView<Contact[]>): TemplateResult | typeof nothing {
    if (this.#rejected.length === 0) return nothing;
    const shown = this.#showsAll ? this.#rejected : this.#rejected.slice(0, shownAtFirst);
    return html`<div class="rejected notice danger" role="group" aria-label=${texts.text('contacts.rejected', { count: this.#rejected.length })}>
      <p>${texts.text('contacts.rejected', { count: this.#rejected.length })}</p>
      <button type="button" class="button small" @click=${this.#handleDropRejected}>${texts.text('contacts.rejected.remove-all')}</button>
      <ul>
        ${shown.map((piece, index) => html`<li>
          <bdi class="rejected-text">${piece.text}</bdi>
          <span class="rejected-reason">${issueText(texts, piece.issue)}</span>
          <button type="button" class="button quiet small" aria-label=${texts.text('contacts.rejected.edit', { text: piece.text })}
            @click=${() => this.#editRejected(index)}>${texts.text('contacts.edit')}</button>
          <button type="button" class="button quiet small" aria-label=${texts.text('contacts.remove', { address: piece.text })}
            @click=${() => this.#removeRejected(index)}>${texts.text('remove')}</button>
        </li>`)}
        ${shown.length < this.#rejected.length ? html`<li>
          <span>${texts.text('contacts.shown', { shown: shown.length, count: this.#rejected.length })}</span>
          <button type="button" class="button quiet small" @click=${this.#handleShowAll}>${texts.text('contacts.show-all')}</button>
        </li>` : nothing}
      </ul>
    </div>`;
  }

  #renderReadonly({ value, texts, entryNote }: FieldView<Contact[]>): TemplateResult {
    if (value.length === 0) return html`<p class="muted">${texts.text('field.empty')}</p>`;
    return html`<ul class="entries">${value.map((contact, index) => html`<li class="entry">
      <span class="entry-text">${contact.name ? html`<bdi class="entry-name">${contact.name}</bdi> ` : nothing}<bdi>${contact.email}</bdi></span>
      ${entryNote?.(index) ?? nothing}
    </li>`)}</ul>`;
  }

  #enter(text: string): void {
    const view = this.#view;
    if (!view) return;
    const { added, repeated, rejected } = enterAddresses(view.value, text);
    const texts = view.texts;
    // A single refusal stays in the box, where it can be mended at once; of a longer list it would hide the others.
    const [only] = rejected.length === 1 ? rejected : [];
    this.#text = only?.text ?? '';
    this.#issue = only?.issue;
    if (!only) this.#rejected = [...this.#rejected, ...rejected];
    if (added.length > 0) this.#setValue(view, [...view.value, ...added]);
    const said = [
      added.length > 0 ? texts.text('contacts.added', { count: added.length }) : '',
      repeated.length > 0 ? texts.text('contacts.repeated', { count: repeated.length }) : '',
      only ? issueText(texts, only.issue) : rejected.length > 0 ? texts.text('contacts.rejected', { count: rejected.length }) : '',
    ];
    this.#host.announce(said.filter(Boolean).join(' '));
    this.#host.element.requestUpdate();
  }

  /** Several changes may come before the next rendering: each builds on the one before. */
  #setValue(view: FieldView<Contact[]>, value: Contact[]): void {
    this.#view = { ...view, value };
    this.#host.handleValue(this.#key, value);
  }

  #remove(index: number): void {
    const view = this.#view;
    const removed = view?.value[index];
    if (!view || !removed) return;
    this.#setValue(view, view.value.filter((_, at) => at !== index));
    this.#host.announce(view.texts.text('contacts.removed', { address: removed.email }));
    const field = `#${CSS.escape(fieldIds(this.#key).field)}`;
    this.#host.focusAfterUpdate(`${field} [data-index="${index}"]`, `${field} [data-index="${index - 1}"]`, `${field} input`);
  }

  #editRejected(index: number): void {
    const piece = this.#rejected[index];
    if (!piece) return;
    this.commit();
    this.#rejected = this.#rejected.filter((other) => other !== piece);
    if (this.#text.trim()) this.#rejected = [...this.#rejected, { text: this.#text, issue: this.#issue ?? piece.issue }];
    this.#text = piece.text;
    this.#issue = piece.issue;
    this.#host.element.requestUpdate();
    this.#host.focusAfterUpdate(`#${CSS.escape(fieldIds(this.#key).control)}`);
  }

  #removeRejected(index: number): void {
    this.#rejected = this.#rejected.filter((_, at) => at !== index);
    this.#host.element.requestUpdate();
    this.#host.focusAfterUpdate(`#${CSS.escape(fieldIds(this.#key).control)}`);
  }

  readonly #handleDropRejected = (): void => {
    this.#rejected = [];
    this.#host.element.requestUpdate();
    this.#host.focusAfterUpdate(`#${CSS.escape(fieldIds(this.#key).control)}`);
  };

  readonly #handleShowAll = (): void => {
    this.#showsAll = true;
    this.#host.element.requestUpdate();
  };

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
    this.commit();
    const kept = this.#text.trim();
    if (kept && this.#issue) this.#rejected = [...this.#rejected, { text: kept, issue: this.#issue }];
    this.#enter(pasted);
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const box = event.target as HTMLInputElement;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (this.#text.trim()) this.commit();
      else this.#host.handleEnter();
    } else if (event.key === 'Backspace' && box.value === '' && this.#view && this.#view.value.length > 0) {
      event.preventDefault();
      const last = (this.#showsAll ? this.#view.value.length : Math.min(this.#view.value.length, shownAtFirst)) - 1;
      this.#host.focusAfterUpdate(`#${CSS.escape(fieldIds(this.#key).field)} [data-index="${last}"]`);
    }
  };
}
