import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { OperationController } from '../../controllers/operation-controller.js';
import { canGrantRole, isOwnLoss, type UserIntent } from '../../domain/user-guards.js';
import type { Role, User, Viewer, Vocabulary } from '../../domain/user.js';
import { icon } from '../../internal/icon.js';
import type { Texts } from '../../internal/issue-text.js';
import { ComboboxController } from '../../internal/widgets/combobox.js';
import { isPersistenceError } from '../../ports/persistence-error.js';
import { problemText, renderMailingLists } from './invite-dialog.js';
import type { GuardFacts, UserActions } from './user-actions.js';
import { nameOf, roleLabel } from './user-row.js';

export type ChangeKind = 'edit' | 'role' | 'deactivate' | 'remove' | 'revoke';

export interface ChangeDialogHost {
  readonly element: ReactiveElement;
  readonly actions: UserActions;
  close(): void;
  announce(text: string): void;
  /** Active users to choose a replacement from. */
  findActive(text: string, signal: AbortSignal): Promise<User[]>;
}

export interface ChangeDialogView {
  texts: Texts;
  roles: readonly Role[];
  viewer: Viewer | null;
  mailingLists: readonly Vocabulary[];
  labelOf(fieldKey: string): string;
}

/**
 * One dialog for each change of a user that is asked about first. Owns what was typed or chosen until the store has
 * acknowledged it, and who takes over where a guard asks for somebody; a failure keeps everything and says why.
 */
export class ChangeDialog {
  #name: string;
  #role: string;
  readonly #lists: Set<string>;
  #replacement: User | undefined;
  #search = '';
  #found: User[] = [];
  #problem: string | undefined;
  #facts: GuardFacts;
  readonly #kind: ChangeKind;
  readonly #user: User;
  readonly #host: ChangeDialogHost;
  readonly #searching: OperationController;
  readonly #combobox: ComboboxController;

  constructor(kind: ChangeKind, user: User, facts: GuardFacts, host: ChangeDialogHost) {
    this.#kind = kind;
    this.#user = user;
    this.#facts = facts;
    this.#host = host;
    this.#name = user.name;
    this.#role = user.role;
    this.#lists = new Set(user.mailingLists);
    this.#searching = new OperationController(host.element);
    this.#combobox = new ComboboxController(host.element, {
      handleOpen: () => void this.#find(''),
      handleQuery: (text) => void this.#find(text),
      handleChoose: (id) => this.#choose(id),
    });
  }

  render(view: ChangeDialogView): TemplateResult {
    const { texts } = view;
    const name = nameOf(this.#user);
    const isDanger = this.#kind === 'remove' || this.#kind === 'revoke' || this.#kind === 'deactivate';
    const isBusy = this.#host.actions.busyWith(this.#user.id) !== undefined;
    const handleSubmit = (event: Event) => {
      event.preventDefault();
      if (!isBusy) void this.#submit(view);
    };
    const confirm = this.#kind === 'edit' || this.#kind === 'role' ? `${this.#kind}.save` : `${this.#kind}.confirm`;
    return html`<form class="dialog-form" novalidate @submit=${handleSubmit}>
      <h3 id="dialog-title">${texts.text(`${this.#kind}.title`, { name })}</h3>
      ${this.#renderBody(view, name)}
      ${this.#needsReplacement ? this.#renderReplacement(view, name) : nothing}
      <p class="error" role="alert" ?hidden=${!this.#problem}>${this.#problem ? html`${icon('alert')}<span>${this.#problem}</span>` : nothing}</p>
      <div class="dialog-actions">
        <button type="submit" class="button ${isDanger ? 'danger' : 'primary'}" aria-disabled=${isBusy}>${texts.text(isBusy ? 'saving' : confirm)}</button>
        <button type="button" class="button" @click=${() => this.#host.close()}>${texts.text('cancel')}</button>
      </div>
    </form>`;
  }

  #renderBody(view: ChangeDialogView, name: string): TemplateResult {
    const { texts, viewer, roles } = view;
    const own = isOwnLoss({ target: this.#user, intent: this.#intent, viewer, roles });
    if (this.#kind === 'edit') {
      return html`<div class="dialog-field">
        <label class="label" for="edit-name">${texts.text('invite.name')}</label>
        <input id="edit-name" class="input" type="text" autocomplete="off" .value=${live(this.#name)} @input=${(event: Event) => (this.#name = (event.target as HTMLInputElement).value)} />
      </div>
      ${renderMailingLists(texts, view.mailingLists, this.#lists, () => this.#host.element.requestUpdate())}`;
    }
    if (this.#kind === 'role') {
      return html`<fieldset class="dialog-field" aria-labelledby="dialog-title">
        ${roles.map((role) => this.#renderRole(view, role))}
      </fieldset>
      ${own ? html`<p class="notice warning">${texts.text('role.own')}</p>` : nothing}`;
    }
    return html`<p>${texts.text(`${this.#kind}.text`, { name })}</p>
      ${own && this.#kind === 'remove' ? html`<p class="notice warning">${texts.text('remove.own')}</p>` : nothing}`;
  }

  #renderRole({ texts, roles, viewer }: ChangeDialogView, role: Role): TemplateResult {
    const granted = canGrantRole(viewer, roles, role.key);
    const guard = granted ? this.#host.actions.predict(this.#user, { role: role.key }, this.#facts) : 'role-rank';
    const can = texts.has(`role.${role.key}.can`) ? texts.text(`role.${role.key}.can`) : '';
    const handleChange = () => {
      this.#role = role.key;
      this.#problem = undefined;
      this.#host.element.requestUpdate();
    };
    return html`<label class="choice">
      <input type="radio" name="role" .checked=${live(role.key === this.#role)} ?disabled=${guard !== undefined} aria-describedby="role-${role.key}" @change=${handleChange} />
      <span>${roleLabel(texts, role.key)}<span id="role-${role.key}" class="help choice-help">${guard ? texts.text(`guard.${guard}`) : can}</span></span>
    </label>`;
  }

  #renderReplacement({ texts, labelOf }: ChangeDialogView, name: string): TemplateResult {
    const fields = new Intl.ListFormat(texts.lang).format(this.#facts.referencedBy.map(labelOf));
    return html`<div class="dialog-field">
      <p>${texts.text('replacement.text', { name, fields })}</p>
      <span id="replacement-label" class="label">${texts.text('replacement.label')}</span>
      ${this.#combobox.render({
        id: 'replacement',
        labelledBy: 'replacement-label',
        text: this.#replacement ? nameOf(this.#replacement) : this.#search,
        options: this.#found.map((user) => ({ value: user.id, label: nameOf(user), detail: user.email, selected: user.id === this.#replacement?.id })),
        status: this.#searching.isRunning ? texts.text('loading') : this.#found.length === 0 ? texts.text('replacement.nobody') : '',
        invalid: this.#problem !== undefined && !this.#replacement,
      })}
    </div>`;
  }

  get #intent(): UserIntent {
    if (this.#kind === 'role') return { role: this.#role };
    if (this.#kind === 'deactivate') return { status: 'deactivated' };
    return this.#kind === 'edit' ? {} : { remove: true };
  }

  get #needsReplacement(): boolean {
    return (this.#kind === 'remove' || this.#kind === 'deactivate') && this.#facts.referencedBy.length > 0;
  }

  async #find(text: string): Promise<void> {
    this.#search = text;
    this.#replacement = undefined;
    const outcome = await this.#searching.run((signal) => this.#host.findActive(text, signal));
    if (outcome.status === 'superseded') return;
    this.#found = outcome.status === 'done' ? outcome.value.filter(({ id }) => id !== this.#user.id) : [];
    this.#host.element.requestUpdate();
  }

  #choose(id: string): void {
    this.#replacement = this.#found.find((user) => user.id === id);
    this.#problem = undefined;
  }

  async #submit({ texts }: ChangeDialogView): Promise<void> {
    const { actions, element } = this.#host;
    if (this.#needsReplacement && !this.#replacement) {
      this.#problem = texts.text('replacement.missing');
      element.requestUpdate();
      return;
    }
    const isRemoval = this.#kind === 'remove' || this.#kind === 'revoke';
    const outcome = isRemoval ? await actions.remove(this.#user, this.#replacement?.id) : await this.#change();
    if (outcome.status === 'failed' && isPersistenceError(outcome.error) && outcome.error.guard === 'alert-contact') {
      // Somebody named the user since the menu was opened: now it is known, and can be answered.
      this.#facts = await actions.readFacts(this.#user);
    }
    this.#problem = problemText(texts, outcome, 'not-changed');
    element.requestUpdate();
    if (outcome.status !== 'done') return;
    this.#host.announce(texts.text(isRemoval ? 'done.removed' : 'done.changed', { name: nameOf(this.#user) }));
    this.#host.close();
  }

  #change() {
    const { actions } = this.#host;
    if (this.#kind === 'edit') return actions.change(this.#user, { name: this.#name.trim(), mailingLists: [...this.#lists] });
    if (this.#kind === 'role') return actions.change(this.#user, { role: this.#role });
    return actions.change(this.#user, { status: 'deactivated' }, this.#replacement?.id);
  }
}
