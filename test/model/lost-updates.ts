import { expect } from 'chai';
import { keys, type AccountId } from './accounts.js';
import { textIn } from './model.js';
import type { Tab } from './tab.js';
import type { World } from './world.js';

/**
 * Holds the store's history against what was typed and shown: whatever a tab changed was typed there, for that account,
 * and what it replaced had been shown there. So nobody's value was overwritten by somebody who had not seen it.
 */
export function assertNothingLost(world: World, account: AccountId): void {
  for (const entry of world.truth[account].history) {
    const author = world.tabs.find((tab) => tab.isAuthorOf(entry.revision));
    if (!author) continue;
    for (const key of keys) {
      const [before, after] = [textIn(entry.before, key), textIn(entry.after, key)];
      if (before === after) continue;
      expect(author.typed[account][key], `${key} of ${account} was saved in ${author.name} as it was typed there`).to.include(after);
      expect(author.seen[account][key], `${key} of ${account} was replaced in ${author.name}, where it had been shown`).to.include(before);
    }
  }
}

/** What the store acknowledged is in its history, with that revision, and was written for that account. */
export function assertAcknowledged(world: World, tab: Tab): void {
  for (const { account, detail } of tab.saved) {
    const entry = world.truth[account].history.find(({ revision }) => revision === detail.revision);
    expect(entry, `${tab.name} said that ${account} was saved; the store has that revision`).not.to.equal(undefined);
    for (const key of detail.changedKeys) {
      expect(tab.typed[account], `${key} had been typed in ${tab.name}`).to.have.property(key);
      expect([...(tab.typed[account][key as 'alertContacts'])], `${key} was stored as it was typed`).to.include(textIn(entry!.after, key as 'alertContacts'));
    }
  }
}
