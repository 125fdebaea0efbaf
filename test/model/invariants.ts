import { expect } from 'chai';
import { stateWords } from './words.js';
import { accountIds, keys, type Key } from './accounts.js';
import { assertAcknowledged, assertNothingLost } from './lost-updates.js';
import { textIn, type Model } from './model.js';
import type { Tab } from './tab.js';

/** Everything that holds once nothing is under way any more. To be asked before the model takes notice of what was acknowledged. */
export function assertStore({ world }: Model): void {
  for (const tab of world.tabs) assertAcknowledged(world, tab);
  for (const account of accountIds) assertNothingLost(world, account);
}

/** The same, of what is shown. To be asked once the model has followed. */
export function assertPages(model: Model): void {
  for (const tab of model.world.tabs) {
    if (!tab.model.isConnected) continue;
    assertAccountsApart(tab);
    assertForm(model, tab);
  }
  assertGate(model);
}

/** Addresses and users carry the name of their account. */
function assertAccountsApart(tab: Tab): void {
  const { page } = tab;
  if (!page) return;
  const [other] = accountIds.filter((account) => account !== tab.model.account);
  expect(page.text, `${tab.name} shows nothing of ${other}`).not.to.contain(`@${other}.example`);
  expect(JSON.stringify(page.form.value), `${tab.name} holds nothing of ${other}`).not.to.match(new RegExp(`${other}`));
  for (const key of keys) expect(page.box(key)?.value ?? '', `no box of ${tab.name} has a text of ${other}`).not.to.contain(other);
}

function assertForm(model: Model, tab: Tab): void {
  const { page, name } = tab;
  const { account, isLagging, mine, conflicts } = tab.model;
  const isExpected = !tab.gate || !model.gate.isOpen;
  if (!isLagging) expect(page !== undefined, `there is a form in ${name}`).to.equal(isExpected);
  if (!page) return;
  if (!page.isLoaded) {
    expect(isLagging, `${name} has loaded`).to.equal(true);
    // Either the answer is still on its way, or it is said what is wrong.
    if (!page.isLoading) expect(page.failureText, `${name} says why there is no form`).to.match(/\w.*\./);
    else expect(tab.scheduler.waiting.length, `${name} waits for something`).to.be.greaterThan(0);
    return;
  }
  for (const key of keys) assertField(model, tab, key);
  if (!isLagging) expect([...page.conflicts().keys()].sort(), `what ${name} asks to choose between`).to.deep.equal([...conflicts.keys()].sort());
  if (!isLagging) expect(page.form.isDirty, `${name} has unsaved changes: ${[...mine.keys(), ...tab.model.halves.keys()].join()}`).to.equal(mine.size > 0 || tab.model.halves.size > 0);
  assertWords(model, tab);
  const evaluation = model.world.evaluate(account, tab.model.environment, page.form.value);
  if (!isLagging && tab.model.halves.size === 0) expect(page.form.evaluation.fields, `what ${name} says is complete`).to.deep.equal(evaluation.fields);
}

function assertField(model: Model, tab: Tab, key: Key): void {
  const { name } = tab;
  const { account, isLagging, mine, halves } = tab.model;
  const { values, history } = model.world.truth[account];
  const shown = tab.shown(key);
  const everStored = ['', 'seed@mesa.example', ...history.map(({ after }) => textIn(after, key))];
  const own = mine.get(key);
  if (own !== undefined && !(isLagging && everStored.includes(own))) expect(shown, `${name} shows what was typed for ${key}`).to.equal(own);
  else if (isLagging) expect([own, ...everStored], `${name} shows for ${key} something that was stored`).to.include(shown);
  else expect(shown, `${name} shows what is stored for ${key}`).to.equal(values.get(key));
  const entries = tab.page!.entries(key);
  if (entries !== undefined) expect(entries, `the entries of ${key} in ${name}`).to.equal(shown);
  const box = tab.page!.box(key);
  if (box && key !== 'alertContacts') expect(box.value, `the box of ${key} in ${name}`).to.equal(halves.get(key) ?? '');
}

/** What is said of saving is so. */
function assertWords(model: Model, tab: Tab): void {
  const page = tab.page!;
  const { account, isLagging } = tab.model;
  const { stateText } = page;
  expect(stateWords, `a state of ${tab.name}`).to.include(stateText);
  if (stateText === 'Saving…') expect(tab.scheduler.waiting.length, `${tab.name} waits for the store`).to.be.greaterThan(0);
  if (page.form.isDirty) expect(stateText, `${tab.name} says that something is not saved`).to.match(/^(Saving…|There are unsaved changes\.)$/);
  if (stateText.startsWith('Saved.') && !isLagging) {
    expect(keys.map((key) => tab.shown(key)), `what ${tab.name} calls saved is stored`).to.deep.equal(keys.map((key) => model.world.truth[account].values.get(key)));
  }
  if (page.failureText) expect(page.failureText, `${tab.name} words what went wrong`).to.match(/^[A-Z].*\.$/).and.not.match(/ECONN|fetch|undefined|\[object|script/);
}

function assertGate({ gate, world }: Model): void {
  const tab = world.gateTab;
  const element = tab.gate!;
  if (!tab.model.isConnected) return;
  const dialog = element.shadowRoot!.querySelector('dialog')!;
  const isInert = element.shadowRoot!.querySelector('.portal')!.hasAttribute('inert');
  const { status } = element;
  if (!tab.model.isLagging) expect(status, `the gate, for ${gate.question}`).to.equal(gate.isOpen ? 'complete' : 'incomplete');
  if (gate.isOpen) expect(status, 'the gate is not closed over a portal in use').to.equal('complete');
  expect(isInert, `the portal while ${status}`).to.equal(status !== 'complete');
  expect(dialog.matches(':modal'), `the modal while ${status}`).to.equal(status === 'incomplete' || status === 'unavailable');
  if (status === 'checking') expect(tab.scheduler.waiting.length, 'the gate waits for the store').to.be.greaterThan(0);
  if (status === 'unavailable') expect(dialog.textContent, 'the gate says what is wrong').to.match(/could not be checked/);
  assertCompletions(tab, gate.completed);
}

/** Told once for each question, and only after it was told that something was missing. */
function assertCompletions(tab: Tab, completed: ReadonlySet<string>): void {
  const events = tab.recorder.events.filter(({ type }) => type === 'onboarding-status' || type === 'onboarding-completed');
  events.forEach(({ type }, index) => {
    if (type !== 'onboarding-completed') return;
    const before = events[index - 1] as CustomEvent<{ status: string; previous: string }> | undefined;
    expect([before?.detail.previous, before?.detail.status], 'what was told before completion').to.deep.equal(['incomplete', 'complete']);
  });
  expect(tab.recorder.of('onboarding-completed').length, `completions told: ${[...completed].join(', ')}`).to.equal(completed.size);
}
