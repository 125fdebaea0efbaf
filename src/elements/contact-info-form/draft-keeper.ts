import type { ReactiveController, ReactiveElement } from 'lit';
import type { RequirementSet } from '../../domain/requirements.js';
import type { ContactInfoSession } from './contact-info-session.js';
import { clearDrafts, isSamePlace, readDraft, removeDraft, storedText, sweepDrafts, writeDraft, type Draft, type DraftMode, type DraftPlace } from './draft-store.js';
import type { FormFields } from './form-fields.js';
import { leftChanges } from './left-changes.js';

export interface DraftHost {
  readonly element: ReactiveElement & { accountId: string; viewerId: string; requirements: RequirementSet; drafts: DraftMode };
  readonly session: ContactInfoSession;
  readonly fields: FormFields;
  /** Whether what is unsaved is the form's to keep: not while it is locked, or a field of a form. */
  mayKeep(): boolean;
  /** Sets the form back to what is stored. */
  reset(): void;
  announce(notice: DraftNotice): void;
}

/** What the person is told of a draft, and may do about it. */
export type DraftNotice = { state: 'restored'; savedAt: Date } | { state: 'discarded'; savedAt: Date; draft: Draft };

/** Writing is work, and typing comes in bursts. */
const writesApart = 400;

/** Of the forms that are on the page now. */
const keepers = new Set<DraftKeeper>();

/**
 * Keeps what is unsaved for somebody who leaves the page, and brings it back when they return.
 * Owns when a draft is written, restored and deleted, and what is said of it; does not own the edit, nor the storage.
 *
 * - What is written belongs to the place that the edit was begun for: a form that turns to another account or viewer leaves
 *   the draft behind under the first.
 * - The newest write wins, and only a change is written: two tabs do not answer each other. A form deletes the draft that it
 *   wrote or restored, and, once a save was acknowledged, any.
 */
export class DraftKeeper implements ReactiveController {
  notice: DraftNotice | undefined;

  readonly #host: DraftHost;
  #whose: { accountId: string; viewerId: string } | undefined;
  #place: DraftPlace | undefined;
  /** Whether the draft there was looked for, so that one that is written later is not taken for one that was left. */
  #isTakenUp = false;
  /** What is unsaved, as it was last written or found: the same is not written twice. */
  #payload = '';
  /** What this form put into the storage, or found there. */
  #text: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: DraftHost) {
    this.#host = host;
    host.element.addController(this);
  }

  hostConnected(): void {
    keepers.add(this);
    this.#host.element.requestUpdate();
    sweepDrafts(new Date());
    window.addEventListener('pagehide', this.flush);
    document.addEventListener('visibilitychange', this.#handleVisibility);
  }

  hostDisconnected(): void {
    this.flush();
    keepers.delete(this);
    window.removeEventListener('pagehide', this.flush);
    document.removeEventListener('visibilitychange', this.#handleVisibility);
  }

  /** Whether all that is unsaved would be there again, even if the tab were closed now. */
  get isSafe(): boolean {
    this.flush();
    return this.#place?.mode === 'local' && this.#text !== undefined && storedText(this.#place) === this.#text && !this.#host.fields.hasOtherTexts;
  }

  /**
   * Says whose work the form is to show next, before it turns to it: what is unsaved stays where it belongs. Returns whether
   * that is somebody else's. Where there was no name before, it is not.
   */
  turnTo({ accountId, viewerId }: { accountId: string; viewerId: string }): boolean {
    const before = this.#whose;
    this.#whose = { accountId, viewerId };
    const isOthers = (was: string | undefined, is: string) => Boolean(was) && was !== is;
    if (!isOthers(before?.accountId, accountId) && !isOthers(before?.viewerId, viewerId)) return false;
    this.flush();
    this.#enter(undefined);
    this.#isTakenUp = false;
    this.notice = undefined;
    return true;
  }

  /** Before each rendering: looks for a draft where there may be one, and sees to it that what changed is written. */
  update(): void {
    // One that was taken off the page still renders what was asked of it before, and by then may be no field of a form any more.
    if (!keepers.has(this)) return;
    const place = this.#currentPlace;
    if (!isSamePlace(place, this.#place)) this.#move(place);
    if (!this.#place) return;
    const isClean = isEmpty(this.#collect());
    if (this.notice && (this.notice.state === 'restored') === isClean) this.notice = undefined;
    if (isClean) this.#drop();
    else this.#timer ??= setTimeout(this.flush, writesApart);
  }

  /** Writes what is unsaved now, if it is not what was written last. */
  readonly flush = (): void => {
    this.#stopTimer();
    if (!this.#place) return;
    const draft = this.#collect();
    const payload = serialise(draft);
    if (payload === this.#payload) return;
    if (isEmpty(draft)) {
      this.#drop();
      return;
    }
    this.#payload = payload;
    this.#text = writeDraft(this.#place, payload, new Date());
  };

  /** The store acknowledged a save: no draft of it is worth anything, whoever wrote it. What was typed since then is a new one. */
  handleSaved(): void {
    this.notice = undefined;
    if (!this.#place) return;
    removeDraft(this.#place);
    this.#forget();
    this.flush();
  }

  /** The form was set back. */
  handleReset(): void {
    this.notice = undefined;
    this.#drop();
  }

  /** Sets the form back, with a way back. */
  discard(): void {
    const savedAt = this.notice?.savedAt ?? new Date();
    const draft = this.#collect();
    this.#host.reset();
    this.#tell({ state: 'discarded', savedAt, draft });
  }

  /** Takes back that the form was set back. */
  undo(): void {
    const { notice } = this;
    if (notice?.state !== 'discarded') return;
    this.#apply(notice.draft);
    this.#tell({ state: 'restored', savedAt: notice.savedAt });
  }

  /** Deletes every draft of that person about that account. What is unsaved now is not written again before it changes. */
  clear(): void {
    clearDrafts(this.#host.element);
    this.#forget();
    this.#payload = serialise(this.#collect());
    this.notice = undefined;
    this.#host.element.requestUpdate();
  }

  get #currentPlace(): DraftPlace | undefined {
    const { element: { drafts: mode, accountId, viewerId, requirements }, session } = this.#host;
    return session.isLoaded && this.#host.mayKeep() ? { mode, accountId, viewerId, requirementsVersion: requirements.version } : undefined;
  }

  #tell(notice: DraftNotice): void {
    this.notice = notice;
    this.#host.announce(notice);
    this.#host.element.requestUpdate();
  }

  #collect(): Draft {
    const { session: { edit }, fields } = this.#host;
    return { revision: edit.revision, changes: leftChanges(edit), texts: fields.texts };
  }

  #move(place: DraftPlace | undefined): void {
    // Locked, or made a field of a form: the draft stays. Told to keep it elsewhere, or nowhere: it goes.
    if (!place) this.flush();
    const from = this.#place;
    const text = this.#text;
    this.#enter(place);
    if (!place) return;
    if (from && text !== undefined) removeDraft(from, text);
    if (!this.#isTakenUp || isEmpty(this.#collect())) this.#restore(place);
    this.#isTakenUp = true;
  }

  #enter(place: DraftPlace | undefined): void {
    this.#place = place;
    this.#forget();
  }

  #forget(): void {
    this.#stopTimer();
    this.#payload = '';
    this.#text = undefined;
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #restore(place: DraftPlace): void {
    const found = readDraft(place, this.#host.element.requirements, new Date());
    // What another form on this page is working on was not left by anybody.
    if (!found || [...keepers].some((keeper) => keeper !== this && keeper.#text === found.text)) return;
    this.#text = found.text;
    if (!this.#apply(found.draft)) return;
    // As it was found: when it was written is when the person left, also where the record has moved on.
    this.#payload = serialise(this.#collect());
    this.#tell({ state: 'restored', savedAt: found.savedAt });
  }

  /** Returns whether there was anything in it that is not there anyway. */
  #apply({ changes, texts }: Draft): boolean {
    const isChanged = this.#host.session.takeUp(changes);
    this.#host.fields.restore(texts);
    return isChanged || texts.length > 0;
  }

  #drop(): void {
    if (this.#place && this.#text !== undefined) removeDraft(this.#place, this.#text);
    this.#forget();
  }

  readonly #handleVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.flush();
  };
}

function isEmpty({ changes, texts }: Draft): boolean {
  return changes.length === 0 && texts.length === 0;
}

/** A script may have set a value that is no JSON. */
function serialise(draft: Draft): string {
  try {
    return JSON.stringify(draft);
  } catch {
    return '';
  }
}
