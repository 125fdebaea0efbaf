import { MemoryAdapter, type MemoryStore } from '../../src/adapters/memory.js';
import { valueOf } from '../../src/domain/contact-info.js';
import { evaluateContactInfo, type Evaluation } from '../../src/domain/evaluate-contact-info.js';
import type { ContactInfo } from '../../src/domain/contact-info.js';
import type { User } from '../../src/domain/user.js';
import type { HistoryEntry } from '../../src/ports/persistence-adapter.js';
import { promisesSettled } from '../support/test-scheduler.js';
import { accountIds, keys, modelRequirements, seededStore, textOf, type AccountId, type Key } from './accounts.js';
import { Tab } from './tab.js';

/** What the store holds of an account, asked through an adapter that nobody else uses. */
export interface Truth {
  contactInfo: ContactInfo | null;
  values: Map<Key, string>;
  users: User[];
  /** Oldest first. */
  history: HistoryEntry[];
}

/** Two tabs and a colleague on one store, and somebody who looks at the store itself. */
export class World {
  readonly store: MemoryStore = seededStore();
  readonly gateTab = new Tab(this.store, 'gate', 'gate');
  readonly formTab = new Tab(this.store, 'form', 'form');
  readonly colleague = new MemoryAdapter({ store: this.store });
  readonly #own = new MemoryAdapter({ store: this.store });
  readonly truth: Record<AccountId, Truth>;
  /** For values that are nowhere else. */
  #count = 0;

  constructor() {
    const nothing = { contactInfo: null, values: new Map<Key, string>(), users: [], history: [] };
    this.truth = { mesa: nothing, olmo: nothing };
  }

  get tabs(): readonly [Tab, Tab] {
    return [this.gateTab, this.formTab];
  }

  newAddress(account: AccountId): string {
    this.#count += 1;
    return `n${this.#count}@${account}.example`;
  }

  async settle(): Promise<void> {
    await promisesSettled();
    for (const account of accountIds) this.truth[account] = await this.#ask(account);
    for (const tab of this.tabs) tab.look();
  }

  evaluate(account: AccountId, environment: string, contactInfo = this.truth[account].contactInfo): Evaluation {
    const activeUserIds = this.truth[account].users.filter(({ status }) => status === 'active').map(({ id }) => id);
    return evaluateContactInfo({ requirements: modelRequirements, environment: environment as 'production', contactInfo, at: new Date(), activeUserIds });
  }

  async #ask(accountId: AccountId): Promise<Truth> {
    const { signal } = new AbortController();
    const record = await this.#own.loadContactInfo({ accountId, signal });
    const { users } = await this.#own.users.listUsers({ accountId, signal, limit: 100 });
    const { entries } = await this.#own.loadHistory({ accountId, signal, limit: 1_000 });
    const values = new Map(keys.map((key) => [key, textOf(valueOf(record?.contactInfo ?? null, key))]));
    return { contactInfo: record?.contactInfo ?? null, values, users, history: entries.reverse() };
  }

  remove(): void {
    for (const tab of this.tabs) tab.remove();
  }
}
