import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ContactInfoRecord } from '../domain/contact-info.js';
import { referencedUserIds } from '../domain/evaluate-contact-info.js';
import { findMalformed } from '../domain/field-value.js';
import type { RequirementSet } from '../domain/requirements.js';
import type { User } from '../domain/user.js';
import type { PersistenceAdapter } from '../ports/persistence-adapter.js';
import { PersistenceError } from '../ports/persistence-error.js';
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
}

export interface RecordEvents {
  handleRead(reading: Reading): void;
  handleFailure(error: unknown): void;
}

/** Without `watch`, another machine's change is found by looking again this often. */
const pollEvery = 60_000;

/**
 * Keeps an element's reading of an account up to date: reads when the source changes, when the store says that something
 * changed, when the page comes back to the front or online, and every minute where the store cannot say.
 * Owns when to read; does not own what the element makes of it, nor saving.
 */
export class RecordController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => RecordSource | undefined;
  readonly #events: RecordEvents;
  readonly #reading: OperationController;
  #followed: RecordSource | undefined;
  #stopFollowing: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, source: () => RecordSource | undefined, events: RecordEvents) {
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
    const source = this.#source();
    const before = this.#followed;
    if (before?.store === source?.store && before?.accountId === source?.accountId && before?.requirements === source?.requirements) return;
    this.#follow(source);
    if (source) void this.read();
  }

  /** Reads now. Of several readings under way only the newest counts. */
  async read(): Promise<void> {
    const source = this.#followed;
    if (!source) return;
    const outcome = await this.#reading.run((signal) => readAccount(source, signal));
    if (outcome.status === 'done') this.#events.handleRead(outcome.value);
    if (outcome.status === 'failed') this.#events.handleFailure(outcome.error);
  }

  #follow(source: RecordSource | undefined): void {
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
    this.#reading.cancel();
    this.#followed = source;
    if (!source) return;

    const stop = new AbortController();
    const { signal } = stop;
    const read = () => void this.read();
    const readInFront = () => document.visibilityState === 'visible' && read();
    document.addEventListener('visibilitychange', readInFront, { signal });
    window.addEventListener('online', read, { signal });
    let timer: ReturnType<typeof setInterval> | undefined;
    if (source.store.watch) source.store.watch({ accountId: source.accountId, signal }, read);
    else timer = setInterval(readInFront, pollEvery);
    this.#stopFollowing = () => {
      stop.abort();
      clearInterval(timer);
    };
  }
}

async function readAccount({ store, accountId, requirements }: RecordSource, signal: AbortSignal): Promise<Reading> {
  const record = await store.loadContactInfo({ accountId, signal });
  const issues = record ? findMalformed(record.contactInfo, requirements) : [];
  if (issues.length > 0) throw new PersistenceError('corrupt', 'The stored contact information does not parse.', { issues });
  const ids = referencedUserIds(record?.contactInfo ?? null, requirements);
  const users = store.users ? (ids.length > 0 ? await store.users.getUsers({ accountId, signal, ids }) : []) : null;
  return { record, users };
}
