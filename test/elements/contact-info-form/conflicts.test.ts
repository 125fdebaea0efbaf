import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MemoryAdapter, type MemoryStore } from '../../../src/adapters/memory.js';
import type { ContactInfo } from '../../../src/domain/contact-info.js';
import { lazyParts } from '../../../src/elements/contact-info-form/lazy-parts.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { accountId, altered, Colleague, completeContactInfo, storeWith, viewers } from '../../support/accounts.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { allByRole, byRole, deepActiveElement, descendants, hasRole, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { Recorder } from '../../support/recorder.js';
import { emergency, nonEmergency, showForm } from './form.fixture.js';

const internal = 'Operational contact (for Mesa)';
const theirs = {
  technicalNonEmergencyContacts: [{ email: 'theirs@example.com', name: 'Theirs' }],
  operationalContactInternal: [{ email: 'their-operations@example.com' }],
};

/** Both were changed here and elsewhere; a colleague, Diego, was first. */
async function disputed(store: MemoryStore, saved: ContactInfo = theirs): Promise<ContactInfoFormHarness> {
  const form = await (await showForm(new MemoryAdapter({ store, viewer: viewers.administrator }))).loaded();
  await form.enter(nonEmergency, 'mine@example.com');
  await form.enter(internal, 'my-operations@example.com');
  const told = form.next('contact-info-conflict');
  const diego = new MemoryAdapter({ store, viewer: viewers.editor });
  const request = { accountId, signal: new AbortController().signal };
  const record = await diego.loadContactInfo(request);
  await diego.saveContactInfo({ ...request, contactInfo: { ...record!.contactInfo, ...saved }, baseRevision: record!.revision });
  await told;
  return form;
}

async function inDispute(saved?: ContactInfo) {
  const store = storeWith(completeContactInfo);
  const form = await disputed(store, saved);
  await form.conflictsShown();
  const stored = async () => (await new Colleague(store).load())!.contactInfo;
  return { store, form, stored };
}

const conflict = (form: ContactInfoFormHarness, label: string) => byRole(form.root, 'group', label);
const said = (form: ContactInfoFormHarness) => visibleText([...form.root.querySelectorAll('[role="status"]')].at(-1)!);

describe('contact-info-form: a conflict', () => {
  it('shows what was there before, what each side made of it, and who saved theirs when', async () => {
    const { form } = await inDispute();
    const panel = conflict(form, nonEmergency);
    const sides = [...panel.querySelectorAll('dt')].map((term) => [visibleText(term), visibleText(term.parentElement!.querySelector('dd')!)]);
    expect(sides).to.deep.equal([
      ['Before', 'engineering@mesa.example'],
      ['Yours', 'engineering@mesa.example + Added: mine@example.com'],
      ['Theirs', '− Removed: engineering@mesa.example + Added: Theirs · theirs@example.com'],
    ]);
    expect(visibleText(panel)).to.match(/Last saved by Diego Ruiz ?, (now|\d+ seconds? ago)/);
    expect(panel.querySelector('time')?.dateTime).to.match(/^\d{4}-\d\d-\d\dT/);
    await expect(form.form).to.be.accessible({ ignoredRules: ['region'] });
  });

  it('is chosen one by one, each choice said, and the last one leads to its field', async () => {
    const { form, stored } = await inDispute();
    await form.press(`Keep yours for ${nonEmergency}`);
    await form.settled();
    expect(said(form)).to.equal(`Yours is kept for ${nonEmergency}. 1 choice left.`);
    expect(deepActiveElement()).to.equal(byRole(form.root, 'button', `Keep yours for ${internal}`));
    expect(await form.form.submit(), 'one is not chosen yet').to.equal(false);
    await form.press(`Take theirs for ${internal}`);
    await form.settled();
    expect(said(form)).to.equal(`Theirs is taken for ${internal}. Nothing is saved yet.`);
    expect(deepActiveElement()).to.equal(form.box(internal));
    expect((await stored()).technicalNonEmergencyContacts).to.deep.equal(theirs.technicalNonEmergencyContacts);
    const saved = form.next<CustomEvent>('contact-info-saved');
    expect(await form.form.submit()).to.equal(true);
    expect((await saved).detail.changedKeys).to.deep.equal(['technicalNonEmergencyContacts']);
    expect(await stored()).to.deep.include({
      technicalNonEmergencyContacts: [{ email: 'engineering@mesa.example' }, { email: 'mine@example.com' }], operationalContactInternal: theirs.operationalContactInternal,
    });
    expect(form.text).not.to.contain('Everything is chosen');
  });

  for (const [button, announced, expected] of [
    ['Keep all of yours', 'Yours is kept everywhere. Nothing is saved yet.', [{ email: 'engineering@mesa.example' }, { email: 'mine@example.com' }]],
    ['Take all of theirs', 'Theirs is taken everywhere. Nothing is saved yet.', theirs.technicalNonEmergencyContacts],
  ] as const) {
    it(`is chosen at once with all the others: ${button}`, async () => {
      const { form, stored } = await inDispute();
      byRole(form.root, 'button', button).focus();
      await sendKeys({ press: 'Enter' });
      await form.settled();
      expect(said(form)).to.equal(announced);
      expect(deepActiveElement()).to.equal(byRole(form.root, 'button', 'Save'));
      expect(form.form.value.technicalNonEmergencyContacts).to.deep.equal(expected);
      expect((await stored()).technicalNonEmergencyContacts, 'nothing is saved by choosing').to.deep.equal(theirs.technicalNonEmergencyContacts);
      if (button === 'Keep all of yours') expect(await form.form.submit()).to.equal(true);
      expect((await stored()).technicalNonEmergencyContacts).to.deep.equal(expected);
    });
  }

  it('can be chosen otherwise until it is saved', async () => {
    const { form } = await inDispute();
    const mine = form.form.value.technicalNonEmergencyContacts;
    await form.press('Take all of theirs');
    expect(form.text).to.contain('Everything is chosen').and.to.contain('You take theirs.');
    expect(form.form.value).to.deep.include(theirs);
    await expect(form.form).to.be.accessible({ ignoredRules: ['region'] });
    await form.press(`Change choice for ${nonEmergency}`);
    await form.settled();
    expect(form.form.value).to.deep.include({ technicalNonEmergencyContacts: mine, operationalContactInternal: theirs.operationalContactInternal });
    expect(said(form)).to.equal(`The choice for ${nonEmergency} is open again.`);
    expect(deepActiveElement()).to.equal(byRole(form.root, 'button', `Keep yours for ${nonEmergency}`));
    expect(await form.form.submit()).to.equal(false);
    await form.press(`Keep yours for ${nonEmergency}`);
    expect(await form.form.submit()).to.equal(true);
  });

  it('is told of as a change by hand, as typing is', async () => {
    const { form } = await inDispute();
    const recorder = new Recorder(form.form, 'input', 'change');
    await form.press(`Take theirs for ${nonEmergency}`);
    expect(recorder.types).to.deep.equal(['input', 'change']);
  });

  it('goes away by itself where both come to agree, and with the changes when they are discarded', async () => {
    const { form, store } = await inDispute();
    const { value } = form.form;
    await new Colleague(store).saves({ ...completeContactInfo, ...theirs, technicalNonEmergencyContacts: value.technicalNonEmergencyContacts });
    await eventually(() => !hasRole(form.root, 'button', `Keep yours for ${nonEmergency}`), 'that one is settled');
    expect(hasRole(form.root, 'button', `Keep yours for ${internal}`)).to.equal(true);
    await form.press('Discard changes');
    expect(form.text).not.to.contain('changed here and elsewhere');
    expect(form.form.isDirty).to.equal(false);
  });

  it('about a key that no field shows is shown all the same, and holds saving', async () => {
    const store = storeWith({ ...completeContactInfo, extra: ['before'] });
    const form = await (await showForm(new MemoryAdapter({ store }))).loaded();
    form.form.value = { ...form.form.value, extra: ['mine'] };
    const told = form.next('contact-info-conflict');
    await new Colleague(store).saves({ ...completeContactInfo, extra: ['theirs'] });
    await told;
    await form.conflictsShown();
    expect(visibleText(conflict(form, 'extra'))).to.contain('before').and.to.contain('mine').and.to.contain('theirs');
    expect(await form.form.submit()).to.equal(false);
    expect((await new Colleague(store).load())!.contactInfo.extra).to.deep.equal(['theirs']);
    await form.press('Keep yours for extra');
    await form.settled();
    expect(deepActiveElement()).to.equal(byRole(form.root, 'button', 'Save'));
    expect(await form.form.submit()).to.equal(true);
    expect((await new Colleague(store).load())!.contactInfo.extra).to.deep.equal(['mine']);
  });

  it('is said, and holds saving, also where the panel cannot be loaded, until it can', async () => {
    const { conflicts } = lazyParts;
    lazyParts.conflicts = () => Promise.reject(new Error('offline'));
    try {
      const store = storeWith(completeContactInfo);
      const form = await disputed(store);
      await eventually(() => form.text.includes('This part could not be loaded. Nothing was changed or overwritten.'), 'the failure is said');
      expect(form.text).to.contain('The same fields were changed here and elsewhere');
      expect(await form.form.submit()).to.equal(false);
      expect((await new Colleague(store).load())!.contactInfo).to.deep.include(theirs);
      lazyParts.conflicts = conflicts;
      await form.press('Try again');
      await form.conflictsShown();
      expect(hasRole(form.root, 'button', 'Try again')).to.equal(false);
    } finally {
      lazyParts.conflicts = conflicts;
    }
  });

  it('keeps the focus on the panel that a refused save led to, while its choices are loaded', async () => {
    const store = storeWith(completeContactInfo);
    const form = await disputed(store);
    expect(await form.form.submit()).to.equal(false);
    await form.conflictsShown();
    await form.settled();
    expect(deepActiveElement()).to.equal(byRole(form.root, 'group', 'The same fields were changed here and elsewhere'));
  });

  it('has room in 320 pixels, and reads from the right where the page does', async () => {
    const { form } = await inDispute();
    const frame = form.form.parentElement!;
    frame.dir = 'rtl';
    frame.style.inlineSize = '288px';
    await form.settled();
    const { left, right } = form.form.getBoundingClientRect();
    const panel = conflict(form, 'The same fields were changed here and elsewhere');
    for (const element of descendants(panel)) {
      const box = element.getBoundingClientRect();
      expect(box.left >= left - 1 && box.right <= right + 1, `${element.localName} ${element.textContent}`).to.equal(true);
    }
    for (const button of allByRole(panel, 'button')) expect(Math.min(button.offsetWidth, button.offsetHeight)).to.be.at.least(24);
    const [before, mine] = conflict(form, nonEmergency).querySelectorAll('dt');
    expect(mine.getBoundingClientRect().top, 'one below the other').to.be.greaterThan(before.getBoundingClientRect().bottom);
  });
});

describe('contact-info-form: what a save is said to have changed', () => {
  it('is what it changed against what was stored by then', async () => {
    const store = storeWith(completeContactInfo);
    const working = new MemoryAdapter({ store });
    const form = await (await showForm(altered(working, { watch: undefined }))).loaded();
    await form.enter(nonEmergency, 'same@example.com');
    await form.enter(emergency, 'mine@example.com');
    // Somebody made one of the two changes already, and another one elsewhere.
    await new Colleague(store).saves({
      ...completeContactInfo, technicalNonEmergencyContacts: form.form.value.technicalNonEmergencyContacts, operationalContactPublic: [{ email: 'theirs@example.com' }],
    });
    const recorder = new Recorder(form.form, 'contact-info-submit', 'contact-info-saved');
    expect(await form.form.submit()).to.equal(true);
    const [asked, saved] = recorder.events;
    expect([...asked.detail.changedKeys].sort()).to.deep.equal(['technicalEmergencyContacts', 'technicalNonEmergencyContacts']);
    expect(saved.detail.changedKeys).to.deep.equal(['technicalEmergencyContacts']);
    expect((await working.loadHistory({ accountId, signal: new AbortController().signal })).entries[0].changedKeys).to.deep.equal(saved.detail.changedKeys);
  });

  it('is nothing of a save that failed', async () => {
    const working = new MemoryAdapter({ store: storeWith(completeContactInfo) });
    const form = await (await showForm(altered(working, { saveContactInfo: () => Promise.reject(new PersistenceError('unavailable', 'Down.')) }))).loaded();
    const recorder = new Recorder(form.form, 'contact-info-saved');
    await form.enter(nonEmergency, 'mine@example.com');
    expect(await form.form.submit()).to.equal(false);
    expect(recorder.events).to.deep.equal([]);
  });
});
