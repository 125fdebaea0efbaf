import { expect } from 'chai';
import { fieldLabels, keys, userNames, usersOf, type Key } from './accounts.js';
import { isReady, ModelCommand } from './model-command.js';
import { textIn, type Model } from './model.js';
import type { Tab } from './tab.js';
import type { World } from './world.js';

/** The person made something of a field: what it shows now is theirs, unless it is what is stored. */
function noteTyped(tab: Tab, key: Key): void {
  const { model, typed } = tab;
  const shown = tab.shown(key);
  typed[model.account][key].add(shown);
  if (shown === model.base.get(key) && !model.isLagging) {
    model.mine.delete(key);
    model.conflicts.delete(key);
  } else {
    model.mine.set(key, shown);
  }
}

const canType = (tab: Tab, key: Key) => isReady(tab) && tab.page!.box(key) !== null;

/** Types an address, and the comma that ends it. What stood half in the box goes before it, and so the address is none. */
export class Type extends ModelCommand {
  constructor(readonly tab: number, readonly key: Key) {
    super();
  }

  protected canRun({ world }: Model): boolean {
    const tab = world.tabs[this.tab];
    return canType(tab, this.key) && !tab.model.halves.has(this.key);
  }

  protected act({ world }: Model): void {
    const tab = world.tabs[this.tab];
    const address = world.newAddress(tab.model.account);
    const before = tab.shown(this.key);
    tab.page!.write(this.key, `${address},`);
    expect(tab.shown(this.key), 'the address is the last of the list').to.equal(`${before} ${address}`.trim());
    noteTyped(tab, this.key);
  }

  override toString(): string {
    return `Type(${this.tab}, ${this.key})`;
  }
}

/** Types what is no address yet. */
export class TypeHalf extends ModelCommand {
  constructor(readonly tab: number, readonly key: Key) {
    super();
  }

  protected canRun({ world }: Model): boolean {
    return canType(world.tabs[this.tab], this.key);
  }

  protected act({ world }: Model): void {
    const tab = world.tabs[this.tab];
    const text = `half of ${tab.model.account}`;
    tab.page!.write(this.key, text);
    tab.model.halves.set(this.key, text);
  }

  override toString(): string {
    return `TypeHalf(${this.tab}, ${this.key})`;
  }
}

export class Clear extends ModelCommand {
  constructor(readonly tab: number, readonly key: Key) {
    super();
  }

  protected canRun({ world }: Model): boolean {
    const tab = world.tabs[this.tab];
    return canType(tab, this.key) && tab.model.halves.has(this.key);
  }

  protected act({ world }: Model): void {
    const tab = world.tabs[this.tab];
    tab.page!.write(this.key, '');
    tab.model.halves.delete(this.key);
  }

  override toString(): string {
    return `Clear(${this.tab}, ${this.key})`;
  }
}

export class Remove extends ModelCommand {
  constructor(readonly tab: number, readonly key: Key, readonly index: number) {
    super();
  }

  protected canRun({ world }: Model): boolean {
    const tab = world.tabs[this.tab];
    return canType(tab, this.key) && tab.shown(this.key) !== '';
  }

  protected act({ world }: Model): void {
    const tab = world.tabs[this.tab];
    const entries = tab.shown(this.key).split(' ');
    tab.page!.removeAt(this.key, this.index);
    expect(tab.shown(this.key), 'one is gone, and no other').to.equal(entries.filter((_, at) => at !== this.index % entries.length).join(' '));
    noteTyped(tab, this.key);
  }

  override toString(): string {
    return `Remove(${this.tab}, ${this.key}, ${this.index})`;
  }
}

/** Chooses a user from the list, or takes them out. Only active ones are offered. */
export class ToggleUser extends ModelCommand {
  constructor(readonly tab: number, readonly index: number) {
    super();
  }

  protected canRun({ world }: Model): boolean {
    return canType(world.tabs[this.tab], 'alertContacts');
  }

  protected async act({ world }: Model): Promise<void> {
    const tab = world.tabs[this.tab];
    const { account, isLagging } = tab.model;
    const { id } = usersOf(account)[this.index];
    const isActive = world.truth[account].users.some((user) => user.id === id && user.status === 'active');
    const before = tab.shown('alertContacts').split(' ').filter(Boolean);
    const wasOffered = await tab.page!.toggleUser(userNames.get(id)!);
    if (!isLagging) expect(wasOffered, `${id} is offered`).to.equal(isActive);
    if (!wasOffered || !tab.page?.isLoaded) return;
    const after = before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
    if (!isLagging) expect(tab.shown('alertContacts'), 'the users that are chosen').to.equal(after.join(' '));
    noteTyped(tab, 'alertContacts');
  }

  override toString(): string {
    return `ToggleUser(${this.tab}, ${this.index})`;
  }
}

export class Resolve extends ModelCommand {
  constructor(readonly tab: number, readonly key: Key, readonly choice: 'mine' | 'theirs') {
    super();
  }

  protected canRun({ world }: Model): boolean {
    const tab = world.tabs[this.tab];
    return isReady(tab) && tab.page!.conflicts().has(this.key);
  }

  protected act({ world }: Model): void {
    const tab = world.tabs[this.tab];
    const { mine, theirs } = tab.page!.conflicts().get(this.key)!;
    expect(mine, 'the own side of the choice').to.equal(tab.shown(this.key));
    if (!tab.model.isLagging) expect(theirs, 'the other side of the choice').to.equal(world.truth[tab.model.account].values.get(this.key));
    const name = this.choice === 'mine' ? `Keep yours for ${fieldLabels[this.key]}` : `Take theirs for ${fieldLabels[this.key]}`;
    tab.page!.button(name)!.click();
    tab.model.conflicts.delete(this.key);
    if (this.choice === 'theirs') {
      tab.model.mine.delete(this.key);
      expect(tab.shown(this.key), 'theirs was taken').to.equal(theirs);
    }
  }

  override toString(): string {
    return `Resolve(${this.tab}, ${this.key}, ${this.choice})`;
  }
}

/** Saves; where all is well it has to work, and where it may not be tried, nothing is written. */
export class Save extends ModelCommand {
  #expected: 'saved' | 'held' | 'unknown' = 'unknown';
  #values = new Map<Key, string>();
  #before = 0;

  constructor(readonly tab: number, readonly isPartial: boolean) {
    super();
  }

  protected canRun({ world }: Model): boolean {
    const tab = world.tabs[this.tab];
    return isReady(tab) && tab.page!.stateText !== 'Saving…';
  }

  protected act({ world }: Model): void {
    const tab = world.tabs[this.tab];
    const page = tab.page!;
    const { fields } = page.form.evaluation;
    const isHeld = tab.model.conflicts.size > 0 || tab.model.halves.size > 0
      || keys.some((key) => fields[key] === 'invalid' || (!this.isPartial && fields[key] === 'missing'));
    this.#expected = tab.model.isLagging ? 'unknown' : isHeld ? 'held' : 'saved';
    this.#values = new Map(keys.map((key) => [key, tab.shown(key)]));
    this.#before = world.truth[tab.model.account].history.length;
    if (this.isPartial && tab.gate) page.button('Save and finish later')!.click();
    else if (this.isPartial) void page.form.submitForLater();
    else page.button(tab.gate ? 'Save and continue' : 'Save')!.click();
  }

  protected override conclude(_: Model, world: World): void {
    const tab = world.tabs[this.tab];
    const { history, contactInfo } = world.truth[tab.model.account];
    if (this.#expected === 'held') expect(history.length, 'nothing was written').to.equal(this.#before);
    if (this.#expected !== 'saved') return;
    expect(history.length, 'it was written once').to.equal(this.#before + 1);
    for (const [key, text] of this.#values) expect(textIn(contactInfo!, key), `${key} as it was shown`).to.equal(text);
    expect(tab.page?.stateText ?? 'Saved.', 'it is said').to.match(/^Saved\./);
  }

  override toString(): string {
    return `Save(${this.tab}${this.isPartial ? ', for later' : ''})`;
  }
}

