import type { ReactiveElement } from 'lit';
import { OperationController } from '../../controllers/operation-controller.js';
import { RecordController, type Reading, type RecordSource } from '../../controllers/record-controller.js';
import type { ContactInfo, ContactInfoRecord } from '../../domain/contact-info.js';
import { evaluateContactInfo, referencedUserIds, type Evaluation } from '../../domain/evaluate-contact-info.js';
import type { Issue } from '../../domain/issue.js';
import type { RequirementContext, RequirementSet } from '../../domain/requirements.js';
import { emitFact, emitRequest } from '../../internal/emit.js';
import { failureCode } from '../../internal/failure-text.js';
import { isPersistenceError, type PersistenceError } from '../../ports/persistence-error.js';
import { acknowledge, dirtyKeys, discardEdit, hasConflicts, noEdit, receiveRecord, resolveConflict, setValue, startEdit, type ContactInfoEdit } from './contact-info-edit.js';
import type { ContactInfoConflictDetail, ContactInfoErrorDetail, ContactInfoSavedDetail, ContactInfoSubmitDetail } from './contact-info-form.events.js';
import type { SaveState } from './form-chrome.js';
import { UserLookup } from './user-lookup.js';

export interface SessionHost {
  readonly element: ReactiveElement;
  /** Where the record is; `undefined` while it is not known, or while a form of the host's holds the value. */
  source(): RecordSource | undefined;
  context(): RequirementContext & { requirements: RequirementSet };
  /** Something happened that the person should be told, by the key of its text. */
  handleNews(key: string): void;
  /** Somebody else changed the same fields. */
  handleConflict(): void;
}

export type SaveOutcome = 'saved' | 'cancelled' | 'conflict' | 'failed';

/** A save that keeps meeting other people's is tried this often before the person is told. */
const mergesInARow = 3;

/**
 * One person's work on an account's contact information, from reading it to having it saved.
 * Owns the edit, who is known, and where saving stands; announces facts as events of the element.
 * Does not own what may be saved (the element asks the person to mend what is wrong first), nor any rendering.
 */
export class ContactInfoSession {
  edit: ContactInfoEdit = noEdit;
  isLoaded = false;
  failure: { error: unknown; operation: 'load' | 'save' } | undefined;
  saveState: SaveState = 'idle';
  /** What the store refused, until the field is changed. */
  serverIssues: readonly Issue[] = [];
  readonly lookup: UserLookup;

  readonly #host: SessionHost;
  readonly #record: RecordController;
  readonly #saving: OperationController;
  #account: string | undefined;
  #hasDirectory = false;

  constructor(host: SessionHost) {
    this.#host = host;
    const { element } = host;
    this.lookup = new UserLookup(element, () => host.source());
    this.#saving = new OperationController(element);
    this.#record = new RecordController(element, () => host.source(), {
      handleRead: (reading) => this.#handleRead(reading),
      handleFailure: (error) => this.#fail(error, 'load'),
    });
  }

  get evaluation(): Evaluation {
    const activeUserIds = this.#hasDirectory ? this.lookup.activeIds : null;
    return evaluateContactInfo({ ...this.#host.context(), contactInfo: this.edit.current, at: new Date(), activeUserIds });
  }

  get isSaving(): boolean {
    return this.saveState === 'saving';
  }

  read(): void {
    void this.#record.read();
  }

  setValue(key: string, value: unknown): void {
    this.edit = setValue(this.edit, key, value);
    this.serverIssues = this.serverIssues.filter(({ path }) => path[0] !== key);
    if (!this.isSaving) this.saveState = 'idle';
    this.#host.element.requestUpdate();
  }

  resolve(key: string, choice: 'mine' | 'theirs'): void {
    this.edit = resolveConflict(this.edit, key, choice);
    this.#host.element.requestUpdate();
  }

  discard(): void {
    this.edit = discardEdit(this.edit);
    this.serverIssues = [];
    this.failure = undefined;
    this.saveState = 'idle';
    this.#host.element.requestUpdate();
  }

  /** Starts over from a value that no store holds. */
  startFrom(stored: ContactInfo, current = stored): void {
    this.edit = { ...noEdit, stored, current };
    this.#host.element.requestUpdate();
  }

  /** Asks the host, saves, and resolves once the store has acknowledged or refused. `isPartial`: more is to come later. */
  async save({ isPartial }: { isPartial: boolean }): Promise<SaveOutcome> {
    const { element } = this.#host;
    const changedKeys = dirtyKeys(this.edit);
    this.failure = undefined;
    this.#enter('saving');
    if (!(await emitRequest<Omit<ContactInfoSubmitDetail, 'waitUntil'>>(element, 'contact-info-submit', { changedKeys }))) {
      this.#enter('cancelled');
      return 'cancelled';
    }
    const outcome = await this.#saving.run((signal) => this.#save(signal));
    if (outcome.status === 'done') {
      this.#enter(isPartial && !this.evaluation.complete ? 'saved-for-later' : 'saved');
      this.#host.handleNews(this.saveState);
      emitFact<ContactInfoSavedDetail>(element, 'contact-info-saved', { revision: outcome.value.revision, changedKeys });
      return 'saved';
    }
    this.#enter('idle');
    if (hasConflicts(this.edit)) return 'conflict';
    if (outcome.status === 'failed') this.#fail(outcome.error, 'save');
    return 'failed';
  }

  /** Where somebody was faster and touched other fields, merges and saves again. */
  async #save(signal: AbortSignal): Promise<ContactInfoRecord> {
    for (let tries = 1; ; tries += 1) {
      const source = this.#host.source();
      if (!source) throw new DOMException('There is no store to save to any more.', 'AbortError');
      const sent = this.edit.current;
      try {
        const request = { accountId: source.accountId, signal, contactInfo: sent, baseRevision: this.edit.revision };
        const record = await source.store.saveContactInfo(request);
        this.edit = acknowledge(this.edit, sent, record);
        return record;
      } catch (error) {
        if (!isPersistenceError(error) || error.code !== 'conflict' || tries === mergesInARow) throw error;
        this.#receive(await currentRecord(source, error, signal));
        if (hasConflicts(this.edit)) throw error;
      }
    }
  }

  #enter(state: SaveState): void {
    this.saveState = state;
    this.#host.element.requestUpdate();
  }

  #handleRead({ record, users }: Reading): void {
    const source = this.#host.source();
    this.#hasDirectory = users !== null;
    this.lookup.forget(referencedUserIds(record?.contactInfo ?? null, this.#host.context().requirements));
    this.lookup.remember(users ?? []);
    if (this.failure?.operation === 'load') this.failure = undefined;
    if (!this.isLoaded || this.#account !== source?.accountId) {
      this.isLoaded = true;
      this.#account = source?.accountId;
      this.edit = startEdit(record);
      this.saveState = 'idle';
    } else if (!this.isSaving) {
      // While saving, the store's answer to the save says the same, and says it later.
      this.#receive(record);
    }
    this.#host.element.requestUpdate();
  }

  #receive(record: ContactInfoRecord | null): void {
    const before = this.edit;
    this.edit = receiveRecord(before, record);
    if (this.edit === before) return;
    this.#host.handleNews('updated-by-others');
    const keys = Object.keys(this.edit.conflicts).filter((key) => !Object.hasOwn(before.conflicts, key));
    if (keys.length === 0) return;
    emitFact<ContactInfoConflictDetail>(this.#host.element, 'contact-info-conflict', { keys });
    this.#host.handleConflict();
  }

  #fail(error: unknown, operation: 'load' | 'save'): void {
    this.failure = { error, operation };
    if (operation === 'save' && isPersistenceError(error) && error.code === 'invalid') this.serverIssues = error.issues ?? [];
    this.#host.element.requestUpdate();
    emitFact<ContactInfoErrorDetail>(this.#host.element, 'contact-info-error', { code: failureCode(error), operation });
  }

  /** Another account's work is not this one's: what was on the page is put away until the new one is read. */
  leaveAccount(accountId: string): void {
    if (this.#account === undefined || this.#account === accountId) return;
    this.isLoaded = false;
    this.#account = undefined;
    this.edit = noEdit;
    this.failure = undefined;
    this.serverIssues = [];
    this.saveState = 'idle';
  }
}

/** What a conflict says is stored now. An adapter that does not say so is asked. */
async function currentRecord({ store, accountId }: RecordSource, { current }: PersistenceError, signal: AbortSignal): Promise<ContactInfoRecord | null> {
  if (current === null || (current && 'contactInfo' in current)) return current as ContactInfoRecord | null;
  return store.loadContactInfo({ accountId, signal });
}
