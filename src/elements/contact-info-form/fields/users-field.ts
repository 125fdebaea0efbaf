import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '../../../internal/failure-text.js';
import { ComboboxController } from '../../../internal/widgets/combobox.js';
import { isPersistenceError } from '../../../ports/persistence-error.js';
import type { UserLookup } from '../user-lookup.js';
import { fieldError, fieldIds, renderField, type FieldHost, type FieldView } from './field.js';
import { chosenName, renderUserEntry, userName } from './user-entry.js';

/** More is listed when this little of the list is left below, in pixels: before the person is at its end. */
const nearEnd = 200;

export interface UsersFieldView extends FieldView<string[]> {
  /** Who is looking; empty where nobody said. */
  viewerId: string;
}

/**
 * A field of users: who was chosen, and a combobox over the account's active users to choose more.
 * Owns the text in the box, and whose place the next choice takes. Does not own the users chosen, nor who is known.
 */
export class UsersField {
  #text = '';
  /** The id of the user who is to be replaced by the next choice. */
  #replacing: string | undefined;
  #view: UsersFieldView | undefined;
  readonly #key: string;
  readonly #host: FieldHost;
  readonly #lookup: UserLookup;
  readonly #combobox: ComboboxController;

  constructor(key: string, host: FieldHost, lookup: UserLookup) {
    this.#key = key;
    this.#host = host;
    this.#lookup = lookup;
    this.#combobox = new ComboboxController(host.element, {
      handleOpen: () => void lookup.search(this.#text),
      handleQuery: (text) => {
        this.#text = text;
        void lookup.searchSoon(text);
      },
      handleChoose: (id) => this.#choose(id),
      handleClose: () => {
        this.clear();
        lookup.stop();
      },
    });
  }

  clear(): void {
    this.#text = '';
    this.#replacing = undefined;
  }

  render(view: UsersFieldView): TemplateResult {
    this.#view = view;
    const { value, texts, definition, editable } = view;
    if (!editable) return renderField(view, this.#renderChosen(view));
    const ids = fieldIds(this.#key);
    const note = this.#replacing !== undefined ? texts.text('users.replacing', { name: this.#nameOf(view, this.#replacing) })
      : isFull(value, definition.max) ? texts.text('users.full', { count: definition.max, max: definition.max })
      : definition.max !== undefined && value.length > 0 ? texts.text('users.chosen-of', { count: value.length, max: definition.max }) : '';
    return renderField(view, html`
      ${this.#renderChosen(view)}
      <p id="${ids.control}-note" class="help" ?hidden=${!note}>${note}</p>
      <div @scroll=${this.#scrollListener}>${this.#combobox.render({
        id: ids.control,
        labelledBy: ids.label,
        describedBy: `${ids.help} ${ids.control}-note ${ids.error}`,
        text: this.#text,
        placeholder: texts.text('users.placeholder'),
        options: (this.#lookup.found?.users ?? []).map((user) => ({
          value: user.id, label: this.#labelOf(view, user), detail: user.name ? user.email : undefined, selected: value.includes(user.id),
        })),
        status: this.#status(view),
        footer: this.#lookup.error ? this.#renderRetry(view) : undefined,
        multiple: true,
        required: view.availability.requirement === 'required',
        invalid: Boolean(fieldError(view)),
      })}</div>`);
  }

  /** Always what the text in the box finds, as a sentence: nothing is left out unsaid. */
  #status({ texts }: UsersFieldView): string {
    const { found, error, isSearching } = this.#lookup;
    if (error) return `${texts.text('users.search-failed')} ${isPersistenceError(error) && error.code !== 'unavailable' ? failureText(texts, error) : ''}`.trim();
    if (isSearching) return texts.text('loading');
    if (!found) return '';
    if (found.total === 0) return texts.text(found.text ? 'users.none-match' : 'users.none');
    const more = found.total - found.users.length;
    return more > 0 ? texts.text('users.more', { count: more }) : '';
  }

  /** Inside the list, since that is where the person is. The focus stays in the box, which is what the list belongs to. */
  #renderRetry({ texts }: UsersFieldView): TemplateResult {
    const handleRetry = () => {
      this.#focusBox();
      void this.#lookup.search(this.#text);
    };
    const handleKeydown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.#focusBox();
      this.#combobox.close();
    };
    return html`<div class="combobox-footer"><button type="button" class="button small" @mousedown=${keepFocus} @keydown=${handleKeydown}
      @click=${handleRetry}>${texts.text('retry')}</button></div>`;
  }

  #renderChosen(view: UsersFieldView): TemplateResult {
    const { value, texts, editable, viewerId, issues } = view;
    if (value.length === 0) return html`<p class="muted" ?hidden=${editable}>${texts.text('field.empty')}</p>`;
    const standings = new Set(value.map((id) => this.#lookup.standingOf(id)));
    return html`<ul class="entries" aria-label=${texts.text('users.list', { count: value.length })}>
      ${value.map((id, index) => renderUserEntry({
        id, index, viewerId, texts, lookup: this.#lookup, issues: issues.filter(({ path }) => path[0] === index),
        actions: editable ? { handleRemove: () => this.#remove(index), handleReplace: () => this.#replace(id) } : undefined,
      }))}
    </ul>
    ${standings.has('unreachable') ? html`<p class="users-note muted"><span>${texts.text('users.names-unreachable')}</span>
      <button type="button" class="button quiet small" @click=${() => this.#lookup.retry()}>${texts.text('retry')}</button></p>`
      : standings.has('loading') ? html`<p class="users-note muted">${texts.text('users.names-loading')}</p>` : nothing}`;
  }

  #labelOf({ texts, viewerId }: UsersFieldView, user: { id: string; name: string; email: string }): string {
    return user.id === viewerId ? `${userName(user)} ${texts.text('users.you')}` : userName(user);
  }

  #nameOf({ texts }: UsersFieldView, id: string): string {
    return chosenName(texts, this.#lookup, id);
  }

  /** Several changes may come before the next rendering: each builds on the one before. */
  #setValue(view: UsersFieldView, value: string[]): void {
    this.#view = { ...view, value };
    this.#host.handleValue(this.#key, value);
  }

  #choose(id: string): void {
    const view = this.#view;
    if (!view) return;
    const { value, texts, definition } = view;
    const name = this.#nameOf(view, id);
    const replaced = this.#replacing;
    if (replaced !== undefined && value.includes(replaced)) {
      this.#setValue(view, value.filter((other) => other !== id).map((other) => (other === replaced ? id : other)));
      this.#host.announce(texts.text('users.replaced', { name, before: this.#nameOf(view, replaced) }));
      this.#combobox.close();
      return;
    }
    const chosen = value.includes(id);
    if (!chosen && isFull(value, definition.max)) {
      this.#host.announce(texts.text('users.full', { count: definition.max, max: definition.max }));
      return;
    }
    this.#setValue(view, chosen ? value.filter((other) => other !== id) : [...value, id]);
    this.#host.announce(texts.text(chosen ? 'users.removed' : 'users.added', { name }));
    if (!this.#text) return;
    this.#text = '';
    void this.#lookup.search('');
  }

  #replace(id: string): void {
    this.#focusBox();
    this.#box?.click();
    this.#replacing = id;
    this.#host.element.requestUpdate();
  }

  #remove(index: number): void {
    const view = this.#view;
    if (!view) return;
    const name = this.#nameOf(view, view.value[index]);
    this.#setValue(view, view.value.filter((_, at) => at !== index));
    this.#host.announce(view.texts.text('users.removed', { name }));
    const ids = fieldIds(this.#key);
    const field = `#${CSS.escape(ids.field)}`;
    this.#host.focusAfterUpdate(`${field} [data-index="${index}"]`, `${field} [data-index="${index - 1}"]`, `#${CSS.escape(ids.control)}`);
  }

  get #box(): HTMLElement | null {
    return this.#host.element.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(fieldIds(this.#key).control)}`);
  }

  #focusBox(): void {
    this.#box?.focus();
  }

  /** The list's own scrolling, which does not bubble; arrow keys scroll it too. */
  readonly #scrollListener = {
    capture: true,
    handleEvent: ({ target }: Event): void => {
      if (target instanceof Element && target.scrollHeight - target.scrollTop - target.clientHeight < nearEnd) void this.#lookup.more();
    },
  };
}

function isFull(value: readonly string[], max: number | undefined): boolean {
  return max !== undefined && value.length >= max;
}

function keepFocus(event: Event): void {
  event.preventDefault();
}
