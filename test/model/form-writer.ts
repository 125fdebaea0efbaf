import '../../src/define/contact-info-form.js';
import type { PersistenceAdapter } from '../../src/ports/persistence-adapter.js';
import { modelRequirements, type Key } from './accounts.js';
import { FormPage } from './tab-page.js';
import type { Writer } from './writers.js';

/** At a real form, by what it shows. */
export class FormWriter implements Writer {
  readonly #form = document.createElement('contact-info-form');
  readonly #page = new FormPage(this.#form);

  constructor(readonly name: string, adapter: PersistenceAdapter) {
    Object.assign(this.#form, { accountId: 'mesa', requirements: modelRequirements, adapter });
    document.body.append(this.#form);
  }

  isReady(): boolean {
    return this.#form.shadowRoot !== null && this.#page.isLoaded;
  }

  write(key: Key, address: string): void {
    this.#page.write(key, `${address},`);
  }

  shown(key: Key): string {
    return this.#page.entries(key)!;
  }

  theirs(): Map<Key, string> {
    return new Map([...this.#page.conflicts()].map(([key, { theirs }]) => [key, theirs]));
  }

  choose(key: Key, choice: 'mine' | 'theirs'): void {
    const conflict = this.#page.conflictGroups()[[...this.#page.conflicts().keys()].indexOf(key)];
    conflict.querySelectorAll('button')[choice === 'mine' ? 0 : 1].click();
  }

  save(): Promise<boolean> {
    return this.#form.submitForLater();
  }

  remove(): void {
    this.#form.remove();
  }
}
