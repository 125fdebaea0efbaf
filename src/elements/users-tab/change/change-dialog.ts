import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isOwnLoss, type UserGuard, type UserIntent } from '../../../domain/user-guards.js';
import type { Role, User, Viewer } from '../../../domain/user.js';
import { renderAnnouncement, type Announcement } from '../../../internal/announcement.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import { textsWith } from '../../../internal/texts-with.js';
import type { UserChanges } from '../../../ports/persistence-adapter.js';
import { isPersistenceError } from '../../../ports/persistence-error.js';
import { dialogStyles } from '../dialog.styles.js';
import { nameOf, roleLabel } from '../list/user-row.js';
import { renderMailingListChoice } from '../mailing-list-choice.js';
import { problemText, type ActionOutcome } from '../user-actions.js';
import type { UserDialog, UserDialogHost, UserDialogView } from '../user-dialogs.js';
import { needsReplacement, refusalOf, userIntents, type GuardFacts } from '../user-guard.js';
import { changeMessages } from './change.strings.js';
import type { ReplacementPicker } from './replacement-picker.js';
import { renderRoleChoice } from './role-choice.js';
import { changesOf, draftOf, rebase, type UserDraft } from './user-draft.js';

export { ReplacementPicker } from './replacement-picker.js';
export const styles = dialogStyles;

export type ChangeKind = 'edit' | 'role' | 'deactivate' | 'remove' | 'revoke';

export interface ChangeDialogHost extends UserDialogHost {
  readonly picker: ReplacementPicker;
  rules(): { viewer: Viewer | null; roles: readonly Role[] };
  /** What guards need to know, read anew. */
  readFacts(user: User): Promise<GuardFacts>;
  isOpen(dialog: UserDialog): boolean;
}

/**
 * One dialog for each change of a user that is asked about first. Owns what was typed or chosen until the store has
 * acknowledged it, and who takes over where a guard asks for somebody. It stays open until the acknowledgement, so that a
 * failure meets the person where everything still is; whoever closes it before that is told at the row, and finds everything
 * when it is opened again.
 */
export class ChangeDialog implements UserDialog {
  /** As stored, as far as is known: what a change is made from. */
  #stored: User;
  #draft: UserDraft;
  /** A name that somebody else gave while another one was being typed. */
  #theirName: string | undefined;
  #replacement: User | undefined;
  /** The store knows of a place where the user is named, and this element does not. */
  #isNamedElsewhere = false;
  #problem: Announcement | undefined;
  #facts: GuardFacts;
  #isSubmitting = false;
  #hasFailedUnseen = false;
  /** What the store knew better is being read: the next try starts from there. */
  #catchingUp: Promise<void> | undefined;
  readonly #kind: ChangeKind;
  readonly #host: ChangeDialogHost;

  constructor(kind: ChangeKind, user: User, facts: GuardFacts, host: ChangeDialogHost) {
    this.#kind = kind;
    this.#stored = user;
    this.#draft = draftOf(user);
    this.#facts = facts;
    this.#host = host;
    this.#prepare();
  }

  get user(): User {
    return this.#stored;
  }

  /** Closed before what it sent had ended well: what was typed is only here. */
  get isUnfinished(): boolean {
    return this.#isSubmitting || this.#hasFailedUnseen;
  }

  /** It is shown again, with everything that was typed. `user` is as listed now. */
  resume(user: User): void {
    this.#hasFailedUnseen = false;
    if (!this.#isSubmitting) this.#rebase(user);
    this.#prepare();
  }

  /** What guards need to know was read after the dialog was opened. */
  learn(facts: GuardFacts): void {
    this.#facts = facts;
    this.#prepare();
    this.#host.requestUpdate();
  }

  render(given: UserDialogView): TemplateResult {
    const view = { ...given, texts: textsWith(given.texts, changeMessages) };
    const { texts } = view;
    const name = nameOf(this.#stored);
    const isDanger = this.#isRemoval || this.#kind === 'deactivate';
    const refused = this.#refusedText(texts);
    const isSaidAlready = refused !== undefined && this.#problem?.text === refused;
    const handleSubmit = (event: Event) => {
      event.preventDefault();
      if (!this.#isSubmitting) void this.#submit(texts);
    };
    return html`<form class="dialog-form" novalidate @submit=${handleSubmit}>
      <div>
        <h3 id="dialog-title">${texts.text(`${this.#kind}.title`, { name })}</h3>
        ${this.#stored.name ? html`<p id="dialog-about" class="muted about"><bdi>${this.#stored.email}</bdi></p>` : nothing}
      </div>
      ${this.#renderBody(view, name)}
      ${refused && !isSaidAlready ? html`<p id="change-refused" class="notice warning">${refused}</p>` : nothing}
      ${!refused && this.#needsReplacement ? this.#renderReplacement(view, name) : nothing}
      ${this.#isLeaving && this.#facts.unknown === 'unreadable' ? html`<p class="notice">${texts.text('facts.unreadable', { name })}</p>` : nothing}
      <p id="change-problem" class="error" role="alert" ?hidden=${!this.#problem}>${renderAnnouncement(this.#problem, icon('alert'))}</p>
      <div class="dialog-actions">
        <button type="submit" class="button ${isDanger ? 'danger' : 'primary'}" aria-disabled=${this.#isSubmitting || refused !== undefined}
          aria-describedby=${refused ? (isSaidAlready ? 'change-problem' : 'change-refused') : nothing}>${this.#confirmText(texts)}</button>
        <button type="button" class="button" ?autofocus=${isDanger} @click=${() => this.#host.close(this)}>${texts.text(this.#isSubmitting || refused ? 'close' : 'cancel')}</button>
      </div>
    </form>`;
  }

  #renderBody(view: UserDialogView, name: string): TemplateResult {
    const { texts } = view;
    if (this.#kind === 'edit') return this.#renderEdit(view);
    if (this.#kind === 'role') {
      return renderRoleChoice({
        texts, user: this.#stored, facts: this.#facts, ...this.#host.rules(), chosen: this.#draft.role,
        choose: (role) => this.#write({ role }),
      });
    }
    if (this.#kind !== 'revoke' && this.#isOwnLoss) return html`<p class="notice warning">${texts.text(`${this.#kind}.own`)}</p>`;
    return html`<p>${texts.text(`${this.#kind}.text`, { name })}</p>`;
  }

  #renderEdit({ texts, mailingLists }: UserDialogView): TemplateResult {
    const chosen = new Set(this.#draft.mailingLists);
    const theirs = this.#theirName === undefined ? nothing : html`<p id="edit-theirs" class="help">${texts.text('edit.theirs', { value: this.#theirName || texts.text('unnamed') })}</p>`;
    return html`<div class="dialog-field">
      <label class="label" for="edit-name">${texts.text('column.name')}</label>
      <input id="edit-name" class="input" type="text" autocomplete="off" aria-describedby=${theirs === nothing ? nothing : 'edit-theirs'} .value=${live(this.#draft.name)}
        @input=${(event: Event) => this.#write({ name: (event.target as HTMLInputElement).value })} />
      ${theirs}
    </div>
    ${renderMailingListChoice(texts, mailingLists, chosen, () => this.#write({ mailingLists: [...chosen] }))}`;
  }

  #renderReplacement({ texts, labelOf }: UserDialogView, name: string): TemplateResult {
    const { referencedBy } = this.#facts;
    const fields = new Intl.ListFormat(texts.lang).format(referencedBy.map(labelOf));
    return html`<div class="dialog-field">
      <p>${referencedBy.length > 0 ? texts.text('replacement.text', { name, fields }) : texts.text('replacement.text.elsewhere', { name })}</p>
      <span id="replacement-label" class="label">${texts.text('replacement.label')}</span>
      ${this.#host.picker.render({
        texts,
        chosen: this.#replacement,
        invalid: this.#problem !== undefined && !this.#replacement,
        choose: (user) => {
          this.#replacement = user;
          if (user) this.#problem = undefined;
        },
      })}
    </div>`;
  }

  #confirmText(texts: Texts): string {
    if (this.#isSubmitting) return texts.text(this.#isRemoval ? 'row.removing' : 'saving');
    const verb = this.#kind === 'edit' || this.#kind === 'role' ? 'save' : 'confirm';
    const isOwn = this.#isOwnLoss && texts.has(`${this.#kind}.own.${verb}`);
    return texts.text(isOwn ? `${this.#kind}.own.${verb}` : `${this.#kind}.${verb}`);
  }

  /** Why it cannot be done at all, whatever is chosen; with what to do instead. */
  #refusedText(texts: Texts): string | undefined {
    const refusal = this.#refusalOf(userIntents[this.#kind]);
    if (refusal) return texts.text(`guard.${refusal}`);
    return this.#needsReplacement && this.#host.picker.isAlone ? texts.text('replacement.alone') : undefined;
  }

  #refusalOf(intent: UserIntent): UserGuard | undefined {
    return refusalOf(this.#stored, intent, { ...this.#host.rules(), facts: this.#facts });
  }

  get #isRemoval(): boolean {
    return this.#kind === 'remove' || this.#kind === 'revoke';
  }

  get #isLeaving(): boolean {
    return this.#kind === 'remove' || this.#kind === 'deactivate';
  }

  get #isOwnLoss(): boolean {
    const intent = this.#kind === 'role' ? { role: this.#draft.role } : userIntents[this.#kind];
    return isOwnLoss({ target: this.#stored, intent, ...this.#host.rules() });
  }

  get #needsReplacement(): boolean {
    return this.#isNamedElsewhere || needsReplacement(this.#stored, userIntents[this.#kind], { ...this.#host.rules(), facts: this.#facts });
  }

  #prepare(): void {
    if (this.#needsReplacement) this.#host.picker.prepare(new Set([this.#stored.id]));
  }

  #write(change: Partial<UserDraft>): void {
    this.#draft = { ...this.#draft, ...change };
    this.#problem = undefined;
    this.#host.requestUpdate();
  }

  #rebase(now: User): void {
    const before = this.#stored;
    this.#draft = rebase(this.#draft, before, now);
    this.#stored = now;
    if (now.name !== before.name) this.#theirName = this.#draft.name === now.name ? undefined : now.name;
  }

  /** What the person changed, and nothing else: what somebody else changed meanwhile stays. */
  get #changes(): UserChanges {
    return this.#kind === 'deactivate' ? { status: 'deactivated' } : changesOf(this.#stored, this.#draft);
  }

  async #submit(texts: Texts): Promise<void> {
    this.#problem = undefined;
    const refused = this.#refusedText(texts);
    if (refused !== undefined) return this.#refuse(refused);
    if (this.#needsReplacement && !this.#replacement) {
      this.#refuse(texts.text('replacement.missing'));
      this.#host.picker.focus();
      return;
    }
    this.#isSubmitting = true;
    this.#host.requestUpdate();
    await this.#catchingUp;
    if (this.#isRemoval || Object.keys(this.#changes).length > 0) await this.#send(texts);
    else this.#end(texts.text('unchanged'));
    this.#isSubmitting = false;
    this.#host.requestUpdate();
  }

  #refuse(text: string): void {
    this.#problem = { text };
    this.#host.requestUpdate();
  }

  async #send(texts: Texts): Promise<void> {
    const { actions } = this.#host;
    const outcome = this.#isRemoval ? await actions.remove(this.#stored, this.#replacement?.id) : await actions.change(this.#stored, this.#changes, this.#replacement?.id);
    if (outcome.status === 'done') return this.#end(this.#doneText(texts));
    const problem = this.#problemText(texts, outcome);
    this.#problem = { text: problem };
    this.#hasFailedUnseen = !this.#host.isOpen(this);
    this.#host.reveal(this, problem);
    if (outcome.status === 'failed') this.#catchingUp = this.#catchUp(outcome.error);
  }

  #doneText(texts: Texts): string {
    const name = nameOf(this.#stored);
    if (this.#kind === 'role') return texts.text('done.role', { name, role: roleLabel(texts, this.#draft.role) });
    if (this.#kind === 'edit') return texts.text('done.changed', { name });
    const done = this.#isRemoval ? 'done.removed' : 'done.deactivated';
    return this.#replacement && this.#needsReplacement ? texts.text(`${done}-replaced`, { name, replacement: nameOf(this.#replacement) }) : texts.text(done, { name });
  }

  #problemText(texts: Texts, outcome: ActionOutcome<unknown>): string {
    const isUnreplaced = outcome.status === 'failed' && isPersistenceError(outcome.error) && outcome.error.guard === 'alert-contact';
    if (isUnreplaced && this.#replacement) return texts.text('replacement.refused', { name: nameOf(this.#replacement) });
    return problemText(texts, outcome, 'not-changed') ?? '';
  }

  #end(said: string): void {
    this.#host.announce(this, said);
    this.#host.close(this);
  }

  /** Somebody else was faster: what the store knows is read, so that the dialog asks, or refuses, what it has to now. */
  async #catchUp(error: unknown): Promise<void> {
    if (!isPersistenceError(error) || (error.code !== 'conflict' && error.code !== 'guard')) return;
    const [user, facts] = await Promise.all([this.#host.actions.readAgain(this.#stored), this.#host.readFacts(this.#stored)]);
    this.#rebase(user);
    if (error.guard === 'alert-contact') {
      this.#isNamedElsewhere = facts.referencedBy.length === 0;
      this.#replacement = undefined;
    }
    // What cannot be given any more is put back; why is said already.
    if (error.guard && this.#kind === 'role' && this.#refusalOfChosen(facts)) this.#draft = { ...this.#draft, role: user.role };
    this.learn(facts);
  }

  #refusalOfChosen(facts: GuardFacts): UserGuard | undefined {
    return refusalOf(this.#stored, { role: this.#draft.role }, { ...this.#host.rules(), facts });
  }
}
