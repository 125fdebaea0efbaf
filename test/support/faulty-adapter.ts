import type { ContactInfoRecord } from '../../src/domain/contact-info.js';
import { abortError } from '../../src/ports/abort.js';
import type { AccountRequest, PersistenceAdapter, SaveContactInfoRequest, StoreChange, UserDirectory } from '../../src/ports/persistence-adapter.js';
import { PersistenceError, type PersistenceErrorCode, type PersistenceErrorOptions } from '../../src/ports/persistence-error.js';
import './late-code.js';
import { TestScheduler } from './test-scheduler.js';

/*
 * Everything that goes wrong between a page and a store, by name.
 *
 * - Refusals: the store is not reached, and the adapter says why.
 * - `late`: the store answered, and the answer waits for the scheduler. `late-request`: the request does, on its way there.
 * - `acknowledgement-lost`: the store did what it was asked, and nobody hears of it. `acknowledgement-torn`: what is heard
 *   does not parse. `delivered-twice`: the store was asked twice, and the second answer is the one that is heard.
 * - `stale-read`: what was stored before the last save. `torn-read`: a record of which half is missing.
 * - `offline`: nothing reaches the store, and the store's news do not come, until `heal`.
 * - `watch-…`: the store's news are lost, come twice, or wait for the scheduler.
 */
export const refusals = {
  unavailable: ['unavailable', { retryAfter: 1 }],
  unauthenticated: ['unauthenticated', {}],
  forbidden: ['forbidden', {}],
  'not-found': ['not-found', {}],
  'rate-limited': ['rate-limited', { retryAfter: 30 }],
  quota: ['quota', {}],
  unsupported: ['unsupported', {}],
  invalid: ['invalid', { issues: [{ path: ['technicalEmergencyContacts'], code: 'refused-by-the-store' }] }],
} satisfies Record<string, [PersistenceErrorCode, PersistenceErrorOptions]>;
export type Refusal = keyof typeof refusals;
export const refusalNames = Object.keys(refusals) as Refusal[];

/** Faults of one call to the store. */
export const callFaults = [
  ...refusalNames, 'refused-by-a-stranger', 'thrown', 'aborted', 'conflict-without-record', 'late', 'late-request', 'acknowledgement-lost', 'acknowledgement-torn', 'delivered-twice',
  'stale-read', 'torn-read',
] as const;
export type CallFault = (typeof callFaults)[number];

/** Faults that last until `heal`. */
export const lastingFaults = ['offline', 'watch-lost', 'watch-twice', 'watch-late'] as const;
export type LastingFault = (typeof lastingFaults)[number];

export type Operation = 'load' | 'save' | 'users';

/** A save that the store really made, whatever the page heard of it. */
export interface Commit {
  request: SaveContactInfoRequest;
  before: ContactInfoRecord | null;
  record: ContactInfoRecord;
}

/** A real adapter, reached over a bad line. */
export class FaultyAdapter implements PersistenceAdapter {
  readonly durable?: boolean;
  readonly users?: UserDirectory;
  readonly commits: Commit[] = [];
  /** How often the store was asked, by operation. */
  readonly calls: Record<Operation, number> = { load: 0, save: 0, users: 0 };
  readonly scheduler: TestScheduler;
  readonly #inner: PersistenceAdapter;
  readonly #next: Record<Operation, CallFault[]> = { load: [], save: [], users: [] };
  readonly #lasting = new Set<LastingFault>();
  /** Two records for each account: the last that was seen, and the one before. */
  readonly #seen = new Map<string, (ContactInfoRecord | null)[]>();

  constructor(inner: PersistenceAdapter, scheduler = new TestScheduler()) {
    this.#inner = inner;
    this.scheduler = scheduler;
    if (inner.durable !== undefined) this.durable = inner.durable;
    if (inner.users) this.users = this.#directory(inner.users);
  }

  /** The next call of that kind meets the fault; faults that were asked for wait for one call each. */
  next(operation: Operation, ...faults: CallFault[]): this {
    this.#next[operation].push(...faults);
    return this;
  }

  begin(...faults: LastingFault[]): this {
    for (const fault of faults) this.#lasting.add(fault);
    return this;
  }

  /** From now on nothing goes wrong; what waits for the scheduler goes on waiting. */
  heal(): void {
    this.#lasting.clear();
    for (const faults of Object.values(this.#next)) faults.length = 0;
  }

  get isFaulty(): boolean {
    return this.#lasting.size > 0 || Object.values(this.#next).some((faults) => faults.length > 0) || this.scheduler.waiting.length > 0;
  }

  async loadContactInfo(request: AccountRequest): Promise<ContactInfoRecord | null> {
    return this.#meet('load', async (fault) => {
      const record = await this.#inner.loadContactInfo(request);
      const [last, beforeThat] = this.#remember(request.accountId, record);
      if (fault === 'stale-read') return beforeThat === undefined ? last : beforeThat;
      return fault === 'torn-read' ? torn(record) : record;
    });
  }

  async saveContactInfo(request: SaveContactInfoRequest): Promise<ContactInfoRecord> {
    return this.#meet('save', async (fault) => {
      if (fault === 'conflict-without-record') throw new PersistenceError('conflict', 'Somebody was faster, and the store does not say what it has.');
      const before = await this.#inner.loadContactInfo({ accountId: request.accountId, signal: new AbortController().signal });
      const record = await this.#inner.saveContactInfo(request);
      this.#remember(request.accountId, before);
      this.#remember(request.accountId, record);
      this.commits.push({ request, before, record });
      if (fault === 'delivered-twice') return this.#inner.saveContactInfo(request);
      return fault === 'acknowledgement-torn' ? torn(record) : record;
    });
  }

  watch(request: AccountRequest, listener: (change: StoreChange) => void): void {
    this.#inner.watch?.(request, (change) => {
      const lasting = this.#lasting;
      if (lasting.has('offline') || lasting.has('watch-lost')) return;
      if (lasting.has('watch-late')) {
        void this.scheduler.wait('watch').then(() => listener(change));
        return;
      }
      listener(change);
      if (lasting.has('watch-twice')) listener(change);
    });
  }

  /** What can happen to any call: on its way there, in the answer, or instead of one. */
  async #meet<T>(operation: Operation, ask: (fault: CallFault | undefined) => Promise<T>): Promise<T> {
    this.calls[operation] += 1;
    if (this.#lasting.has('offline')) throw new TypeError('Failed to fetch');
    const fault = this.#next[operation].shift();
    if (fault && isRefusal(fault)) throw refusalOf(fault);
    if (fault === 'refused-by-a-stranger') throw new Error('ECONNRESET at 10.0.0.7 <script>');
    if (fault === 'thrown') throw undefined;
    if (fault === 'aborted') throw abortError();
    if (fault === 'late-request') await this.scheduler.wait(operation);
    const answer = await ask(fault);
    if (fault === 'late') await this.scheduler.wait(operation);
    // The line may have gone down on the way back.
    if (fault === 'acknowledgement-lost' || this.#lasting.has('offline')) throw refusalOf('unavailable');
    return answer;
  }

  #remember(accountId: string, record: ContactInfoRecord | null): (ContactInfoRecord | null)[] {
    const [last, beforeThat] = this.#seen.get(accountId) ?? [];
    const seen = last !== undefined && last?.revision === record?.revision ? [record, beforeThat] : [record, last];
    this.#seen.set(accountId, seen as (ContactInfoRecord | null)[]);
    return seen as (ContactInfoRecord | null)[];
  }

  #directory(users: UserDirectory): UserDirectory {
    return {
      listUsers: (request) => this.#meet('users', () => users.listUsers(request)),
      getUsers: (request) => this.#meet('users', () => users.getUsers(request)),
      inviteUsers: (request) => this.#meet('users', () => users.inviteUsers(request)),
      updateUser: (request) => this.#meet('users', () => users.updateUser(request)),
      removeUser: (request) => this.#meet('users', () => users.removeUser(request)),
      resendInvitation: (request) => this.#meet('users', () => users.resendInvitation(request)),
    };
  }
}

function isRefusal(fault: CallFault): fault is Refusal {
  return Object.hasOwn(refusals, fault);
}

function refusalOf(name: Refusal): PersistenceError {
  const [code, options] = refusals[name];
  return new PersistenceError(code, `Refused: ${name}.`, options);
}

/** Cut in the middle: the first list of contacts became a text, and the revision is gone. */
function torn(record: ContactInfoRecord | null): never {
  const { contactInfo } = record ?? { contactInfo: {} };
  return { contactInfo: Object.fromEntries(Object.entries(contactInfo).map(([key], index) => [key, index === 0 ? '[{"email":"on-c' : null])) } as never;
}
