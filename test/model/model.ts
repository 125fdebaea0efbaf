import { keys, type Key } from './accounts.js';
import type { Tab } from './tab.js';
import type { World } from './world.js';

/*
 * What has to be seen, said without any of the code that is tested: by field, what the person made of it where they made
 * something, else what is stored. A field that both sides changed, differently, waits for a choice.
 */

/** The gate of the first tab. It is open once what it asks about was complete, and stays so until it is asked anew. */
export interface GateModel {
  isOpen: boolean;
  /** What it is open, or closed, for: account and environment. */
  question: string;
  /** Questions that became complete after they were not. */
  completed: Set<string>;
  /** Asked to look again: the next look may close it. */
  isAsked: boolean;
  /** Whether it was seen to hold the portal for that question. */
  wasIncomplete: boolean;
}

export class Model {
  readonly gate: GateModel = { isOpen: false, question: 'mesa production', completed: new Set(), isAsked: true, wasIncomplete: false };
  /** How many commands did something. */
  executed = 0;

  constructor(readonly world: World) {}

  /** The store changed, or the tab read it again: everything that is not lagging sees it now. */
  follow(): void {
    for (const tab of this.world.tabs) {
      if (!tab.model.isConnected) continue;
      takeAcknowledgements(tab, this.world);
      if (tab.model.isLagging) this.#noteUnsure(tab);
      else this.#sync(tab);
    }
    this.#followGate();
  }

  /** A lagging tab has read again. Where others changed a field meanwhile, more than once perhaps, it says what it saw. */
  catchUp(tab: Tab): void {
    const { model } = tab;
    model.isLagging = false;
    const conflicts = tab.page?.conflicts();
    const { values, history } = this.world.truth[model.account];
    for (const key of keys) {
      const mine = model.mine.get(key);
      const wasStored = history.some(({ after }) => textIn(after, key) === mine);
      if (mine !== undefined && wasStored && tab.page && tab.shown(key) !== mine) model.mine.delete(key);
      if (!model.unsure.has(key) && !wasStored) continue;
      model.base.set(key, values.get(key)!);
      const conflict = conflicts?.get(key);
      if (conflict) model.conflicts.set(key, conflict.before);
      else model.conflicts.delete(key);
      if (model.mine.get(key) === values.get(key)) model.mine.delete(key);
    }
    model.unsure.clear();
  }

  /** The tab turned to something else: what was typed is put away. */
  forget(tab: Tab): void {
    const { mine, halves, base, conflicts, unsure } = tab.model;
    for (const one of [mine, halves, base, conflicts, unsure]) one.clear();
  }

  #noteUnsure(tab: Tab): void {
    const { model } = tab;
    const { values } = this.world.truth[model.account];
    for (const key of keys) if (values.get(key) !== model.base.get(key)) model.unsure.add(key);
  }

  #sync(tab: Tab): void {
    const { mine, base, conflicts, account } = tab.model;
    for (const [key, theirs] of this.world.truth[account].values) {
      const own = mine.get(key);
      if (own === theirs) {
        mine.delete(key);
        conflicts.delete(key);
      } else if (own !== undefined && base.has(key) && base.get(key) !== theirs) {
        const before = conflicts.get(key) ?? base.get(key)!;
        // Where they took their change back, what is left is the person's alone.
        if (theirs === before) conflicts.delete(key);
        else conflicts.set(key, before);
      }
      base.set(key, theirs);
    }
  }

  #followGate(): void {
    const { gate, world } = this;
    const tab = world.gateTab;
    const { account, environment, isLagging, isConnected } = tab.model;
    if (!isConnected) return;
    const question = `${account} ${environment}`;
    const isSame = gate.question === question;
    gate.question = question;
    const mayClose = !isSame || gate.isAsked || !gate.isOpen;
    gate.isAsked = false;
    // What a gate can know that reads nothing, or something old, it says itself; the invariants hold it against the store.
    const isComplete = isLagging ? tab.gate!.status === 'complete' : world.evaluate(account, environment).complete;
    if (mayClose) gate.isOpen = isComplete;
    if (gate.isOpen && isSame && gate.wasIncomplete) gate.completed.add(question);
    gate.wasIncomplete = tab.gate!.status === 'incomplete';
    if (gate.isOpen) this.forget(tab);
  }
}

function takeAcknowledgements(tab: Tab, world: World): void {
  const { model } = tab;
  for (const { account, detail } of tab.saved.splice(0)) {
    if (account !== model.account) continue;
    const entry = world.truth[account].history.find(({ revision }) => revision === detail.revision);
    for (const key of keys) {
      const stored = textIn(entry?.after, key);
      if (model.mine.get(key) === stored) model.mine.delete(key);
      model.base.set(key, stored);
      model.conflicts.delete(key);
    }
  }
}

export function textIn(contactInfo: Record<string, unknown> | undefined, key: Key): string {
  const value = contactInfo?.[key];
  return Array.isArray(value) ? value.map((item: unknown) => (typeof item === 'string' ? item : (item as { email: string }).email)).join(' ') : '';
}

