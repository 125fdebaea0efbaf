import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { checkEmailAddress } from '../../../domain/email-address.js';
import { canGrantRole } from '../../../domain/user-guards.js';
import { icon } from '../../../internal/icon.js';
import { issueText, type Texts } from '../../../internal/issue-text.js';
import { textsWith } from '../../../internal/texts-with.js';
import type { Invitation, InvitationResult } from '../../../ports/persistence-adapter.js';
import { renderSaid, type Said } from '../announcement.js';
import { inviteMessages } from './invite.strings.js';
import { readInvitationList, writeInvitation, type InvitationList } from './invitation-list.js';
import { problemText, type ActionOutcome } from '../user-actions.js';
import { dialogStyles } from '../dialog.styles.js';
import { renderMailingListChoice } from '../mailing-list-choice.js';
import type { UserDialog, UserDialogHost, UserDialogView } from '../user-dialogs.js';
import { roleLabel } from '../list/user-row.js';

export const styles = dialogStyles;

interface Refused {
  what: string;
  reason: string;
}

/** What became of the last press of the button, beside single texts. */
interface Result {
  heading: string;
  sent?: string;
  refused: Refused[];
}

/** The dialog that invites one person, or several whose addresses were pasted. Keeps what was typed until it was acknowledged. */
export class InviteDialog implements UserDialog {
  #name = '';
  #text = '';
  #list: InvitationList = readInvitationList('');
  #role: string | undefined;
  #lists = new Set<string>();
  /** What is wrong with what is in the box. */
  #boxProblem: Said | undefined;
  #isBoxInvalid = false;
  #failure: Said | undefined;
  #result: Result | undefined;
  #isSending = false;
  readonly #host: UserDialogHost;

  constructor(host: UserDialogHost) {
    this.#host = host;
  }

  render(given: UserDialogView): TemplateResult {
    const view = { ...given, texts: textsWith(given.texts, inviteMessages) };
    const { texts, roles, viewer, mailingLists } = view;
    const granted = roles.filter((role) => canGrantRole(viewer, roles, role.key));
    this.#role ??= granted[0]?.key;
    const { entries, folded } = this.#list;
    const handleSubmit = (event: SubmitEvent) => {
      event.preventDefault();
      void this.#send(view, event.currentTarget as HTMLFormElement);
    };
    return html`<form class="dialog-form" novalidate @submit=${handleSubmit}>
      <h3 id="dialog-title">${texts.text('invite.title')}</h3>
      <div class="dialog-field">
        <label class="label" for="invite-name">${texts.text('column.name')}</label>
        <input id="invite-name" class="input" type="text" autocomplete="off" ?readonly=${this.#isSending} aria-describedby="invite-name-help" .value=${live(this.#name)}
          @input=${(event: Event) => this.#edit(() => (this.#name = textOf(event)))} />
        <p id="invite-name-help" class="help" ?hidden=${entries.length < 2}>${entries.length < 2 ? nothing : texts.text('invite.name.several')}</p>
      </div>
      <div class="dialog-field">
        <label id="invite-email-label" class="label" for="invite-email">${texts.text('column.email')}</label>
        <textarea id="invite-email" class="input address-box" rows=${rowsOf(this.#text)} inputmode="email" autocomplete="off" autocapitalize="off" spellcheck="false" required
          ?readonly=${this.#isSending} aria-labelledby="invite-email-label" aria-describedby="invite-email-help invite-folded invite-problem" aria-invalid=${this.#isBoxInvalid}
          .value=${live(this.#text)} @keydown=${handleEnter} @input=${(event: Event) => this.#edit(() => this.#write(textOf(event)))}></textarea>
        <div>
          <p id="invite-email-help" class="help">${texts.text('invite.email.help')}</p>
          <p id="invite-folded" class="help" role="status">${folded > 0 ? texts.text('invite.folded', { count: folded }) : nothing}</p>
        </div>
        <p id="invite-problem" class="error" role="alert" ?hidden=${!this.#boxProblem}>${renderSaid(this.#boxProblem, icon('alert'))}</p>
      </div>
      <div class="dialog-field">
        <label class="label" for="invite-role">${texts.text('column.role')}</label>
        <select id="invite-role" class="select" aria-describedby="invite-role-can" @change=${(event: Event) => this.#edit(() => (this.#role = (event.target as HTMLSelectElement).value))}>
          ${granted.map((role) => html`<option value=${role.key} ?selected=${role.key === this.#role}>${roleLabel(texts, role.key)}</option>`)}
        </select>
        <p id="invite-role-can" class="help">${texts.has(`role.${this.#role}.can`) ? texts.text(`role.${this.#role}.can`) : nothing}</p>
      </div>
      ${renderMailingListChoice(texts, mailingLists, this.#lists, () => this.#host.requestUpdate())}
      ${this.#result ? renderResult(this.#result) : nothing}
      <p class="error" role="alert" ?hidden=${!this.#failure}>${renderSaid(this.#failure, icon('alert'))}</p>
      <div class="dialog-actions">
        <button type="submit" class="button primary" aria-disabled=${this.#isSending}>${this.#isSending ? texts.text('saving') : texts.text('invite.send', { count: Math.max(entries.length, 1) })}</button>
        <button type="button" class="button" @click=${() => this.#host.close(this)}>${texts.text('cancel')}</button>
      </div>
    </form>`;
  }

  #write(text: string): void {
    this.#text = text;
    this.#list = readInvitationList(text);
  }

  #edit(change: () => void): void {
    change();
    this.#boxProblem = undefined;
    this.#isBoxInvalid = false;
    this.#failure = undefined;
    this.#host.requestUpdate();
  }

  /** One address is checked by itself, so that the reason is its own; of several, each piece that is none stays with its reason. */
  #invitations({ texts }: UserDialogView): Invitation[] | undefined {
    const role = this.#role ?? '';
    const mailingLists = [...this.#lists];
    const { entries, rejected } = this.#list;
    const ownName = this.#name.trim() || undefined;
    if (entries.length === 0 && rejected.length <= 1) {
      const checkedAddress = checkEmailAddress(this.#text);
      if (checkedAddress.ok) return [{ email: checkedAddress.value.address, name: ownName, role, mailingLists }];
      this.#boxProblem = { text: issueText(texts, checkedAddress.issues[0]) };
      return undefined;
    }
    if (rejected.length > 0) {
      this.#result = {
        heading: texts.text('invite.unsent', { count: rejected.length }),
        refused: rejected.map(({ text, issue }) => ({ what: text, reason: issueText(texts, issue) })),
      };
      return undefined;
    }
    return entries.map(({ email, name }) => ({ email, name: (entries.length === 1 && ownName) || name, role, mailingLists }));
  }

  async #send(view: UserDialogView, form: HTMLFormElement): Promise<void> {
    if (this.#isSending) return;
    this.#boxProblem = undefined;
    this.#failure = undefined;
    this.#result = undefined;
    const invitations = this.#invitations(view);
    this.#isBoxInvalid = !invitations;
    this.#host.requestUpdate();
    if (!invitations) {
      form.querySelector('textarea')?.focus();
      return;
    }
    this.#isSending = true;
    const outcome = await this.#host.actions.invite(invitations);
    this.#isSending = false;
    this.#conclude(view.texts, invitations, outcome);
    this.#host.requestUpdate();
  }

  #conclude(texts: Texts, invitations: Invitation[], outcome: ActionOutcome<InvitationResult[]>): void {
    const problem = problemText(texts, outcome, 'invite.cancelled');
    if (outcome.status !== 'done') {
      this.#failure = { text: problem ?? '' };
      this.#host.reveal(this, problem ?? '');
      return;
    }
    const results = outcome.value;
    const refused = invitations.flatMap((invitation, index) => {
      const result = results[index];
      return result.ok ? [] : [{ invitation, reason: issueText(texts, result.issue, String(result.issue.params?.status ?? '')) }];
    });
    const count = invitations.length - refused.length;
    const sent = count > 0 ? texts.text('invite.sent', { count }) : undefined;
    if (refused.length === 0) {
      this.#host.announce(this, sent ?? '');
      this.#host.close(this);
      return;
    }
    const heading = texts.text('invite.failed', { count: refused.length });
    this.#result = { heading, sent, refused: refused.map(({ invitation: { email }, reason }) => ({ what: email, reason })) };
    if (invitations.length > 1) {
      // Names stay with their addresses: one that is in the box for a single name was nobody's.
      this.#name = '';
      this.#write(refused.map(({ invitation }) => writeInvitation(invitation)).join('\n'));
    }
    this.#host.reveal(this, [sent, heading, this.#result.refused.map(({ what, reason }) => `${what} – ${reason}`).join(' ')].filter(Boolean).join(' '));
  }
}

function renderResult({ heading, sent, refused }: Result): TemplateResult {
  return html`<div class="notice danger" role="alert">
    <div>${sent ? html`<p>${sent}</p>` : nothing}<p>${heading}</p></div>
    <ul class="refused">${refused.map(({ what, reason }) => html`<li><bdi>${what}</bdi> – ${reason}</li>`)}</ul>
  </div>`;
}

/** Enter sends, as in any other box of a form; with Shift it starts a line, as pasted ones do. */
function handleEnter(event: KeyboardEvent): void {
  // In WebKit the Enter that ends a composition comes after it, and is told by its code (bug 165004).
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  (event.target as HTMLTextAreaElement).form?.requestSubmit();
}

/** Where `field-sizing` is unknown the box grows by lines. */
function rowsOf(text: string): number {
  return Math.min(text.split('\n').length, 8);
}

function textOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
}
