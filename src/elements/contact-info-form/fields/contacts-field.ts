import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Contact } from '../../../domain/contact.js';
import { icon } from '../../../internal/icon.js';
import { issueText } from '../../../internal/issue-text.js';
import { MenuController, type MenuItem } from '../../../internal/widgets/menu.js';
import type { RejectedPiece } from '../address-entry.js';
import { countRule, keysOf, locateContact, missingFrom, moveContact, restoreContact, withDetails } from '../contact-list.js';
import type { DraftText } from '../draft-store.js';
import type { FieldIssue } from '../field-issues.js';
import { AddressBox } from './address-box.js';
import { renderReadonlyEntry, renderSummary } from './contact-text.js';
import { DetailsOpener } from './details-opener.js';
import { EntryDrag } from './entry-drag.js';
import { EntryEditor } from './entry-editor.js';
import { fieldError, fieldIds, fieldLabel, renderField, type FieldHost, type FieldView } from './field.js';
import { FocusKeeper } from './focus-keeper.js';

/** A list longer than this is shown in part until the person asks for all of it: thousands of buttons help nobody. */
const shownAtFirst = 100;

type EntryControl = 'edit' | 'menu' | 'remove';

/**
 * A field of contacts: a box that takes addresses, and the list of them, each entry of which can be written anew, moved,
 * described and removed. Owns what is being done to the list and is not done yet. Does not own the contacts.
 */
export class ContactsField {
  /** The latest removal, until the next change. */
  #removed: { contact: Contact; index: number } | undefined;
  #shown = shownAtFirst;
  /** The address of what is dragged, or was last. */
  #dragged = '';
  #view: FieldView<Contact[]> | undefined;
  readonly #key: string;
  readonly #host: FieldHost;
  readonly #box: AddressBox;
  readonly #editor: EntryEditor;
  readonly #menu: MenuController;
  readonly #drag: EntryDrag;
  readonly #details: DetailsOpener;

  constructor(key: string, host: FieldHost) {
    this.#key = key;
    this.#host = host;
    this.#box = new AddressBox(key, {
      host,
      view: () => this.#view,
      handleAdded: (contacts) => this.#setValue([...this.#contacts, ...contacts]),
      handleBackspace: () => this.#focus('remove', Math.min(this.#contacts.length, this.#shown) - 1),
      handleShowAll: this.#handleShowAll,
    });
    const list = () => host.element.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#listId)}`);
    const focusKeeper = new FocusKeeper(host.element, list);
    this.#editor = new EntryEditor({
      contacts: () => this.#contacts,
      texts: () => this.#view!.texts,
      handleValue: (contacts) => this.#setValue(contacts),
      handleChange: () => host.element.requestUpdate(),
      isRendering: () => focusKeeper.isRendering,
      announce: (text) => host.announce(text),
      focus: (index) => this.#focus('edit', index),
    });
    this.#menu = new MenuController(host.element);
    this.#details = new DetailsOpener(host.element);
    this.#drag = new EntryDrag(host.element, {
      list,
      // The list may have changed on the way.
      handleDrop: (from, to) => this.#move(locateContact(this.#contacts, from, this.#dragged), to, 'edit'),
      handleCancel: () => this.#say('contacts.not-moved'),
    });
  }

  /** What the person typed and is no entry: it has to be mended or removed before saving, or it would be lost. */
  get unresolved(): readonly RejectedPiece[] {
    return [...this.#box.unresolved, ...this.#editor.unresolved];
  }

  /** Of that, what was refused already: not what is being typed. */
  get refused(): readonly RejectedPiece[] {
    return this.#editor.issue ? [...this.#box.refused, ...this.#editor.unresolved] : this.#box.refused;
  }

  /** What is unresolved, to be kept in a draft. An entry that is being written anew is a piece like any other by then. */
  get texts(): DraftText | undefined {
    if (this.unresolved.length === 0) return undefined;
    const { box, refused, rejected } = this.#box.texts;
    return { key: this.#key, box, refused, rejected: [...rejected, ...this.#editor.unresolved.map(({ text }) => text)] };
  }

  restore(texts: DraftText): void {
    this.#box.restore(texts);
  }

  clear(): void {
    this.#box.clear();
    this.#editor.clear();
    this.#removed = undefined;
    this.#drag.cancel();
    this.#details.close();
  }

  /** Turns what is in the boxes into entries, as leaving them does. */
  commit(): void {
    this.#editor.commit();
    this.#box.commit();
  }

  render(view: FieldView<Contact[]>): TemplateResult {
    this.#view = view;
    const orphan = this.#editor.follow();
    if (orphan) this.#box.keep(orphan);
    const { editable, texts } = view;
    const { issue } = this.#box;
    const error = issue ? issueText(texts, issue) : fieldError(view);
    if (!editable) return renderField(view, this.#renderReadonly(view), error);
    return renderField(view, html`
      ${this.#renderAbove(view)}
      ${this.#box.render(view, this.#renderList(view), error)}
      ${this.#renderRemoved(view)}
      ${this.#box.renderRefused(view, this.#shown)}`, error);
  }

  get #contacts(): readonly Contact[] {
    return this.#view?.value ?? [];
  }

  get #hasRoom(): boolean {
    return this.#contacts.length < (this.#view?.definition.max ?? Infinity);
  }

  get #listId(): string {
    return `${fieldIds(this.#key).field}-list`;
  }

  get #sameAsId(): string {
    return `${fieldIds(this.#key).field}-same`;
  }

  #idOf(control: EntryControl, index: number): string {
    return `${fieldIds(this.#key).field}-${control}-${index}`;
  }

  /** How many are asked for, whether there are as many as there may be, and where some can be taken from. */
  #renderAbove(view: FieldView<Contact[]>): TemplateResult | typeof nothing {
    const { definition, availability, texts } = view;
    const rule = countRule(definition, availability.requirement === 'required');
    const sameAs = this.#renderSameAs(view);
    if (!rule && sameAs === nothing) return nothing;
    return html`<div class="asked">
      ${rule ? html`<p id="${fieldIds(this.#key).field}-asked" class="help">${texts.text(rule.key, rule.params)} ${this.#hasRoom ? nothing : texts.text('contacts.full')}</p>` : nothing}
      ${sameAs}
    </div>`;
  }

  #renderList(view: FieldView<Contact[]>): TemplateResult | typeof nothing {
    const { value, texts } = view;
    if (value.length === 0) return nothing;
    const shown = value.slice(0, this.#shown);
    const keys = keysOf(shown);
    const issues = new Map<unknown, FieldIssue[]>();
    for (const issue of view.issues) issues.set(issue.path[0], [...(issues.get(issue.path[0]) ?? []), issue]);
    return html`<ul id=${this.#listId} class="entries" ?data-movable=${value.length > 1} aria-label=${texts.text('contacts.list', { count: value.length })}
      @keydown=${this.#listKeys} @dblclick=${this.#handleDoubleClick} @pointerdown=${this.#handlePointerDown}>
      ${repeat(shown, (_, index) => keys[index], (contact, index) => this.#renderEntry(contact, index, issues.get(index)))}
      ${this.#renderMore(view)}
    </ul>`;
  }

  /**
   * One entry: a line with what can be done to it, and below that a note for each thing that is to be said of it. There may be
   * thousands, so that templates inside it are few.
   */
  #renderEntry(contact: Contact, index: number, issues: readonly FieldIssue[] = []): TemplateResult {
    const texts = this.#view!.texts;
    const { email, name } = contact;
    const box = this.#editor.index === index ? this.#editor.render(this.#idOf('edit', index)) : undefined;
    if (box) return box;
    const menu = this.#idOf('menu', index);
    return html`<li class="entry contact" part="entry" data-at=${index} data-invalid=${issues.length > 0}>
      <div class="entry-line">
        <span class="entry-handle" aria-hidden="true"></span>
        <button type="button" id=${this.#idOf('edit', index)} class="entry-text" aria-label=${texts.text('contacts.edit-entry', { entry: name ? `${name} ${email}` : email })}
          aria-keyshortcuts="F2 Alt+ArrowUp Alt+ArrowDown" @click=${() => this.#editor.begin(index)}>${name ? html`<bdi class="entry-name">${name}</bdi> ` : nothing}<bdi>${email}</bdi></button>
        ${this.#menu.render({
          id: menu, label: texts.text('contacts.actions', { address: email }),
          items: () => this.#actions(index), choose: (action) => this.#act(action, index),
        })}
        <button type="button" id=${this.#idOf('remove', index)} class="icon-button" aria-label=${texts.text('contacts.remove', { address: email })}
          @click=${() => this.#remove(index)}><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="m6 6 12 12M18 6 6 18"/></svg></button>
      </div>
      ${issues.map((issue) => html`<p class="entry-note entry-issue">${this.#view!.words(issue)}</p>`)}
      ${renderSummary(contact, texts.lang)}
      ${this.#view!.entryNote?.(index) ?? nothing}
    </li>`;
  }

  #renderMore({ value: { length: count }, texts }: FieldView<Contact[]>): TemplateResult | typeof nothing {
    const shown = this.#shown;
    return shown < count ? html`<li class="entries-more">
      ${texts.text('contacts.shown', { shown, count })}
      <button type="button" class="button quiet small" @click=${this.#handleShowAll}>${texts.text('contacts.show-all')}</button>
    </li>` : nothing;
  }

  #renderRemoved({ texts }: FieldView<Contact[]>): TemplateResult | typeof nothing {
    if (!this.#removed) return nothing;
    const address = this.#removed.contact.email;
    return html`<p class="removed"><span>${texts.text('contacts.removed', { address })}</span>
      <button type="button" class="button quiet small" aria-label=${texts.text('contacts.undo', { address })}
        @click=${this.#handleUndo}>${icon('undo')}${texts.text('undo')}</button></p>`;
  }

  #renderSameAs({ texts, definition, sources = [], value }: FieldView<Contact[]>): TemplateResult | typeof nothing {
    if (sources.length === 0 || !this.#hasRoom) return nothing;
    const items = () => sources.map((source): MenuItem => ({
      key: source.definition.key, label: fieldLabel(texts, source.definition),
      ...(missingFrom(value, source.contacts()).length === 0 && { reason: texts.text('contacts.same-as.none') }),
    }));
    return html`<div class="same-as">${this.#menu.render({
      id: this.#sameAsId, label: texts.text('contacts.same-as-of', { label: fieldLabel(texts, definition) }), face: texts.text('contacts.same-as'),
      items, choose: (key) => this.#copyFrom(key),
    })}</div>`;
  }

  #renderReadonly(view: FieldView<Contact[]>): TemplateResult {
    const { value, texts, entryNote } = view;
    if (value.length === 0) return html`<p class="muted">${texts.text('field.empty')}</p>`;
    return html`<ul class="entries">${value.slice(0, this.#shown).map((contact, index) => renderReadonlyEntry(contact, texts.lang, entryNote?.(index)))}${this.#renderMore(view)}</ul>`;
  }

  #say(key: string, params?: Readonly<Record<string, unknown>>): void {
    if (this.#view) this.#host.announce(this.#view.texts.text(key, params));
  }

  #focus(control: EntryControl, index: number): void {
    this.#host.focusAfterUpdate(`#${CSS.escape(this.#idOf(control, index))}`, `#${CSS.escape(fieldIds(this.#key).control)}`);
  }

  /** Several changes may come before the next rendering: each builds on the one before. */
  #setValue(value: Contact[]): void {
    if (!this.#view) return;
    this.#view = { ...this.#view, value };
    this.#removed = undefined;
    this.#box.handleChanged(this.#hasRoom);
    this.#host.handleValue(this.#key, value);
  }

  #actions(index: number): MenuItem[] {
    const { texts } = this.#view!;
    const last = this.#contacts.length - 1;
    const moves = last > 0 ? [
      { key: 'up', ...(index === 0 && { reason: texts.text('contacts.is-first') }) },
      { key: 'down', ...(index === last && { reason: texts.text('contacts.is-last') }) },
    ] : [];
    return [{ key: 'edit' }, { key: 'details' }, ...moves, { key: 'remove', danger: true }]
      .map((item) => ({ ...item, label: texts.text(`contacts.action.${item.key}`) }));
  }

  #act(action: string, index: number): void {
    if (action === 'edit') this.#editor.begin(index);
    else if (action === 'details') void this.#showDetails(index);
    else if (action === 'remove') this.#remove(index);
    else this.#move(index, action === 'up' ? index - 1 : index + 1, 'menu');
  }

  #remove(index: number): void {
    const removed = this.#contacts[index];
    if (!removed) return;
    this.#setValue(this.#contacts.filter((_, at) => at !== index));
    this.#removed = { contact: removed, index };
    this.#say('contacts.removed', { address: removed.email });
    this.#focus('remove', Math.min(index, this.#contacts.length - 1));
  }

  readonly #handleUndo = (): void => {
    if (!this.#removed) return;
    const { contact, index } = this.#removed;
    const restored = restoreContact(this.#contacts, contact, index);
    this.#removed = undefined;
    if (restored) this.#setValue(restored);
    this.#say(restored ? 'contacts.undone' : 'issue.contacts-repeated', { address: contact.email });
    this.#host.element.requestUpdate();
    this.#focus('remove', Math.min(index, this.#contacts.length - 1));
  };

  #move(from: number, to: number, control: EntryControl): void {
    const moved = this.#contacts[from];
    const count = this.#contacts.length;
    if (!moved || to < 0 || to >= count) return;
    this.#shown = Math.max(this.#shown, to + 1);
    this.#setValue(moveContact(this.#contacts, from, to));
    this.#say('contacts.moved', { address: moved.email, position: to + 1, count });
    this.#focus(control, to);
  }

  async #showDetails(index: number): Promise<void> {
    const contact = this.#contacts[index];
    const view = this.#view;
    if (!contact || !view) return;
    const at = () => locateContact(this.#contacts, index, contact.email);
    const isLoaded = await this.#details.show({
      texts: view.texts,
      contact,
      save: (changed) => {
        if (at() < 0 || !this.#view?.editable) return false;
        const position = at();
        this.#setValue(this.#contacts.map((one, other) => (other === position ? withDetails(one, changed) : one)));
        this.#say('contacts.details-changed', { address: contact.email });
        return true;
      },
      handleClose: () => this.#focus('menu', at()),
    });
    if (!isLoaded) this.#box.notify(view.texts.text('contacts.details-failed'));
  }

  #copyFrom(key: string): void {
    const view = this.#view;
    const source = view?.sources?.find(({ definition }) => definition.key === key);
    if (!view || !source) return;
    const missing = missingFrom(view.value, source.contacts());
    const copied = missing.slice(0, Math.max(0, (view.definition.max ?? Infinity) - view.value.length));
    const left = missing.length - copied.length;
    if (copied.length > 0) this.#setValue([...view.value, ...copied.map((contact) => ({ ...contact }))]);
    const { texts } = view;
    this.#host.announce([
      texts.text('contacts.copied', { count: copied.length, label: fieldLabel(texts, source.definition) }),
      left > 0 ? texts.text('contacts.not-copied', { count: left }) : '',
    ].filter(Boolean).join(' '));
    this.#host.focusAfterUpdate(`#${CSS.escape(this.#sameAsId)}`, `#${CSS.escape(fieldIds(this.#key).control)}`);
  }

  readonly #handleShowAll = (): void => {
    this.#shown = Infinity;
    this.#host.element.requestUpdate();
  };

  /** Before the entry's own controls, which have a use for arrow keys without Alt. */
  readonly #listKeys = {
    capture: true,
    handleEvent: (event: KeyboardEvent): void => {
      const index = indexOf(event);
      const target = event.target as HTMLElement;
      if (index < 0 || target.getAttribute('role') === 'menuitem') return;
      const to = event.altKey ? { ArrowUp: index - 1, ArrowDown: index + 1 }[event.key] : undefined;
      if (to === undefined && event.key !== 'F2') return;
      event.preventDefault();
      event.stopPropagation();
      if (to === undefined) this.#editor.begin(index);
      else this.#move(index, to, (['menu', 'remove'] as const).find((control) => target.id === this.#idOf(control, index)) ?? 'edit');
    },
  };

  readonly #handleDoubleClick = (event: MouseEvent): void => {
    const index = indexOf(event);
    if (index >= 0 && !(event.target as Element).closest('button')) this.#editor.begin(index);
  };

  readonly #handlePointerDown = (event: PointerEvent): void => {
    const index = indexOf(event);
    if (this.#contacts[index] && (event.target as Element).closest('.entry-handle')) {
      this.#dragged = this.#contacts[index].email;
      this.#drag.start(event, index);
    }
  };
}

/** Which entry an event in the list is about; -1: none. */
function indexOf(event: Event): number {
  const entry = (event.target as Element).closest<HTMLElement>('[data-at]');
  return entry ? Number(entry.dataset.at) : -1;
}
