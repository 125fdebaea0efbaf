import { MemoryAdapter, type MemoryStore } from '../../src/adapters/memory.js';
import { valueOf } from '../../src/domain/contact-info.js';
import type { ContactInfoSavedDetail } from '../../src/elements/contact-info-form/contact-info-form.events.js';
import type { ContactInfoForm } from '../../src/elements/contact-info-form/contact-info-form.js';
import type { OnboardingGate } from '../../src/elements/onboarding-gate/onboarding-gate.js';
import { FaultyAdapter } from '../support/faulty-adapter.js';
import { Recorder } from '../support/recorder.js';
import { TestScheduler } from '../support/test-scheduler.js';
import { keys, modelRequirements, textOf, type AccountId, type Key } from './accounts.js';
import { FormPage } from './tab-page.js';

/** What the model says of one tab. */
export interface TabModel {
  account: AccountId;
  environment: string;
  isConnected: boolean;
  /** What the person made of a field and has not saved, as `textOf`. */
  mine: Map<Key, string>;
  /** What stands in a box and is no address. */
  halves: Map<Key, string>;
  /** What the tab knows to be stored, as `textOf`. */
  base: Map<Key, string>;
  /** Fields of which both sides have made something else, with what both began with. */
  conflicts: Map<Key, string>;
  /** Something went wrong since the tab last read: what it knows may be old. */
  isLagging: boolean;
  /** Fields that others changed while it was lagging: whether the tab saw each step is not known. */
  unsure: Set<Key>;
}

export interface SavedEvent {
  tab: Tab;
  account: AccountId;
  detail: ContactInfoSavedDetail;
}

/**
 * One tab of a browser: a form, alone or in a gate around a portal, with a line of its own to the store that all share.
 * Keeps what was ever shown and typed in it, so that the store's history can be held against it.
 */
export class Tab {
  readonly scheduler = new TestScheduler();
  readonly place = document.createElement('div');
  readonly element: ContactInfoForm | OnboardingGate;
  readonly recorder: Recorder;
  readonly saved: SavedEvent[] = [];
  readonly model: TabModel = {
    account: 'mesa', environment: 'production', isConnected: true, mine: new Map(), halves: new Map(), base: new Map(), conflicts: new Map(), isLagging: false, unsure: new Set(),
  };
  readonly seen = { mesa: emptySets(), olmo: emptySets() };
  readonly typed = { mesa: emptySets(), olmo: emptySets() };
  /** Revisions that the store made for this tab. */
  readonly adapters: FaultyAdapter[] = [];
  readonly #store: MemoryStore;

  constructor(store: MemoryStore, readonly name: string, kind: 'form' | 'gate') {
    this.#store = store;
    this.element = document.createElement(kind === 'gate' ? 'onboarding-gate' : 'contact-info-form');
    this.recorder = new Recorder(this.place, 'onboarding-status', 'onboarding-completed', 'onboarding-error', 'contact-info-error', 'contact-info-conflict');
    this.place.addEventListener('contact-info-saved', (event) => {
      this.saved.push({ tab: this, account: (event.target as ContactInfoForm).accountId as AccountId, detail: (event as CustomEvent<ContactInfoSavedDetail>).detail });
    });
    Object.assign(this.element, { accountId: 'mesa', requirements: modelRequirements, adapter: this.newAdapter(), drafts: 'off' });
    if (kind === 'gate') this.element.innerHTML = '<main><button>Act</button></main>';
    this.place.append(this.element);
    document.body.append(this.place);
  }

  get adapter(): FaultyAdapter {
    return this.adapters[this.adapters.length - 1];
  }

  get gate(): OnboardingGate | undefined {
    return this.element.localName === 'onboarding-gate' ? (this.element as OnboardingGate) : undefined;
  }

  /** The form, where there is one to be seen. */
  get page(): FormPage | undefined {
    const { gate } = this;
    const form = gate ? gate.shadowRoot?.querySelector('contact-info-form') : (this.element as ContactInfoForm);
    const isShown = form?.shadowRoot && (!gate || gate.shadowRoot!.querySelector('dialog')?.open);
    return isShown ? new FormPage(form) : undefined;
  }

  newAdapter(): FaultyAdapter {
    const adapter = new FaultyAdapter(new MemoryAdapter({ store: this.#store }), this.scheduler);
    this.adapters.push(adapter);
    return adapter;
  }

  isAuthorOf(revision: string): boolean {
    return this.adapters.some(({ commits }) => commits.some(({ record }) => record.revision === revision));
  }

  shown(key: Key): string {
    return textOf(valueOf(this.page?.form.value ?? null, key));
  }

  /** Remembers what can be seen now. */
  look(): void {
    const { page } = this;
    if (!page?.isLoaded) return;
    const seen = this.seen[this.model.account];
    for (const key of keys) seen[key].add(this.shown(key));
    for (const [key, { theirs }] of page.conflicts()) seen[key].add(theirs);
  }

  remove(): void {
    this.scheduler.releaseAll();
    this.place.remove();
  }
}

function emptySets(): Record<Key, Set<string>> {
  return Object.fromEntries(keys.map((key) => [key, new Set<string>()])) as Record<Key, Set<string>>;
}

