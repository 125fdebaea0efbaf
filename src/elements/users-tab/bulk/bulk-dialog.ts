import { css, html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { findRole, type User } from '../../../domain/user.js';
import { renderAnnouncement, type Announcement } from '../../../internal/announcement.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import { nextTask } from '../../../internal/next-task.js';
import { textsWith } from '../../../internal/texts-with.js';
import { changeMessages } from '../change/change.strings.js';
import type { ReplacementPicker } from '../change/replacement-picker.js';
import { collectSelected, type Collected } from '../collect-users.js';
import { renderDialogTitle } from '../dialog-progress.js';
import { dialogStyles } from '../dialog.styles.js';
import { roleLabel } from '../list/user-row.js';
import { isSameSource } from '../list/users-listing.js';
import { offeredOf } from '../mailing-list-choice.js';
import type { ActionOutcome, Permit } from '../user-actions.js';
import type { UserDialog, UserDialogHost, UserDialogView } from '../user-dialogs.js';
import type { UserChangeKey } from '../users-tab.events.js';
import { renderListChoice, renderOwnChoice, renderReplacement, renderRoleChoice, renderStaying, type ListChange } from './bulk-choices.js';
import { readBulkFacts, type BulkSource } from './bulk-facts.js';
import { changesOf, planBulk, type BulkAnswers, type BulkFacts, type BulkIntent, type BulkKind, type BulkPlan } from './bulk-plan.js';
import { runBulk, type BulkResult } from './bulk-run.js';
import { bulkMessages } from './bulk.strings.js';
import { bulkStyles } from './bulk.styles.js';
import { renderLeftOut, renderNames } from './bulk-templates.js';
import { renderCollecting, renderFinished, renderRunning, renderUnreadable, summaryOf } from './bulk-phases.js';
import { chosenUsers, type UserSelection } from './user-selection.js';

export { ReplacementPicker } from '../change/replacement-picker.js';
export const styles = css`${dialogStyles}${bulkStyles}`;

export interface BulkDialogHost extends UserDialogHost {
  readonly picker: ReplacementPicker;
  source(): BulkSource | undefined;
  isConnected(): boolean;
  /** Many changes begin; what is returned says that they ended. */
  hold(): () => void;
  /** Of those it was about, these stay chosen. */
  keep(change: { began: UserSelection; about: readonly string[]; kept: readonly string[] }): void;
  handleFailure(error: unknown): void;
}

type Phase =
  | { name: 'collecting'; count: number; total: number }
  | { name: 'unreadable'; error: unknown }
  | { name: 'choosing' }
  | { name: 'running'; count: number; total: number; isStopping: boolean }
  | { name: 'finished'; result: BulkResult };

const dangerous: readonly BulkKind[] = ['deactivate', 'remove'];
const changedKeys: Record<BulkKind, UserChangeKey[] | 'removal'> = {
  role: ['role'], lists: ['mailingLists'], resend: ['invitation'], deactivate: ['status'], reactivate: ['status'], remove: 'removal',
};
/** Milliseconds after which the browser is given the time to show how far it is. */
const showEvery = 40;

/**
 * The dialog for a change of several users: finds them all, says what will happen to whom and who is left out, asks what a rule
 * leaves open, changes one after another, and says what became of each. Owns the answers and the run, which goes on where the
 * dialog is closed, and ends where the account or the page is left. Who was chosen is not its own.
 */
export class BulkDialog implements UserDialog {
  readonly #kind: BulkKind;
  readonly #host: BulkDialogHost;
  readonly #source: BulkSource | undefined;
  #selection: UserSelection;
  #phase: Phase = { name: 'collecting', count: 0, total: 0 };
  #collected: Collected = { users: [], gone: [] };
  #facts: BulkFacts | undefined;
  #role: string | undefined;
  readonly #lists = new Map<string, ListChange>();
  #answers: BulkAnswers = { includesViewer: false, staying: undefined, replacement: undefined };
  #plan: BulkPlan | undefined;
  #problem: Announcement | undefined;
  #isAsking = false;
  /** As it was shown last. */
  #view: UserDialogView | undefined;
  #collecting: AbortController | undefined;
  #showing: ReturnType<typeof setTimeout> | undefined;

  constructor(kind: BulkKind, selection: UserSelection, host: BulkDialogHost) {
    this.#kind = kind;
    this.#selection = selection;
    this.#host = host;
    this.#source = host.source();
    void this.#collect();
  }

  /** It goes on, whether or not it is shown; also while the host is asked. */
  get isRunning(): boolean {
    return this.#isAsking || this.#phase.name === 'running';
  }

  handleClose(): void {
    this.#collecting?.abort();
  }

  render(given: UserDialogView): TemplateResult {
    const view = { ...given, texts: textsWith(given.texts, { ...changeMessages, ...bulkMessages }) };
    this.#view = view;
    return html`${keyed(this.#phase.name, this.#renderPhase(view))}`;
  }

  #renderPhase(view: UserDialogView): TemplateResult {
    const { texts } = view;
    const phase = this.#phase;
    switch (phase.name) {
      case 'collecting': return renderCollecting(texts, phase, this.#renderClose(texts, 'cancel'));
      case 'unreadable': return renderUnreadable(texts, phase.error, () => void this.#collect(), this.#renderClose(texts, 'cancel'));
      case 'choosing': return this.#renderChoosing(view);
      case 'running': return renderRunning(texts, this.#kind, phase, () => this.#stop(), this.#renderClose(texts, 'close'));
      default: {
        const { leftOut, failed, untried } = phase.result;
        const again = [...failed.map(({ user }) => user), ...untried];
        return renderFinished(texts, this.#kind, {
          result: phase.result,
          leftOut: [...(this.#plan?.leftOut ?? []), ...leftOut],
          gone: this.#collected.gone.length,
          retry: again.length > 0 ? () => void this.#retry(again) : undefined,
        }, this.#renderClose(texts, 'close'));
      }
    }
  }

  get #intent(): BulkIntent | undefined {
    const kind = this.#kind;
    // What was chosen before the host offered something else is not meant any more.
    if (kind === 'role') return this.#view && findRole(this.#view.roles, this.#role ?? '') ? { kind, role: this.#role! } : undefined;
    if (kind !== 'lists') return { kind };
    const keysOf = (change: ListChange) => offeredOf(new Set([...this.#lists].flatMap(([key, one]) => (one === change ? [key] : []))), this.#view?.mailingLists ?? []);
    const [add, remove] = [keysOf('add'), keysOf('remove')];
    return add.length + remove.length === 0 ? undefined : { kind, add, remove };
  }

  #show(phase: Phase): void {
    this.#phase = phase;
    this.#host.requestUpdate();
  }

  /** Soon, and for several users at once, where a store is faster than the table can be shown. */
  #showSoon(): void {
    this.#showing ??= setTimeout(() => {
      this.#showing = undefined;
      this.#host.requestUpdate();
    }, showEvery);
  }

  /** The person chose something else: what will happen is worked out anew. */
  #answer(change: () => void): void {
    change();
    this.#problem = undefined;
    this.#think();
    this.#host.requestUpdate();
  }

  #think(): void {
    const intent = this.#intent;
    this.#plan = intent && this.#facts && planBulk(this.#collected.users, intent, this.#facts, this.#answers);
    if (this.#plan?.named.length) this.#host.picker.prepare(new Set(this.#plan.targets.map(({ id }) => id)));
  }

  async #collect(): Promise<void> {
    const source = this.#source;
    if (!source?.store.users) return;
    const collecting = (this.#collecting = new AbortController());
    const { signal } = collecting;
    this.#show({ name: 'collecting', count: 0, total: 0 });
    try {
      this.#collected = await collectSelected(this.#selection, {
        users: source.store.users,
        request: { accountId: source.accountId, signal },
        handleProgress: (count, total) => this.#show({ name: 'collecting', count, total }),
      });
      this.#facts = await readBulkFacts(this.#host.actions, source, this.#collected.users);
    } catch (error) {
      if (signal.aborted) return;
      this.#host.handleFailure(error);
      this.#show({ name: 'unreadable', error });
      return;
    }
    this.#think();
    this.#show({ name: 'choosing' });
  }

  #renderChoosing(view: UserDialogView): TemplateResult {
    const { texts } = view;
    if (!this.#intent) this.#plan = undefined;
    const plan = this.#plan;
    const count = plan?.targets.length ?? this.#collected.users.length;
    const isBusy = this.#isAsking;
    const handleSubmit = (event: Event) => {
      event.preventDefault();
      void this.#submit(texts);
    };
    return html`<form class="dialog-form" novalidate @submit=${handleSubmit}>
      ${renderDialogTitle(texts.text(`bulk.${this.#kind}.title`, { count }))}
      ${this.#renderChoice(view)}
      ${plan ? this.#renderPlan(view, plan) : renderLeftOut(texts, [], this.#collected.gone.length)}
      <p id="change-problem" class="error" role="alert" ?hidden=${!this.#problem}>${renderAnnouncement(this.#problem, icon('alert'))}</p>
      <div class="dialog-actions">
        ${plan && count === 0 ? nothing : html`<button type="submit" class="button ${dangerous.includes(this.#kind) ? 'danger' : 'primary'}" aria-disabled=${isBusy}>
          ${isBusy ? texts.text('saving') : texts.text(`bulk.${this.#kind}.confirm`, { count })}</button>`}
        ${this.#renderClose(texts, isBusy ? 'close' : 'cancel')}
      </div>
    </form>`;
  }

  #renderChoice(view: UserDialogView): TemplateResult | typeof nothing {
    if (this.#kind === 'role') return renderRoleChoice(view, this.#role, (role) => this.#answer(() => (this.#role = role)));
    if (this.#kind !== 'lists') return nothing;
    return renderListChoice(view, this.#lists, (key, change) => this.#answer(() => (change ? this.#lists.set(key, change) : this.#lists.delete(key))));
  }

  #renderPlan(view: UserDialogView, plan: BulkPlan): TemplateResult {
    const { texts } = view;
    const count = plan.targets.length;
    const { includesViewer, staying, replacement } = this.#answers;
    const answer = (change: Partial<BulkAnswers>) => this.#answer(() => (this.#answers = { ...this.#answers, ...change }));
    return html`${count > 0
        ? html`<div><p>${texts.text(`bulk.${this.#kind}.text`, { count, role: roleLabel(texts, this.#role ?? '') })}</p><p class="muted">${renderNames(texts, plan.targets)}</p></div>`
        : html`<p>${texts.text('bulk.nothing')}</p>`}
      ${renderLeftOut(texts, plan.leftOut, this.#collected.gone.length)}
      ${plan.asksAboutViewer ? renderOwnChoice(view, this.#kind, includesViewer, (included) => answer({ includesViewer: included })) : nothing}
      ${plan.managers.length > 0 ? renderStaying(view, plan, staying, (userId) => answer({ staying: userId })) : nothing}
      ${plan.named.length > 0 ? renderReplacement(view, plan, this.#host.picker, replacement, this.#problem !== undefined && plan.refusal === 'alert-contact', (user) => answer({ replacement: user })) : nothing}`;
  }

  #renderClose(texts: Texts, key: 'cancel' | 'close'): TemplateResult {
    return html`<button type="button" class="button" @click=${() => this.#host.close(this)}>${texts.text(key)}</button>`;
  }

  #stop(): void {
    if (this.#phase.name === 'running') this.#show({ ...this.#phase, isStopping: true });
  }

  /** What is missing, in words. */
  #missing(plan: BulkPlan | undefined): string | undefined {
    if (!plan) return this.#kind === 'role' ? 'bulk.role.missing' : 'bulk.lists.missing';
    if (plan.refusal === 'last-administrator') return 'bulk.staying.missing';
    if (plan.refusal === 'alert-contact') return 'replacement.missing';
    return plan.refusal && `guard.${plan.refusal}`;
  }

  async #submit(texts: Texts): Promise<void> {
    if (this.#isAsking) return;
    this.#think();
    const [plan, intent] = [this.#plan, this.#intent];
    const missing = this.#missing(plan);
    this.#problem = missing === undefined ? undefined : { text: texts.text(missing) };
    this.#host.requestUpdate();
    if (missing !== undefined || !plan || !intent || plan.targets.length === 0) return;
    this.#isAsking = true;
    const permit = await this.#host.actions.askAbout(plan.targets.map(({ id }) => id), changedKeys[this.#kind]);
    this.#isAsking = false;
    if (!this.#isHere || !isSameSource(permit?.source, this.#source)) {
      this.#host.reveal(this, texts.text('account-changed'));
    } else if (!permit || permit.userIds.size === 0) {
      const problem = texts.text('not-changed');
      this.#problem = { text: problem };
      this.#host.reveal(this, problem);
    } else {
      await this.#run(plan, intent, permit);
    }
  }

  async #run({ targets }: BulkPlan, intent: BulkIntent, permit: Permit): Promise<void> {
    const agreed = targets.filter(({ id }) => permit.userIds.has(id));
    const letGo = this.#host.hold();
    let yieldedAt = performance.now();
    this.#show({ name: 'running', count: 0, total: agreed.length, isStopping: false });
    const result = await runBulk(agreed, intent, this.#facts!, {
      send: (user) => {
        const sent = this.#send(user, intent, permit);
        this.#showSoon();
        return sent;
      },
      readAgain: (user) => this.#readAgain(user),
      endedBy: () => (!this.#isHere ? 'account' : this.#phase.name === 'running' && this.#phase.isStopping ? 'stop' : undefined),
      handleProgress: async ({ done, leftOut, failed }) => {
        if (this.#phase.name === 'running') this.#phase = { ...this.#phase, count: done.length + leftOut.length + failed.length };
        this.#showSoon();
        if (performance.now() - yieldedAt < showEvery) return;
        await nextTask();
        yieldedAt = performance.now();
      },
    });
    clearTimeout(this.#showing);
    this.#showing = undefined;
    letGo();
    const stopped = targets.filter(({ id }) => !permit.userIds.has(id));
    this.#finish({ ...result, failed: [...result.failed, ...stopped.map((user) => ({ user, outcome: { status: 'cancelled' as const, by: 'host' as const } }))] });
  }

  #finish(result: BulkResult): void {
    const texts = this.#view!.texts;
    const { failed, untried, leftOut } = result;
    const summary = summaryOf(texts, this.#kind, result);
    if (isSameSource(this.#source, this.#host.source())) {
      const { users, gone } = this.#collected;
      const kept = [...failed.map(({ user }) => user), ...untried].map(({ id }) => id);
      this.#host.keep({ began: this.#selection, about: [...users.map(({ id }) => id), ...gone], kept });
    }
    this.#show({ name: 'finished', result });
    if (failed.length + untried.length + leftOut.length > 0) {
      this.#host.reveal(this, summary);
    } else {
      this.#host.announce(this, summary);
      this.#host.close(this);
    }
  }

  /** Those that failed are found again, and changed at once where nothing more is to be asked. */
  async #retry(users: readonly User[]): Promise<void> {
    this.#selection = chosenUsers(users.map(({ id }) => id));
    await this.#collect();
    if (this.#phase.name === 'choosing' && this.#plan && !this.#plan.refusal && this.#plan.targets.length > 0) await this.#submit(this.#view!.texts);
  }

  /** The account is still shown that this is about, on a page that is still there. */
  get #isHere(): boolean {
    return this.#host.isConnected() && isSameSource(this.#source, this.#host.source());
  }

  #send(user: User, intent: BulkIntent, permit: Permit): Promise<ActionOutcome<unknown>> {
    const { actions } = this.#host;
    const replacementId = this.#plan?.named.some(({ id }) => id === user.id) ? this.#answers.replacement?.id : undefined;
    if (intent.kind === 'remove') return actions.remove(user, replacementId, permit);
    if (intent.kind === 'resend') return actions.resend(user, permit);
    return actions.change(user, changesOf(user, intent), replacementId, permit);
  }

  async #readAgain({ id }: User): Promise<User | undefined> {
    const { store, accountId } = this.#source!;
    const found = await store.users!.getUsers({ accountId, signal: new AbortController().signal, ids: [id] });
    return found.find((user) => user.id === id);
  }
}
