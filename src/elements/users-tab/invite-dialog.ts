import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { parseAddressList } from '../../domain/address-list.js';
import { checkEmailAddress } from '../../domain/email-address.js';
import { canGrantRole } from '../../domain/user-guards.js';
import type { Role, Viewer, Vocabulary } from '../../domain/user.js';
import { failureText } from '../../internal/failure-text.js';
import { icon } from '../../internal/icon.js';
import { issueText, type Texts } from '../../internal/issue-text.js';
import type { Invitation } from '../../ports/persistence-adapter.js';
import type { ActionOutcome, UserActions } from './user-actions.js';
import { roleLabel } from './user-row.js';

export interface InviteDialogHost {
  readonly actions: UserActions;
  requestUpdate(): void;
  close(): void;
  announce(text: string): void;
}

export interface InviteDialogView {
  texts: Texts;
  roles: readonly Role[];
  viewer: Viewer | null;
  mailingLists: readonly Vocabulary[];
}

/** The dialog that invites one person, or several whose addresses were pasted. Keeps what was typed until it was acknowledged. */
export class InviteDialog {
  #name = '';
  #email = '';
  #role: string | undefined;
  #lists = new Set<string>();
  #problem: string | undefined;
  #refused: { email: string; reason: string }[] = [];
  #isSending = false;
  readonly #host: InviteDialogHost;

  constructor(host: InviteDialogHost) {
    this.#host = host;
  }

  render(view: InviteDialogView): TemplateResult {
    const { texts, roles, viewer, mailingLists } = view;
    const granted = roles.filter((role) => canGrantRole(viewer, roles, role.key));
    this.#role ??= granted[0]?.key;
    const count = Math.max(parseAddressList(this.#email).entries.length, 1);
    const handleSubmit = (event: Event) => {
      event.preventDefault();
      void this.#send(view);
    };
    return html`<form class="dialog-form" novalidate @submit=${handleSubmit}>
      <h3 id="dialog-title">${texts.text('invite.title')}</h3>
      <div class="dialog-field">
        <label class="label" for="invite-name">${texts.text('invite.name')}</label>
        <input id="invite-name" class="input" type="text" autocomplete="off" .value=${live(this.#name)} @input=${(event: Event) => this.#edit(() => (this.#name = textOf(event)))} />
      </div>
      <div class="dialog-field">
        <label class="label" for="invite-email">${texts.text('invite.email')}</label>
        <input id="invite-email" class="input" type="text" inputmode="email" autocomplete="off" autocapitalize="off" spellcheck="false" required
          aria-describedby="invite-email-help invite-problem" aria-invalid=${this.#problem !== undefined} .value=${live(this.#email)}
          @input=${(event: Event) => this.#edit(() => (this.#email = textOf(event)))} />
        <p id="invite-email-help" class="help">${texts.text('invite.email.help')}</p>
        <p id="invite-problem" class="error" ?hidden=${!this.#problem}>${this.#problem ? html`${icon('alert')}<span>${this.#problem}</span>` : nothing}</p>
      </div>
      <div class="dialog-field">
        <label class="label" for="invite-role">${texts.text('invite.role')}</label>
        <select id="invite-role" class="select" aria-describedby="invite-role-can" @change=${(event: Event) => this.#edit(() => (this.#role = (event.target as HTMLSelectElement).value))}>
          ${granted.map((role) => html`<option value=${role.key} ?selected=${role.key === this.#role}>${roleLabel(texts, role.key)}</option>`)}
        </select>
        <p id="invite-role-can" class="help">${texts.has(`role.${this.#role}.can`) ? texts.text(`role.${this.#role}.can`) : nothing}</p>
      </div>
      ${renderMailingLists(texts, mailingLists, this.#lists, () => this.#host.requestUpdate())}
      ${this.#refused.length > 0 ? html`<div class="notice danger" role="alert">
        <p>${texts.text('invite.failed', { count: this.#refused.length })}</p>
        <ul class="refused">${this.#refused.map(({ email, reason }) => html`<li><bdi>${email}</bdi> – ${reason}</li>`)}</ul>
      </div>` : nothing}
      <div class="dialog-actions">
        <button type="submit" class="button primary" aria-disabled=${this.#isSending}>${this.#isSending ? texts.text('saving') : texts.text('invite.send', { count })}</button>
        <button type="button" class="button" @click=${() => this.#host.close()}>${texts.text('cancel')}</button>
      </div>
    </form>`;
  }

  #edit(change: () => void): void {
    change();
    this.#problem = undefined;
    this.#host.requestUpdate();
  }

  /** One address is checked by itself, so that the reason is its own; of several, each piece that is none stays with its reason. */
  #invitations({ texts }: InviteDialogView): Invitation[] | undefined {
    const role = this.#role ?? '';
    const mailingLists = [...this.#lists];
    const { entries, rejected } = parseAddressList(this.#email);
    if (entries.length + rejected.length <= 1 && entries.length === 0) {
      const checkedAddress = checkEmailAddress(this.#email);
      this.#problem = checkedAddress.ok ? undefined : issueText(texts, checkedAddress.issues[0]);
      return checkedAddress.ok ? [{ email: checkedAddress.value.address, name: this.#name.trim() || undefined, role, mailingLists }] : undefined;
    }
    if (rejected.length > 0) {
      this.#refused = rejected.map(({ text, issue }) => ({ email: text, reason: issueText(texts, issue) }));
      return undefined;
    }
    const [only] = entries.length === 1 ? entries : [];
    return entries.map((entry) => ({ email: entry.email, name: (only ? this.#name.trim() : '') || entry.name, role, mailingLists }));
  }

  async #send(view: InviteDialogView): Promise<void> {
    if (this.#isSending) return;
    const { texts } = view;
    this.#refused = [];
    const invitations = this.#invitations(view);
    this.#host.requestUpdate();
    if (!invitations) return;
    this.#isSending = true;
    const outcome = await this.#host.actions.invite(invitations);
    this.#isSending = false;
    this.#conclude(texts, invitations, outcome);
    this.#host.requestUpdate();
  }

  #conclude(texts: Texts, invitations: Invitation[], outcome: Awaited<ReturnType<UserActions['invite']>>): void {
    if (outcome.status !== 'done') {
      this.#problem = problemText(texts, outcome, 'invite.cancelled');
      return;
    }
    const sent = outcome.value.filter((result) => result.ok).length;
    if (sent > 0) this.#host.announce(texts.text('invite.sent', { count: sent }));
    this.#refused = outcome.value.flatMap((result, index) => (result.ok ? [] : [{
      email: invitations[index].email, reason: issueText(texts, result.issue, String(result.issue.params?.status ?? '')),
    }]));
    this.#email = this.#refused.map(({ email }) => email).join(', ');
    if (this.#refused.length === 0) this.#host.close();
  }
}

/** Why an action did not happen, in words. */
export function problemText(texts: Texts, outcome: ActionOutcome<unknown>, cancelledKey: string): string | undefined {
  if (outcome.status === 'done') return undefined;
  return outcome.status === 'cancelled' ? texts.text(cancelledKey) : failureText(texts, outcome.error);
}

/** Checkboxes for the host's mailing lists; nothing where there are none. */
export function renderMailingLists(texts: Texts, lists: readonly Vocabulary[], chosen: Set<string>, handleChange: () => void): TemplateResult | typeof nothing {
  if (lists.length === 0) return nothing;
  const toggle = (key: string) => {
    if (!chosen.delete(key)) chosen.add(key);
    handleChange();
  };
  return html`<fieldset class="dialog-field">
    <legend class="label">${texts.text('invite.lists')}</legend>
    ${lists.map(({ key, label }) => html`<label class="choice"><input type="checkbox" .checked=${live(chosen.has(key))} @change=${() => toggle(key)} /> <span>${label}</span></label>`)}
  </fieldset>`;
}

function textOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
