import type { TemplateResult } from 'lit';
import { copyText } from '../../../internal/copy-text.js';
import type { Texts } from '../../../internal/issue-text.js';
import { textsWith } from '../../../internal/texts-with.js';
import { offeredOf } from '../mailing-list-choice.js';
import { invitationBatchSize, problemText, type ActionOutcome } from '../user-actions.js';
import type { UserDialog, UserDialogHost, UserDialogView } from '../user-dialogs.js';
import type { Composition } from './composition.js';
import { RoleReader } from './draft-roles.js';
import { takeFiles, takePasted } from './intake.js';
import { InvitationDraft, maxInvitees, toInvitation, type DraftRow } from './invitation-draft.js';
import type { Invitee } from './invitee.js';
import { mayHaveArrived } from './may-have-arrived.js';
import { MemberLookup } from './member-lookup.js';
import { reviewMessages } from './review.strings.js';
import { reviewStyles } from './review.styles.js';
import { ReviewPages } from './review-pages.js';
import { whoIs } from './review-row.js';
import { renderReview, type ReviewNotice, type ReviewView, type Sending } from './review-view.js';

export const styles = reviewStyles;

export interface ReviewHost {
  readonly dialog: UserDialog;
  readonly host: UserDialogHost;
  readonly composition: Composition;
  /** The person wants to add somebody. */
  addMore(): void;
}

/** What the review needs to be shown, beside itself. */
export type ReviewStepView = UserDialogView & Pick<ReviewView, 'granted'>;

/**
 * The list of those who are to be invited, looked through before anything is sent, and afterwards. Owns the list, what is said
 * about it, and sending in batches and stopping; does not own what is typed beside it.
 */
export class ReviewStep {
  #notices: ReviewNotice[] = [];
  #sending: Sending | undefined;
  #discarded: readonly DraftRow[] = [];
  #linkByHand: DraftRow | undefined;
  readonly #draft = new InvitationDraft();
  readonly #pages = new ReviewPages(this.#draft);
  readonly #lookup: MemberLookup;
  readonly #review: ReviewHost;

  constructor(review: ReviewHost) {
    this.#review = review;
    this.#lookup = new MemberLookup(this.#draft, review.host);
  }

  /** How many are on the list. */
  get count(): number {
    return this.#draft.rows.length;
  }

  /** Puts those on the list who were typed or pasted. Resolves to why nobody was, in words. */
  async addPasted(given: UserDialogView, text: string, invitees: readonly Invitee[]): Promise<string | undefined> {
    const view = withTexts(given);
    const reader = this.#readerFor(view);
    return this.#add(view.texts, reader, await takePasted(text, invitees, reader.vocabulary), []);
  }

  /** The same of files, after those who are in the box: nothing of it is left behind. */
  async addFiles(given: UserDialogView, files: readonly File[], typed: readonly Invitee[]): Promise<string | undefined> {
    const view = withTexts(given);
    const reader = this.#readerFor(view);
    const { invitees, notices } = await takeFiles(files, reader.vocabulary, view.texts);
    const problem = notices.filter(({ isProblem }) => isProblem).map(({ text }) => text).join(' ');
    return invitees.length === 0 ? problem : this.#add(view.texts, reader, [...typed, ...invitees], notices);
  }

  #readerFor(view: UserDialogView): RoleReader {
    return new RoleReader(view, this.#review.composition.role ?? '');
  }

  #add(texts: Texts, reader: RoleReader, invitees: readonly Invitee[], notices: ReviewNotice[]): string | undefined {
    this.#draft.dropSent();
    if (!this.#draft.add(invitees, reader)) return texts.text('list.too-long', { max: maxInvitees });
    this.#pages.narrow(false);
    this.#discarded = [];
    this.#linkByHand = undefined;
    this.#notices = notices;
    void this.#lookup.run();
    return undefined;
  }

  async #dropFiles(view: ReviewStepView, files: readonly File[]): Promise<void> {
    const problem = await this.addFiles(view, files, []);
    if (problem !== undefined) this.#notices = [{ text: problem, isProblem: true }];
    this.#review.host.requestUpdate();
  }

  handleClose(): void {
    this.#lookup.stop();
    if (this.#sending) return;
    this.#draft.dropSent();
    this.#discarded = [];
    this.#linkByHand = undefined;
    this.#notices = [];
    this.#pages.narrow(false);
  }

  render(given: ReviewStepView): TemplateResult {
    const { composition, host, dialog } = this.#review;
    const view = withTexts(given);
    if (!this.#sending) this.#draft.withdrawRoles(given.granted.map(({ key }) => key), this.#readerFor(view));
    return renderReview({
      ...view,
      draft: this.#draft,
      pages: this.#pages,
      lists: composition.lists,
      sending: this.#sending,
      notices: this.#notices,
      lookup: this.#lookup.state,
      discarded: this.#discarded.length,
      linkByHand: this.#linkByHand,
      edit: (change) => this.#edit(change),
      handleAddress: () => void this.#lookup.run(),
      remove: (row, index) => this.#remove(row, index),
      readFiles: (files) => void this.#dropFiles(view, files),
      copyLink: (row) => void this.#copyLink(view.texts, row),
      send: () => void this.#send(view),
      stop: () => this.#edit(() => this.#sending && (this.#sending.isStopping = true)),
      add: () => this.#review.addMore(),
      discard: () => this.#discard(),
      takeBack: () => this.#takeBack(),
      close: () => host.close(dialog),
    });
  }

  #edit(change: () => void): void {
    change();
    this.#review.host.requestUpdate();
  }

  #remove(row: DraftRow, index: number): void {
    this.#draft.remove(row);
    // To the row that took its place, or the one before.
    void this.#review.host.focus(this.#review.dialog, `[data-remove="${index}"]`, `[data-remove="${index - 1}"]`, '#dialog-title');
  }

  #discard(): void {
    this.#lookup.stop();
    this.#discarded = this.#draft.clear();
    this.#notices = [];
    void this.#review.host.focus(this.#review.dialog, '#dialog-title');
  }

  #takeBack(): void {
    this.#draft.restore(this.#discarded);
    this.#discarded = [];
    void this.#review.host.focus(this.#review.dialog, '#dialog-title');
  }

  async #copyLink(texts: Texts, row: DraftRow): Promise<void> {
    const { host } = this.#review;
    this.#linkByHand = undefined;
    if (await copyText(row.link ?? '')) {
      host.announce(this.#review.dialog, texts.text('link.copied', { who: whoIs(texts, row) }));
    } else {
      this.#linkByHand = row;
      void host.focus(this.#review.dialog, '#review-link');
    }
  }

  async #send({ texts, mailingLists }: UserDialogView): Promise<void> {
    const { host, composition } = this.#review;
    const draft = this.#draft;
    if (this.#sending) return;
    const rows = draft.sendable;
    if (rows.length === 0) {
      this.#edit(() => (this.#notices = [{ text: texts.text('review.nothing-to-send'), isProblem: true }]));
      return;
    }
    this.#lookup.stop();
    this.#notices = [];
    this.#discarded = [];
    this.#linkByHand = undefined;
    const lists = offeredOf(composition.lists, mailingLists);
    const sending: Sending = (this.#sending = { total: rows.length, done: 0, isStopping: false });
    const outcome = await host.actions.invite(rows.map((row) => toInvitation(row, lists)), {
      handleAcknowledged: (results) => this.#edit(() => {
        draft.conclude(rows.slice(sending.done, sending.done + results.length), results);
        sending.done += results.length;
      }),
      isStopped: () => sending.isStopping,
    });
    this.#sending = undefined;
    if (outcome.status === 'failed' && mayHaveArrived(outcome.error)) {
      for (const row of rows.slice(sending.done, sending.done + invitationBatchSize)) row.isUncertain = true;
    }
    this.#conclude(texts, rows, sending, outcome);
    host.requestUpdate();
  }

  #conclude(texts: Texts, rows: readonly DraftRow[], { done }: Sending, outcome: ActionOutcome<unknown>): void {
    const { host, dialog } = this.#review;
    const sent = rows.filter(({ isSent }) => isSent).length;
    const refused = rows.slice(0, done).length - sent;
    const uncertain = rows.filter(({ isSent, isUncertain }) => !isSent && isUncertain).length;
    const left = rows.length - done - uncertain;
    const sentText = sent > 0 ? texts.text('invite.sent', { count: sent }) : '';
    const hasLinks = rows.some(({ link }) => link !== undefined);
    if (this.#draft.unsent.length === 0 && !hasLinks) {
      host.announce(dialog, sentText);
      host.close(dialog);
      return;
    }
    const problem = [
      problemText(texts, outcome, 'invite.cancelled') ?? '',
      refused > 0 ? texts.text('review.failed', { count: refused }) : '',
      uncertain > 0 ? texts.text('review.uncertain', { count: uncertain }) : '',
      outcome.status === 'failed' && left > 0 && sent + uncertain > 0 ? texts.text('review.left', { count: left }) : '',
      outcome.status === 'done' && left > 0 ? texts.text('review.stopped', { count: left }) : '',
    ].filter(Boolean).join(' ');
    this.#notices = [
      ...(sentText ? [{ text: sentText, isGood: true }] : []),
      ...(problem ? [{ text: problem, isProblem: true }] : []),
    ];
    // Also where all went well: there are links to be handed on.
    host.reveal(dialog, problem && [sentText, problem].join(' ').trim());
    // The button that was pressed may be gone.
    void host.focus(dialog, '#dialog-title');
  }
}

function withTexts<T extends UserDialogView>(view: T): T {
  return { ...view, texts: textsWith(view.texts, reviewMessages) };
}
