import { expect } from 'chai';
import { LitElement, nothing } from 'lit';
import { valueOf } from '../../src/domain/contact-info.js';
import { ContactInfoSession, type SaveOutcome } from '../../src/elements/contact-info-form/contact-info-session.js';
import type { HistoryEntry, PersistenceAdapter } from '../../src/ports/persistence-adapter.js';
import { modelRequirements, textOf, type Key } from './accounts.js';

/** A form without its face: an element around one session. */
class SessionElement extends LitElement {
  adapter!: PersistenceAdapter;
  readonly session = new ContactInfoSession({
    element: this,
    source: () => ({ store: this.adapter, accountId: 'mesa', requirements: modelRequirements }),
    context: () => ({ requirements: modelRequirements, environment: 'production' }),
    handleNews: () => undefined,
  });

  protected override willUpdate(): void {
    this.session.turnTo('mesa');
  }

  protected override render() {
    return nothing;
  }
}
customElements.define('test-session', SessionElement);

/** Somebody at a form who writes, saves, chooses where a choice is asked for, and never loses patience. */
export interface Writer {
  readonly name: string;
  /** Adds an address of its own to a field. */
  write(key: Key, address: string): void;
  shown(key: Key): string;
  /** What the other side has, by field, where there is something to choose. */
  theirs(): Map<Key, string>;
  choose(key: Key, choice: 'mine' | 'theirs'): void;
  save(): Promise<boolean>;
  isReady(): boolean;
  remove(): void;
}

export class SessionWriter implements Writer {
  readonly #element = document.createElement('test-session') as SessionElement;

  constructor(readonly name: string, adapter: PersistenceAdapter) {
    this.#element.adapter = adapter;
    document.body.append(this.#element);
  }

  get #session(): ContactInfoSession {
    return this.#element.session;
  }

  isReady(): boolean {
    return this.#session.isLoaded;
  }

  write(key: Key, email: string): void {
    const before = valueOf(this.#session.edit.current, key);
    this.#session.setValue(key, [...(Array.isArray(before) ? (before as unknown[]) : []), { email }]);
  }

  shown(key: Key): string {
    return textOf(valueOf(this.#session.edit.current, key));
  }

  theirs(): Map<Key, string> {
    return new Map(Object.entries(this.#session.edit.conflicts).map(([key, { theirs }]) => [key as Key, textOf(theirs)]));
  }

  choose(key: Key, choice: 'mine' | 'theirs'): void {
    this.#session.resolve([key], choice);
  }

  async save(): Promise<boolean> {
    const outcome: SaveOutcome = await this.#session.save({ isPartial: true });
    return outcome === 'saved';
  }

  remove(): void {
    this.#element.remove();
  }
}

/** What a writer typed and saw, to be held against the store's history. */
export class Diary {
  readonly seen = new Map<string, Set<string>>();
  readonly acknowledged: { key: Key; address: string }[] = [];
  readonly written: { key: Key; address: string }[] = [];

  constructor(readonly writer: Writer, readonly keys: readonly Key[]) {}

  look(): void {
    if (!this.writer.isReady()) return;
    const theirs = this.writer.theirs();
    for (const key of this.keys) {
      const seen = this.seen.get(key) ?? new Set(['']);
      this.seen.set(key, seen.add(this.writer.shown(key)));
      if (theirs.has(key)) seen.add(theirs.get(key)!);
    }
  }
}

const listIn = (contactInfo: Record<string, unknown> | undefined, key: Key) => textOf(contactInfo?.[key]);

/**
 * Whatever was acknowledged is in the history; and nobody's value was replaced by somebody who had not been shown it.
 * `entries`: oldest first. `authors`: by revision.
 */
export function assertNoLostUpdates(entries: readonly HistoryEntry[], diaries: readonly Diary[], authors: ReadonlyMap<string, Diary>): void {
  for (const { revision, before, after } of entries) {
    const author = authors.get(revision)!;
    for (const key of author.keys) {
      const [was, is] = [listIn(before, key), listIn(after, key)];
      if (was !== is) expect(author.seen.get(key), `${author.writer.name} replaced ${JSON.stringify(was)} by ${JSON.stringify(is)} having seen it`).to.include(was);
    }
  }
  for (const { writer, acknowledged } of diaries) {
    for (const { key, address } of acknowledged) {
      const found = entries.some(({ after }) => listIn(after, key).split(' ').includes(address));
      expect(found, `${address}, which ${writer.name} was told is saved, was stored`).to.equal(true);
    }
  }
}
