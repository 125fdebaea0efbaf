import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { User, Vocabulary } from '../../../domain/user.js';
import { failureText } from '../../../internal/failure-text.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import { nextTask } from '../../../internal/next-task.js';
import { textsWith } from '../../../internal/texts-with.js';
import { countChosen, type UserSelection } from '../bulk/user-selection.js';
import { throwIfAborted } from '../../../ports/abort.js';
import { collectSelected } from '../collect-users.js';
import { renderDialogTitle, renderProgress } from '../dialog-progress.js';
import { dialogStyles } from '../dialog.styles.js';
import { roleLabel } from '../list/user-row.js';
import { isSameSource, type ListingSource } from '../list/users-listing.js';
import { isNarrowed } from '../list/users-query.js';
import type { UserDialog, UserDialogHost, UserDialogView } from '../user-dialogs.js';
import { exportMessages } from './export.strings.js';
import { saveFile } from '../../../internal/save-file.js';
import { byteOrderMark, csvExtra, csvHeader, csvInstant, csvRows, type CsvColumn } from './users-csv.js';

export const styles = dialogStyles;

export interface ExportDialogHost extends Omit<UserDialogHost, 'actions'> {
  source(): ListingSource | undefined;
  /** What of a user's record is exported beside what the table shows. */
  extraColumns(): readonly Vocabulary[];
  handleFailure(error: unknown): void;
}

type Phase = { name: 'asking'; error?: unknown } | { name: 'reading'; count: number; total: number };

/** Rows written between two looks at whether somebody stopped it. */
const rowsAtOnce = 1_000;

/**
 * The dialog that makes a file of users: says how many and what of them, reads them all, and has the browser save the file.
 * There is a whole file or none. Owns the reading, which ends when it is closed; does not own who is exported.
 */
export class ExportDialog implements UserDialog {
  readonly #selection: UserSelection;
  readonly #host: ExportDialogHost;
  readonly #source: ListingSource | undefined;
  #phase: Phase = { name: 'asking' };
  #reading: AbortController | undefined;

  constructor(selection: UserSelection, host: ExportDialogHost) {
    this.#selection = selection;
    this.#host = host;
    this.#source = host.source();
  }

  handleClose(): void {
    this.#reading?.abort();
  }

  render(given: UserDialogView): TemplateResult {
    const view = { ...given, texts: textsWith(given.texts, exportMessages) };
    const phase = this.#phase;
    return html`${keyed(phase.name, phase.name === 'asking' ? this.#renderAsking(view, phase.error) : this.#renderReading(view.texts, phase))}`;
  }

  #show(phase: Phase): void {
    this.#phase = phase;
    this.#host.requestUpdate();
  }

  #renderAsking(view: UserDialogView, error: unknown): TemplateResult {
    const { texts } = view;
    const count = countChosen(this.#selection);
    const what = this.#selection.scope === 'single' || this.#selection.except.size > 0 ? 'chosen' : isNarrowed(this.#selection.query) ? 'matching' : 'everybody';
    const columns = new Intl.ListFormat(texts.lang).format(this.#columns(view).map(({ label }) => label));
    const handleSubmit = (event: Event) => {
      event.preventDefault();
      void this.#export(view);
    };
    return html`<form class="dialog-form" novalidate @submit=${handleSubmit}>
      ${renderDialogTitle(texts.text('export.title'))}
      <div>
        <p>${texts.text(`export.${what}`, { count })}</p>
        <p class="help">${texts.text('export.columns', { columns })}</p>
      </div>
      ${error === undefined ? nothing : html`<div class="error" role="alert">${icon('alert')}<span>${texts.text('export.failed')} ${failureText(texts, error)}</span></div>`}
      <div class="dialog-actions">
        <button type="submit" class="button primary">${texts.text(error === undefined ? 'export.confirm' : 'retry', { count })}</button>
        <button type="button" class="button" @click=${() => this.#host.close(this)}>${texts.text('cancel')}</button>
      </div>
    </form>`;
  }

  #renderReading(texts: Texts, { count, total }: { count: number; total: number }): TemplateResult {
    return html`<div class="dialog-form">
      ${renderDialogTitle(texts.text('export.running'))}
      ${renderProgress(total > 0 ? texts.text('export.progress', { count, total }) : '', count, total)}
      <div class="dialog-actions"><button type="button" class="button" @click=${() => this.#host.close(this)}>${texts.text('cancel')}</button></div>
    </div>`;
  }

  #columns({ texts, mailingLists }: UserDialogView): CsvColumn[] {
    const column = (key: string, value: (user: User) => string): CsvColumn => ({ label: texts.text(key), value });
    const labels = new Map(mailingLists.map(({ key, label }) => [key, label]));
    return [
      column('column.name', ({ name }) => name),
      column('column.email', ({ email }) => email),
      column('column.role', ({ role }) => roleLabel(texts, role)),
      column('column.status', ({ status }) => texts.text(`status.${status}`)),
      column('column.lists', (user) => user.mailingLists.map((key) => labels.get(key) ?? key).join('; ')),
      column('export.invitedAt', ({ invitedAt }) => csvInstant(invitedAt)),
      column('export.expiresAt', ({ expiresAt }) => csvInstant(expiresAt)),
      column('column.lastActiveAt', ({ lastActiveAt }) => csvInstant(lastActiveAt)),
      ...this.#host.extraColumns().map(csvExtra),
    ];
  }

  async #export(view: UserDialogView): Promise<void> {
    const source = this.#source;
    if (!source?.store.users || this.#phase.name === 'reading') return;
    const { signal } = (this.#reading = new AbortController());
    this.#show({ name: 'reading', count: 0, total: 0 });
    try {
      const { users, gone } = await collectSelected(this.#selection, {
        users: source.store.users,
        request: { accountId: source.accountId, signal },
        handleProgress: (count, total) => this.#show({ name: 'reading', count, total }),
      });
      const parts = await this.#write(view, users, signal);
      // The account may be another one by now, and the element not have noticed yet.
      if (!isSameSource(source, this.#host.source())) return;
      const [date] = new Date().toISOString().split('T');
      saveFile(view.texts.text('export.file', { date }), parts, 'text/csv;charset=utf-8');
      this.#conclude(view.texts, users.length, gone.length);
    } catch (error) {
      if (signal.aborted) return;
      this.#host.handleFailure(error);
      this.#show({ name: 'asking', error });
    }
  }

  async #write(view: UserDialogView, users: readonly User[], signal: AbortSignal): Promise<string[]> {
    const columns = this.#columns(view);
    const parts = [byteOrderMark, csvHeader(columns)];
    for (let start = 0; start < users.length; start += rowsAtOnce) {
      parts.push(csvRows(users.slice(start, start + rowsAtOnce), columns));
      await nextTask();
      throwIfAborted(signal);
    }
    return parts;
  }

  #conclude(texts: Texts, count: number, gone: number): void {
    const said = [texts.text('export.done', { count }), gone > 0 ? texts.text('export.gone', { count: gone }) : ''].filter(Boolean).join(' ');
    this.#host.announce(this, said);
    this.#host.close(this);
  }
}
