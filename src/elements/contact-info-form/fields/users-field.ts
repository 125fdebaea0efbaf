import { html, nothing, type TemplateResult } from 'lit';
import type { User } from '../../../domain/user.js';
import { failureText } from '../../../internal/failure-text.js';
import { icon } from '../../../internal/icon.js';
import { issueText } from '../../../internal/issue-text.js';
import { ComboboxController } from '../../../internal/widgets/combobox.js';
import type { UserLookup } from '../user-lookup.js';
import { fieldError, fieldIds, renderField, type FieldHost, type FieldView } from './field.js';

/**
 * A field of users: who was chosen, and a combobox over the account's active users to choose more.
 * Owns the text in the box. Does not own the users chosen, nor who is known.
 */
export class UsersField {
  #text = '';
  #view: FieldView<string[]> | undefined;
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
      handleQuery: (text) => this.#search(text),
      handleChoose: (id) => this.#toggle(id),
      handleClose: () => (this.#text = ''),
    });
  }

  clear(): void {
    this.#text = '';
  }

  render(view: FieldView<string[]>): TemplateResult {
    this.#view = view;
    if (!view.editable) return renderField(view, this.#renderChosen(view));
    const ids = fieldIds(this.#key);
    return renderField(view, html`
      ${this.#renderChosen(view)}
      ${this.#combobox.render({
        id: ids.control,
        labelledBy: ids.label,
        describedBy: `${ids.help} ${ids.error}`,
        text: this.#text,
        placeholder: view.texts.text('users.placeholder'),
        options: (this.#lookup.found?.users ?? []).map((user) => ({
          value: user.id, label: user.name || user.email, detail: user.name ? user.email : undefined, selected: view.value.includes(user.id),
        })),
        status: this.#status(view),
        multiple: true,
        invalid: Boolean(fieldError(view)),
      })}`);
  }

  #status({ texts }: FieldView<string[]>): string {
    const { found, error, isSearching } = this.#lookup;
    if (error) return failureText(texts, error);
    if (!found) return isSearching ? texts.text('loading') : '';
    if (found.total === 0) return texts.text(this.#text.trim() ? 'users.none-match' : 'users.none');
    const more = found.total - found.users.length;
    return more > 0 ? texts.text('users.more', { count: more }) : '';
  }

  #renderChosen(view: FieldView<string[]>): TemplateResult {
    const { value, texts, editable } = view;
    if (value.length === 0) return html`<p class="muted" ?hidden=${editable}>${texts.text('field.empty')}</p>`;
    return html`<ul class="entries" aria-label=${texts.text('users.list', { count: value.length })}>
      ${value.map((id, index) => this.#renderUser(view, this.#lookup.get(id), index))}
    </ul>`;
  }

  #renderUser({ issues, texts, editable }: FieldView<string[]>, user: User | undefined, index: number): TemplateResult {
    const issue = issues.find(({ path }) => path[0] === index);
    const name = user ? user.name || user.email : texts.text('users.unknown');
    return html`<li class="entry" part="entry" data-invalid=${Boolean(issue)}>
      <span class="entry-text"><bdi class=${user?.name ? 'entry-name' : ''}>${name}</bdi>${user?.name ? html` <bdi>${user.email}</bdi>` : nothing}</span>
      ${issue ? html`<span class="entry-issue">${issueText(texts, issue)}</span>` : nothing}
      ${editable ? html`<button type="button" class="icon-button" data-index=${index} aria-label=${texts.text('users.remove', { name })}
        @click=${() => this.#remove(index, name)}>${icon('close')}</button>` : nothing}
    </li>`;
  }

  #search(text: string): void {
    this.#text = text;
    void this.#lookup.search(text);
  }

  /** Several changes may come before the next rendering: each builds on the one before. */
  #setValue(view: FieldView<string[]>, value: string[]): void {
    this.#view = { ...view, value };
    this.#host.handleValue(this.#key, value);
  }

  #toggle(id: string): void {
    const view = this.#view;
    if (!view) return;
    const chosen = view.value.includes(id);
    const name = this.#lookup.get(id)?.name ?? '';
    this.#setValue(view, chosen ? view.value.filter((other) => other !== id) : [...view.value, id]);
    this.#host.announce(view.texts.text(chosen ? 'users.removed' : 'users.added', { name }));
    if (this.#text) this.#search('');
  }

  #remove(index: number, name: string): void {
    const view = this.#view;
    if (!view) return;
    this.#setValue(view, view.value.filter((_, at) => at !== index));
    this.#host.announce(view.texts.text('users.removed', { name }));
    const ids = fieldIds(this.#key);
    const field = `#${CSS.escape(ids.field)}`;
    this.#host.focusAfterUpdate(`${field} [data-index="${index}"]`, `${field} [data-index="${index - 1}"]`, `#${CSS.escape(ids.control)}`);
  }
}
