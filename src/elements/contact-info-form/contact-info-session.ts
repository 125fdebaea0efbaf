import type { ReactiveElement } from 'lit';
import { OperationController } from '../../controllers/operation-controller.js';
import { assertWellFormed, RecordController, type Reading, type RecordSource } from '../../controllers/record-controller.js';
import { valueOf, type ContactInfo, type ContactInfoRecord } from '../../domain/contact-info.js';
import { isEqualJson } from '../../domain/equal.js';
import { evaluateContactInfo, referencedUserIds, type Evaluation } from '../../domain/evaluate-contact-info.js';
import type { Issue } from '../../domain/issue.js';
import { changedKeys } from '../../domain/merge-contact-info.js';
import type { RequirementContext, RequirementSet } from '../../domain/requirements.js';
import { emitFact, emitRequest } from '../../internal/emit.js';
import { errorCode } from '../../internal/error-code.js';
import type { PersistenceAdapter } from '../../ports/persistence-adapter.js';
import { isPersistenceError, PersistenceError } from '../../ports/persistence-error.js';
import {
  acknowledge, dirtyKeys, discardEdit, findSent, hasConflicts, markSent, noEdit, receiveRecord, reopenConflict, resolveConflict, setAll, setValue, startEdit, type ConflictChoice, type ContactInfoEdit,
} from './contact-info-edit.js';
import type { ContactInfoConflictDetail, ContactInfoErrorDetail, ContactInfoSavedDetail, ContactInfoSubmitDetail } from './contact-info-form.events.js';
import type { SaveState } from './form-chrome.js';
import { takeUpChanges, type LeftChange } from './left-changes.js';
import { UserLookup } from './user-lookup.js';

export interface SessionHost {
  readonly element: ReactiveElement;
  /** Where the record is; `undefined` while it is not known, or while a form of the host's holds the value. */
  source(): RecordSource | undefined;
  context(): RequirementContext & { requirements: RequirementSet };
  /** Something happened that the person should be told, by the key of its text. */
  handleNews(key: string): void;
}

export type SaveOutcome = 'saved' | 'cancelled' | 'conflict' | 'failed';

/** A save that keeps meeting other people's is tried this often before the person is told. */
const mergesInARow = 3;

/**
 * One person's work on an account's contact information, from reading it to having it saved.
 * Owns the edit, who is known, and where saving stands; announces facts as events of the element.
 * Does not own what may be saved (the element asks the person to mend what is wrong first), nor any rendering.
 *
 * - The work is on one account: when the element turns to another, all of it is put away.
 * - What was asked of one store is never concluded in another: a save keeps the source it began with, and ends without an
 *   effect where the element has another one by then.
 */
export class ContactInfoSession {
  edit: ContactInfoEdit = noEdit;
  isLoaded = false;
  /** The record as it was when the work began; nothing of what was saved since. */
  firstRead: ContactInfoRecord | null = null;
  failure: { error: unknown; operation: 'load' } | { error: unknown; operation: 'save'; isPartial: boolean } | undefined;
  saveState: SaveState = 'idle';
  readonly lookup: UserLookup;

  readonly #host: SessionHost;
  readonly #record: RecordController;
  readonly #saving: OperationController;
  #accountId: string | undefined;
  /** How often the work was put away: what began before that is not concluded in what came after. */
  #turns = 0;
  /** Something was read while it was being saved, and not looked at. */
  #skippedReading = false;
  /** Where what is shown was read; no other store is saved to before it was read too. */
  #readFrom: PersistenceAdapter | undefined;
  /** Set by a script before the record was read. */
  #preset: ContactInfo | undefined;
  #hasDirectory = false;
  #refusal: { issues: readonly Issue[]; sent: ContactInfo } | undefined;
  /** What was last sent to be saved. */
  #sent: ContactInfo = {};
  /** Who saved what is stored, where the store says so. */
  #savedBy: string | undefined;

  constructor(host: SessionHost) {
    this.#host = host;
    const { element } = host;
    this.lookup = new UserLookup(element, () => host.source(), (error) => this.#tell(error, 'search-users'));
    this.#saving = new OperationController(element);
    this.#record = new RecordController(element, () => host.source(), {
      handleRead: (reading) => this.#handleRead(reading),
      handleFailure: (error) => this.#fail({ error, operation: 'load' }),
      // The record can be worked on without the names of those who were chosen.
      doesWithoutDirectory: true,
    });
  }

  get evaluation(): Evaluation {
    const activeUserIds = this.#hasDirectory ? this.lookup.activeIds : null;
    return evaluateContactInfo({ ...this.#host.context(), contactInfo: this.edit.current, at: new Date(), activeUserIds });
  }

  /** What the store refused, as long as it is what is still there: an issue ends when the value that it is about changes. */
  get serverIssues(): readonly Issue[] {
    const { issues = [], sent = {} } = this.#refusal ?? {};
    const { current } = this.edit;
    return issues.filter(({ path: [key] }) => key === undefined ? isEqualJson(sent, current) : isEqualJson(valueOf(sent, String(key)), valueOf(current, String(key))));
  }

  get isSaving(): boolean {
    return this.saveState === 'saving';
  }

  /** Asks the store again, now. */
  read(): void {
    void this.#record.readAfresh();
  }

  /** Learns who these users are: by default, those that what is shown names. `undefined` where there is nothing to wait for. */
  meetUsers(ids = referencedUserIds(this.edit.current, this.#host.context().requirements)): Promise<void> | undefined {
    return this.#hasDirectory ? this.lookup.meet(ids) : undefined;
  }

  setValue(key: string, value: unknown): void {
    this.edit = setValue(this.edit, key, value);
    if (!this.isSaving) this.saveState = 'idle';
    this.#host.element.requestUpdate();
  }

  /** Takes up changes that were left unsaved, over what is stored now. Returns whether there was anything in them. */
  takeUp(changes: readonly LeftChange[]): boolean {
    const before = this.edit;
    this.edit = takeUpChanges(before, changes, this.#savedBy);
    this.#tellConflicts(before);
    return !isEqualJson(this.edit.current, before.current) || Object.keys(this.edit.conflicts).length > Object.keys(before.conflicts).length;
  }

  resolve(keys: readonly string[], choice: ConflictChoice): void {
    this.edit = keys.reduce((edit, key) => resolveConflict(edit, key, choice), this.edit);
    this.#host.element.requestUpdate();
  }

  /** Takes a choice back. */
  reopen(key: string): void {
    this.edit = reopenConflict(this.edit, key);
    this.#host.element.requestUpdate();
  }

  discard(): void {
    this.edit = discardEdit(this.edit);
    this.#refusal = undefined;
    this.failure = undefined;
    this.saveState = 'idle';
    this.#host.element.requestUpdate();
  }

  /** What failed is not tried again by itself: it is as unsaved as before. */
  dismissFailure(): void {
    this.failure = undefined;
    this.#host.element.requestUpdate();
  }

  /** Starts over from a value that no store holds. */
  startFrom(stored: ContactInfo, current = stored): void {
    this.edit = { ...noEdit, stored, current };
    this.#host.element.requestUpdate();
  }

  /** Puts a value in the place of what is shown. Before the record was read, it waits for it and then counts as unsaved. */
  replace(value: ContactInfo): void {
    if (this.isLoaded) {
      this.edit = setAll(this.edit, value);
      this.#host.element.requestUpdate();
    } else {
      this.#preset = value;
      this.startFrom(value);
    }
  }

  /** Asks the host, saves, and resolves once the store has acknowledged or refused. `isPartial`: more is to come later. */
  async save({ isPartial }: { isPartial: boolean }): Promise<SaveOutcome> {
    const source = this.#host.source();
    if (!source || source.accountId !== this.#accountId) return 'failed';
    if (hasConflicts(this.edit)) return 'conflict';
    const turn = this.#turns;
    this.failure = undefined;
    this.#refusal = undefined;
    this.#skippedReading = false;
    this.#enter('saving');
    const isAllowed = await emitRequest<Omit<ContactInfoSubmitDetail, 'waitUntil'>>(this.#host.element, 'contact-info-submit', { changedKeys: dirtyKeys(this.edit) });
    if (turn !== this.#turns || !this.#isStill(source)) return this.#giveUp(turn);
    if (!isAllowed) {
      this.#leave('cancelled');
      return 'cancelled';
    }
    const outcome = await this.#saving.run((signal) => this.#save(source, signal));
    if (turn !== this.#turns || !this.#isStill(source)) return this.#giveUp(turn);
    if (outcome.status === 'done') {
      // What was being read may be what was stored before.
      void this.#record.readAfresh();
      this.#conclude(outcome.value, isPartial);
      return 'saved';
    }
    this.#leave('idle');
    if (hasConflicts(this.edit)) return 'conflict';
    if (outcome.status === 'failed') this.#fail({ error: outcome.error, operation: 'save', isPartial });
    return 'failed';
  }

  #conclude(saved: ContactInfoSavedDetail, isPartial: boolean): void {
    this.#enter(isPartial && !this.evaluation.complete ? 'saved-for-later' : 'saved');
    this.#host.handleNews(this.saveState);
    emitFact<ContactInfoSavedDetail>(this.#host.element, 'contact-info-saved', saved);
  }

  #isStill({ store, accountId }: RecordSource): boolean {
    const source = this.#host.source();
    return source?.store === store && source.accountId === accountId;
  }

  #assertStill(source: RecordSource, signal: AbortSignal): void {
    if (signal.aborted || !this.#isStill(source)) throw new DOMException('The element turned to something else.', 'AbortError');
  }

  /** The element turned to something else while it was saving: what is shown now says nothing of it. */
  #giveUp(turn: number): SaveOutcome {
    if (turn === this.#turns) this.#leave('idle');
    return 'failed';
  }

  /** Where somebody was faster and touched other fields, merges and saves again. */
  async #save(source: RecordSource, signal: AbortSignal): Promise<ContactInfoSavedDetail> {
    if (this.#readFrom !== source.store) {
      const stored = await source.store.loadContactInfo({ accountId: source.accountId, signal });
      this.#assertStill(source, signal);
      this.#receive(source, stored);
    }
    if (hasConflicts(this.edit)) throw new PersistenceError('conflict', 'The store holds something else than the one that was edited.');
    for (let tries = 1; ; tries += 1) {
      const sent = (this.#sent = this.edit.current);
      // Against what is stored now: what others saved meanwhile is not this save's doing.
      const changedKeys = dirtyKeys(this.edit);
      this.edit = markSent(this.edit);
      try {
        const record = await source.store.saveContactInfo({ accountId: source.accountId, signal, contactInfo: sent, baseRevision: this.edit.revision });
        this.#assertStill(source, signal);
        assertWellFormed(record, source.requirements);
        const before = this.edit;
        this.edit = acknowledge(before, sent, record);
        this.#tellConflicts(before);
        return { revision: record.revision, changedKeys };
      } catch (error) {
        if (!isPersistenceError(error) || error.code !== 'conflict' || tries === mergesInARow) throw error;
        const current = await currentRecord(source, error, signal);
        this.#assertStill(source, signal);
        this.#receive(source, current);
        if (hasConflicts(this.edit)) throw error;
        // The acknowledgement was lost: of an earlier try, or of one of two deliveries.
        if (current && dirtyKeys(this.edit).length === 0) return { revision: current.revision, changedKeys };
      }
    }
  }

  /** Nothing was saved; what was read meanwhile is looked at now. */
  #leave(state: SaveState): void {
    this.#enter(state);
    if (this.#skippedReading) void this.#record.readAfresh();
  }

  #enter(state: SaveState): void {
    this.saveState = state;
    this.#host.element.requestUpdate();
  }

  #handleRead({ record, users, directoryFailure }: Reading): void {
    const source = this.#host.source();
    if (!source) return;
    this.#hasDirectory = users !== null;
    const { requirements } = this.#host.context();
    const named = referencedUserIds(record?.contactInfo ?? null, requirements);
    if (directoryFailure !== undefined) {
      this.lookup.presume(named);
      this.#tell(directoryFailure, 'search-users');
    } else if (users) {
      this.lookup.learn(named, users);
    }
    if (this.failure?.operation === 'load') this.failure = undefined;
    if (!this.isLoaded) {
      this.isLoaded = true;
      this.firstRead = record;
      this.#readFrom = source.store;
      this.edit = startEdit(record);
      this.#savedBy = record?.updatedBy?.name;
      if (this.#preset) this.edit = { ...this.edit, current: { ...this.edit.stored, ...this.#preset } };
      this.#preset = undefined;
      this.saveState = 'idle';
    } else if (this.isSaving) {
      // The store's answer to the save says the same, and says it later; where there is none, it is read again.
      this.#skippedReading = true;
    } else {
      this.#lookFor(record);
      this.#receive(source, record);
    }
    // Those who were chosen and not saved yet may have been deactivated meanwhile, too.
    if (users && directoryFailure === undefined) this.lookup.refresh(referencedUserIds(this.edit.current, requirements).filter((id) => !named.includes(id)));
    this.#host.element.requestUpdate();
  }

  /** A save that was never acknowledged, and is in the store: it is saved. */
  #lookFor(record: ContactInfoRecord | null): void {
    const sent = findSent(this.edit, record);
    if (!sent || !record) return;
    const saved = { revision: record.revision, changedKeys: changedKeys(this.edit.stored, sent) };
    const isPartial = this.failure?.operation !== 'save' || this.failure.isPartial;
    if (this.failure?.operation === 'save') this.failure = undefined;
    this.edit = acknowledge(this.edit, sent, record);
    this.#conclude(saved, isPartial);
  }

  #receive({ store, requirements }: RecordSource, record: ContactInfoRecord | null): void {
    assertWellFormed(record, requirements);
    const before = this.edit;
    this.#readFrom = store;
    this.edit = receiveRecord(before, record);
    this.#savedBy = record?.updatedBy?.name;
    if (this.edit.stored === before.stored) return;
    this.#host.handleNews('updated-by-others');
    this.#tellConflicts(before);
  }

  /** Says which conflicts there are that were not there before. */
  #tellConflicts(before: ContactInfoEdit): void {
    const keys = Object.keys(this.edit.conflicts).filter((key) => !Object.hasOwn(before.conflicts, key));
    if (keys.length > 0) emitFact<ContactInfoConflictDetail>(this.#host.element, 'contact-info-conflict', { keys });
  }

  #fail(failure: NonNullable<ContactInfoSession['failure']>): void {
    const { error, operation } = failure;
    // What failed to be saved is to be tried again first: a reading comes with it.
    if (operation === 'save' || this.failure?.operation !== 'save') this.failure = failure;
    if (operation === 'save' && isPersistenceError(error) && error.code === 'invalid') this.#refusal = { issues: error.issues ?? [], sent: this.#sent };
    this.#host.element.requestUpdate();
    this.#tell(error, operation);
  }

  #tell(error: unknown, operation: ContactInfoErrorDetail['operation']): void {
    emitFact<ContactInfoErrorDetail>(this.#host.element, 'contact-info-error', { code: errorCode(error), operation });
  }

  /** Says which account the work is on. Another account's is put away; returns whether there was any. */
  turnTo(accountId: string): boolean {
    const before = this.#accountId;
    this.#accountId = accountId;
    if (!before || before === accountId) return false;
    this.#turns += 1;
    this.#saving.cancel();
    this.lookup.clear();
    this.isLoaded = false;
    this.#readFrom = undefined;
    this.#preset = undefined;
    this.edit = noEdit;
    this.failure = undefined;
    this.#refusal = undefined;
    this.saveState = 'idle';
    return true;
  }
}

/** What a conflict says is stored now. An adapter that does not say so is asked. */
async function currentRecord({ store, accountId }: RecordSource, { current }: PersistenceError, signal: AbortSignal): Promise<ContactInfoRecord | null> {
  if (current === null || (current && 'contactInfo' in current)) return current as ContactInfoRecord | null;
  return store.loadContactInfo({ accountId, signal });
}
