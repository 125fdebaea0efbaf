import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { canGrantRole, isOwnLoss, type UserIntent } from '../../../domain/user-guards.js';
import type { Role, User } from '../../../domain/user.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import { textsWith } from '../../../internal/texts-with.js';
import type { UserChanges } from '../../../ports/persistence-adapter.js';
import { isPersistenceError } from '../../../ports/persistence-error.js';
import { renderSaid, type Said } from '../announcement.js';
import { dialogStyles } from '../dialog.styles.js';
import { renderMailingListChoice } from '../mailing-list-choice.js';
import { changeMessages } from './change.strings.js';
import type { ReplacementPicker } from './replacement-picker.js';
import { problemText, type GuardFacts } from '../user-actions.js';
import type { UserDialog, UserDialogHost, UserDialogView } from '../user-dialogs.js';
import { nameOf, roleLabel } from '../list/user-row.js';

export { ReplacementPicker } from './replacement-picker.js';
export const styles = dialogStyles;

export type ChangeKind = 'edit' | 'role' | 'deactivate' | 'remove' | 'revoke';

export interface ChangeDialogHost extends UserDialogHost {
  readonly picker: ReplacementPicker;
}

/**
 * One dialog for each change of a user that is asked about first. Owns what was typed or chosen until the store has
 * acknowledged it, and who takes over where a guard asks for somebody; a failure keeps everything and says why.
 */
export class ChangeDialog implements UserDialog {
  readonly user: User;
  /** As stored, as far as is known: what a change is made from. */
  #stored: User;
  #name: string;
  #role: string;
  readonly #lists: Set<string>;
  #replacement: User | undefined;
  #problem: Said | undefined;
  #facts: GuardFacts;
  #isSubmitting = false;
  /** What the store knew better is being read: the next try starts from there. */
  #catchingUp: Promise<void> | undefined;
  readonly #kind: ChangeKind;
  readonly #host: ChangeDialogHost;

  constructor(kind: ChangeKind, user: User, facts: GuardFacts, host: ChangeDialogHost) {
    this.#kind = kind;
    this.user = user;
    this.#stored = user;
    this.#facts = facts;
    this.#host = host;
    this.#name = user.name;
    this.#role = user.role;
    this.#lists = new Set(user.mailingLists);
  }

  /** What guards need to know was read after the dialog was opened. */
  learn(facts: GuardFacts): void {
    this.#facts = facts;
    this.#host.requestUpdate();
  }

  render(given: UserDialogView): TemplateResult {
    const view = { ...given, texts: textsWith(given.texts, changeMessages) };
    const { texts } = view;
    const name = nameOf(this.user);
    const isDanger = this.#kind === 'remove' || this.#kind === 'revoke' || this.#kind === 'deactivate';
    const isBusy = this.#isSubmitting || this.#host.actions.busyWith(this.user.id) !== undefined;
    const handleSubmit = async (event: Event) => {
      event.preventDefault();
      if (isBusy || this.#isSubmitting) return;
      this.#isSubmitting = true;
      await this.#submit(view);
      this.#isSubmitting = false;
      this.#host.requestUpdate();
    };
    const confirm = this.#kind === 'edit' || this.#kind === 'role' ? `${this.#kind}.save` : `${this.#kind}.confirm`;
    return html`<form class="dialog-form" novalidate @submit=${handleSubmit}>
      <h3 id="dialog-title">${texts.text(`${this.#kind}.title`, { name })}</h3>
      ${this.#renderBody(view, name)}
      ${this.#needsReplacement ? this.#renderReplacement(view, name) : nothing}
      <p id="change-problem" class="error" role="alert" ?hidden=${!this.#problem}>${renderSaid(this.#problem, icon('alert'))}</p>
      <div class="dialog-actions">
        <button type="submit" class="button ${isDanger ? 'danger' : 'primary'}" aria-disabled=${isBusy}>${texts.text(isBusy ? 'saving' : confirm)}</button>
        <button type="button" class="button" @click=${() => this.#host.close(this)}>${texts.text('cancel')}</button>
      </div>
    </form>`;
  }

  #renderBody(view: UserDialogView, name: string): TemplateResult {
    const { texts, viewer, roles } = view;
    const own = isOwnLoss({ target: this.user, intent: this.#intent, viewer, roles });
    if (this.#kind === 'edit') {
      return html`<div class="dialog-field">
        <label class="label" for="edit-name">${texts.text('column.name')}</label>
        <input id="edit-name" class="input" type="text" autocomplete="off" .value=${live(this.#name)} @input=${(event: Event) => (this.#name = (event.target as HTMLInputElement).value)} />
      </div>
      ${renderMailingListChoice(texts, view.mailingLists, this.#lists, () => this.#host.requestUpdate())}`;
    }
    if (this.#kind === 'role') return this.#renderRoles(view, own);
    if (own && this.#kind !== 'revoke') return html`<p class="notice warning">${texts.text(`${this.#kind}.own`)}</p>`;
    return html`<p>${texts.text(`${this.#kind}.text`, { name })}</p>`;
  }

  #renderRoles(view: UserDialogView, own: boolean): TemplateResult {
    const { texts, viewer, roles } = view;
    const choices = roles.map((role) => {
      const isGranted = canGrantRole(viewer, roles, role.key);
      return { role, guard: isGranted ? this.#host.actions.predict(this.user, { role: role.key }, this.#facts) : 'role-rank' };
    });
    // What refuses several roles is said once; each keeps what it can do.
    const guards = [...new Set(choices.flatMap(({ guard }) => guard ?? []))];
    return html`${guards.map((guard) => html`<p id="role-guard-${guard}" class="notice warning">${texts.text(guard === 'role-rank' ? 'role.rank' : `guard.${guard}`)}</p>`)}
      <fieldset class="dialog-field" aria-labelledby="dialog-title">
        ${choices.map(({ role, guard }, index) => this.#renderRole(texts, role, guard, `role-can-${index}`))}
      </fieldset>
      ${own ? html`<p class="notice warning">${texts.text('role.own')}</p>` : nothing}`;
  }

  #renderRole(texts: Texts, role: Role, guard: string | undefined, helpId: string): TemplateResult {
    const can = texts.has(`role.${role.key}.can`) ? texts.text(`role.${role.key}.can`) : '';
    const handleChange = () => {
      this.#role = role.key;
      this.#problem = undefined;
      this.#host.requestUpdate();
    };
    return html`<label class="choice">
      <input type="radio" name="role" .checked=${live(role.key === this.#role)} ?disabled=${guard !== undefined}
        aria-describedby="${helpId} ${guard ? `role-guard-${guard}` : ''}" @change=${handleChange} />
      <span>${roleLabel(texts, role.key)}<span id=${helpId} class="help choice-help">${can}</span></span>
    </label>`;
  }

  #renderReplacement({ texts, labelOf }: UserDialogView, name: string): TemplateResult {
    const fields = new Intl.ListFormat(texts.lang).format(this.#facts.referencedBy.map(labelOf));
    return html`<div class="dialog-field">
      <p>${texts.text('replacement.text', { name, fields })}</p>
      <span id="replacement-label" class="label">${texts.text('replacement.label')}</span>
      ${this.#host.picker.render({
        texts,
        leaving: new Set([this.user.id]),
        chosen: this.#replacement,
        invalid: this.#problem !== undefined && !this.#replacement,
        choose: (user) => {
          this.#replacement = user;
          if (user) this.#problem = undefined;
        },
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

  /** What the person changed, and nothing else: what somebody else changed meanwhile stays. */
  get #changes(): UserChanges {
    const { user } = this;
    if (this.#kind === 'deactivate') return { status: 'deactivated' };
    if (this.#kind === 'role') return this.#role === user.role ? {} : { role: this.#role };
    const name = this.#name.trim();
    const lists = [...this.#lists];
    const isSameLists = lists.length === user.mailingLists.length && user.mailingLists.every((key) => this.#lists.has(key));
    return { ...(name !== user.name.trim() && { name }), ...(!isSameLists && { mailingLists: lists }) };
  }

  async #submit({ texts }: UserDialogView): Promise<void> {
    const { actions } = this.#host;
    const isRemoval = this.#kind === 'remove' || this.#kind === 'revoke';
    const changes = this.#changes;
    this.#problem = undefined;
    if (this.#needsReplacement && !this.#replacement) {
      this.#problem = { text: texts.text('replacement.missing') };
      this.#host.requestUpdate();
      return;
    }
    if (!isRemoval && Object.keys(changes).length === 0) {
      this.#end(texts.text('unchanged'));
      return;
    }
    this.#host.requestUpdate();
    await this.#catchingUp;
    const outcome = isRemoval ? await actions.remove(this.#stored, this.#replacement?.id) : await actions.change(this.#stored, changes, this.#replacement?.id);
    const problem = problemText(texts, outcome, 'not-changed');
    if (problem !== undefined) {
      this.#problem = { text: problem };
      this.#host.reveal(this, problem);
      if (outcome.status === 'failed') this.#catchingUp = this.#catchUp(outcome.error);
      return;
    }
    const doneKey = isRemoval ? 'done.removed' : this.#kind === 'deactivate' ? 'done.deactivated' : 'done.changed';
    this.#end(texts.text(doneKey, { name: nameOf(this.user) }));
  }

  #end(said: string): void {
    this.#host.announce(this, said);
    this.#host.close(this);
  }

  async #catchUp(error: unknown): Promise<void> {
    if (!isPersistenceError(error)) return;
    if (error.code === 'conflict') this.#stored = await this.#host.actions.readAgain(this.#stored);
    // Somebody named the user since the menu was opened: now it is known, and can be answered.
    if (error.guard === 'alert-contact') this.learn(await this.#host.actions.readFacts(this.user));
  }
}
