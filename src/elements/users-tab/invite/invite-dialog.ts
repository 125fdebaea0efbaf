import { css, type TemplateResult } from 'lit';
import { addressKey } from '../../../domain/email-address.js';
import { canGrantRole } from '../../../domain/user-guards.js';
import { issueText } from '../../../internal/issue-text.js';
import { textsWith } from '../../../internal/texts-with.js';
import { dialogStyles } from '../dialog.styles.js';
import { offeredOf } from '../mailing-list-choice.js';
import { problemText } from '../user-actions.js';
import type { UserDialog, UserDialogHost, UserDialogView } from '../user-dialogs.js';
import { usersParts } from '../users-parts.js';
import { renderCompose } from './compose-view.js';
import { Composition } from './composition.js';
import { inviteMessages } from './invite.strings.js';
import { inviteStyles } from './invite.styles.js';
import type { Invitee } from './invitee.js';
import { mayHaveArrived } from './may-have-arrived.js';
import type { ReviewStep } from './review-step.js';

export { LinkDialog } from './link-dialog.js';
export const styles = css`${dialogStyles}${inviteStyles}`;

/**
 * The dialog that invites: one person at once, several after a look at the list of them. Owns what was typed until it was
 * acknowledged or is on the list, also while it is closed; does not own the list, whose code is loaded with the second person.
 */
export class InviteDialog implements UserDialog {
  readonly #composition = new Composition();
  #review: ReviewStep | undefined;
  #step: 'compose' | 'review' = 'compose';
  #isSending = false;
  /** Whose invitation was sent, and nobody heard of it. */
  #unheard: string | undefined;
  readonly #host: UserDialogHost;

  constructor(host: UserDialogHost) {
    this.#host = host;
  }

  /** What is not sent stays. */
  handleClose(): void {
    this.#review?.handleClose();
    if (this.#listed === 0) this.#step = 'compose';
  }

  get #listed(): number {
    return this.#review?.count ?? 0;
  }

  render(given: UserDialogView): TemplateResult {
    const view = { ...given, texts: textsWith(given.texts, inviteMessages) };
    const granted = view.roles.filter(({ key }) => canGrantRole(view.viewer, view.roles, key));
    const composition = this.#composition;
    // A role that cannot be given any more is not shown any more either: nothing is sent that is not shown.
    if (!granted.some(({ key }) => key === composition.role)) composition.role = granted[0]?.key;
    if (this.#step === 'review' && this.#review) return this.#review.render({ ...view, granted });
    return renderCompose({
      ...view, composition, granted,
      isSending: this.#isSending,
      listed: this.#listed,
      edit: (change) => this.#edit(change),
      submit: () => void this.#submit(view),
      cancel: () => this.#cancel(),
      toList: () => this.#show('review', '#dialog-title'),
      readFiles: (files) => void this.#toReview(view, (review, typed) => review.addFiles(view, files, typed)),
    });
  }

  #edit(change: () => void): void {
    change();
    this.#composition.forgive();
    // What is needed next, as far as can be told.
    if (this.#composition.count > 1) void Promise.allSettled([usersParts.review(), usersParts.files()]);
    this.#host.requestUpdate();
  }

  #show(step: 'compose' | 'review', focusOn: string): void {
    this.#step = step;
    void this.#host.focus(this, focusOn);
  }

  /** What is being sent stays, and what somebody cancels is meant to go. */
  #cancel(): void {
    if (!this.#isSending) {
      this.#composition.clear();
      this.#composition.role = undefined;
      this.#composition.lists.clear();
    }
    this.#host.close(this);
  }

  async #submit(view: UserDialogView): Promise<void> {
    if (this.#isSending) return;
    const composition = this.#composition;
    composition.forgive();
    composition.refusals = undefined;
    if (this.#listed > 0 && composition.isEmpty) {
      this.#show('review', '#dialog-title');
      return;
    }
    const reading = composition.read();
    if (reading.kind === 'none') {
      composition.boxProblem = { text: issueText(view.texts, reading.issue) };
      composition.isBoxInvalid = true;
      void this.#host.focus(this, '#invite-email');
    } else if (reading.kind === 'several' || this.#listed > 0) {
      await this.#toReview(view, (review, typed) => review.addPasted(view, composition.text, typed));
    } else {
      await this.#sendOne(view, reading.invitee);
    }
  }

  /** Who is in the box. */
  get #typed(): readonly Invitee[] {
    const reading = this.#composition.read();
    if (reading.kind === 'none') return [];
    return reading.kind === 'one' ? [reading.invitee] : reading.invitees;
  }

  /** What goes to the list leaves the box; where `add` says why it does not, everything stays. */
  async #toReview(view: UserDialogView, add: (review: ReviewStep, typed: readonly Invitee[]) => Promise<string | undefined>): Promise<void> {
    const composition = this.#composition;
    const { text } = composition;
    const typed = this.#typed;
    try {
      const { ReviewStep, styles } = await usersParts.review();
      this.#host.adopt(styles);
      this.#review ??= new ReviewStep({ dialog: this, host: this.#host, composition, addMore: () => this.#show('compose', '#invite-email') });
    } catch {
      composition.failure = { text: view.texts.text('part.failed') };
      this.#host.requestUpdate();
      return;
    }
    const problem = await add(this.#review, typed);
    if (problem === undefined) {
      if (typed.length > 0 && composition.text === text) composition.clear();
      this.#show('review', '#dialog-title');
    } else {
      composition.failure = { text: problem };
      this.#host.requestUpdate();
    }
  }

  async #sendOne({ texts, mailingLists }: UserDialogView, { address, name }: Invitee): Promise<void> {
    const composition = this.#composition;
    this.#isSending = true;
    const outcome = await this.#host.actions.invite([{ email: address, name: name || undefined, role: composition.role ?? '', mailingLists: offeredOf(composition.lists, mailingLists) }]);
    this.#isSending = false;
    const problem = problemText(texts, outcome, 'invite.cancelled');
    if (outcome.status !== 'done') {
      if (outcome.status === 'failed' && mayHaveArrived(outcome.error)) this.#unheard = addressKey(address);
      composition.failure = { text: problem ?? '' };
      this.#host.reveal(this, problem ?? '');
      return;
    }
    const [result] = outcome.value;
    const status = result.ok ? '' : String(result.issue.params?.status ?? '');
    // The try that nobody heard back of had arrived.
    const isSent = result.ok || (status === 'invited' && this.#unheard === addressKey(address));
    if (isSent) {
      this.#unheard = undefined;
      composition.clear();
      this.#host.announce(this, texts.text('invite.sent', { count: 1 }));
      this.#host.close(this);
      return;
    }
    const heading = texts.text('invite.failed', { count: 1 });
    const reason = result.ok ? '' : issueText(texts, result.issue, status);
    composition.refusals = { heading, refused: [{ what: address, reason }] };
    this.#host.reveal(this, `${heading} ${address} – ${reason}`);
    this.#host.requestUpdate();
  }
}
