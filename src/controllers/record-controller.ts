import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ContactInfoRecord } from '../domain/contact-info.js';
import { referencedUserIds } from '../domain/evaluate-contact-info.js';
import { findMalformed } from '../domain/field-value.js';
import type { RequirementSet } from '../domain/requirements.js';
import type { User } from '../domain/user.js';
import type { PersistenceAdapter } from '../ports/persistence-adapter.js';
import { PersistenceError } from '../ports/persistence-error.js';
import { followChanges } from './follow-changes.js';
import { OperationController } from './operation-controller.js';

/** What an account's record is read through; `undefined` while something of it is not known yet. */
export interface RecordSource {
  store: PersistenceAdapter;
  accountId: string;
  requirements: RequirementSet;
}

/** One reading of the store: the record, and those users that it names. */
export interface Reading {
  record: ContactInfoRecord | null;
  /** `null` where the adapter has no directory. */
  users: User[] | null;
  /** Why the directory could not be asked who they are, where the reader does without: `users` is empty then. */
  directoryFailure?: unknown;
}

export interface RecordEvents {
  handleRead(reading: Reading): void;
  handleFailure(error: unknown): void;
  /** The record is also given to a reader that does without the directory; to another one, such a reading has failed. */
  doesWithoutDirectory?: boolean;
}

type RecordHost = ReactiveControllerHost & { readonly isConnected: boolean };

/** A store that has not answered by then is said to be unavailable. It may still answer: then that is what counts. */
const patience = 15_000;

/**
 * Keeps an element's reading of an account up to date: reads when the source changes, and whenever something may have
 * changed (`followChanges`). Owns when to read; does not own what the element makes of it, nor saving.
 *
 * - One reading at a time. What may have changed meanwhile is read afterwards, once: however often a store says that
 *   something changed, readings come to an end.
 * - A reading of a source that is not the element's any more is nobody's: it is dropped, also where the element has another
 *   source already and has not updated yet.
 */
export class RecordController implements ReactiveController {
  readonly #host: RecordHost;
  readonly #source: () => RecordSource | undefined;
  readonly #events: RecordEvents;
  readonly #reading: OperationController;
  #followed: RecordSource | undefined;
  #stopFollowing: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #queued: Promise<void> | undefined;

  constructor(host: RecordHost, source: () => RecordSource | undefined, events: RecordEvents) {
    this.#host = host;
    this.#source = source;
    this.#events = events;
    this.#reading = new OperationController(host);
    host.addController(this);
  }

  get isReading(): boolean {
    return this.#reading.isRunning;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  hostUpdate(): void {
    // An element may have left the page before its first update.
    const source = this.#host.isConnected ? this.#source() : undefined;
    if (isSameSource(this.#followed, source)) return;
    this.#follow(source);
    if (source) void this.read();
  }

  /** Resolves once the store was read after this call. */
  read(): Promise<void> {
    if (!this.#running) return this.#start();
    if (!this.#queued) {
      // Where that reading was given up meanwhile, another one has begun already.
      const queued: Promise<void> = this.#running.then(() => (this.#queued === queued ? this.#start() : this.#running));
      this.#queued = queued;
    }
    return this.#queued;
  }

  /** The same, giving up a reading under way: it cannot know what happened since it began, or does not come to an end. */
  readAfresh(): Promise<void> {
    this.#stopReading();
    return this.#start();
  }

  #start(): Promise<void> {
    const source = this.#followed;
    if (!source) return Promise.resolve();
    this.#queued = undefined;
    // A moment later, so that a store that announces a change while it is asked finds a reading under way.
    const running: Promise<void> = Promise.resolve()
      .then(() => (this.#running === running ? this.#read(source) : undefined))
      .finally(() => {
        if (this.#running === running) this.#running = undefined;
      });
    this.#running = running;
    return running;
  }

  async #read(source: RecordSource): Promise<void> {
    const timer = setTimeout(() => this.#events.handleFailure(new PersistenceError('unavailable', 'The store has not answered yet.')), patience);
    const outcome = await this.#reading.run((signal) => {
      signal.addEventListener('abort', () => clearTimeout(timer));
      return readAccount(source, signal, this.#events.doesWithoutDirectory);
    });
    clearTimeout(timer);
    if (outcome.status === 'superseded' || !isSameSource(source, this.#source())) return;
    if (outcome.status === 'done') this.#events.handleRead(outcome.value);
    else this.#events.handleFailure(outcome.error);
  }

  #stopReading(): void {
    this.#reading.cancel();
    this.#running = undefined;
    this.#queued = undefined;
  }

  #follow(source: RecordSource | undefined): void {
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
    this.#stopReading();
    this.#followed = source;
    if (source) this.#stopFollowing = followChanges(source.store, source.accountId, () => void this.read());
  }
}

function isSameSource(a: RecordSource | undefined, b: RecordSource | undefined): boolean {
  return a?.store === b?.store && a?.accountId === b?.accountId && a?.requirements === b?.requirements;
}

async function readAccount({ store, accountId, requirements }: RecordSource, signal: AbortSignal, doesWithoutDirectory = false): Promise<Reading> {
  const record = await store.loadContactInfo({ accountId, signal });
  assertWellFormed(record, requirements);
  const ids = referencedUserIds(record?.contactInfo ?? null, requirements);
  if (!store.users) return { record, users: null };
  try {
    return { record, users: ids.length > 0 ? await store.users.getUsers({ accountId, signal, ids }) : [] };
  } catch (error) {
    if (signal.aborted || !doesWithoutDirectory) throw error;
    return { record, users: [], directoryFailure: error };
  }
}

/** A value of another kind than its field's is corrupt: the record is not used, and so never saved over. */
export function assertWellFormed(record: ContactInfoRecord | null, requirements: RequirementSet): void {
  const issues = record ? findMalformed(record.contactInfo, requirements) : [];
  if (issues.length > 0) throw new PersistenceError('corrupt', 'The stored contact information does not parse.', { issues });
}
