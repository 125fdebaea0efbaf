import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { altered, Colleague, completeContactInfo, partialContactInfo, scenarioAdapter, storeWith } from '../../support/accounts.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { byRole, deepActiveElement, hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { Recorder } from '../../support/recorder.js';
import { nonEmergency, showForm } from './form.fixture.js';

const internal = 'Operational contact (for Mesa)';
const day = (form: ContactInfoFormHarness, name: string) => byRole<HTMLInputElement>(byRole(form.root, 'group', name), 'textbox');

async function type(box: HTMLInputElement, text: string): Promise<void> {
  box.focus();
  box.select();
  await sendKeys({ type: text });
}

describe('contact-info-form: what was written and is no value yet', () => {
  const show = async () => {
    const store = storeWith(completeContactInfo);
    return { store, form: await (await showForm(new MemoryAdapter({ store }))).loaded() };
  };

  it('keeps the address in the box when a list is pasted', async () => {
    const { form } = await show();
    form.box(nonEmergency).focus();
    await sendKeys({ type: 'first@example.com' });
    await form.paste(nonEmergency, 'second@example.com, third@example.com');
    expect(form.form.value.technicalNonEmergencyContacts).to.deep.equal(
      ['engineering@mesa.example', 'first@example.com', 'second@example.com', 'third@example.com'].map((email) => ({ email })));
  });

  it('does not save over hours that were refused: it names the day', async () => {
    const { store, form } = await show();
    await type(day(form, 'Tuesday'), '9 to whenever');
    await sendKeys({ press: 'Tab' });
    await form.settled();
    expect([form.form.isDirty, form.form.evaluation.fields.operationalSupport, form.form.evaluation.complete]).to.deep.equal([true, 'invalid', false]);
    expect(form.text).to.contain('There are unsaved changes.');
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary).to.have.length(1);
    expect(form.summary[0]).to.match(/^Operational Support: Tuesday: .*whenever.* is not understood/);
    expect((await new Colleague(store).load())?.revision).to.equal('seed');
    await type(day(form, 'Tuesday'), '10-11');
    await sendKeys({ press: 'Tab' });
    expect(await form.form.submit()).to.equal(true);
  });

  it('takes hours that are still being typed', async () => {
    const { store, form } = await show();
    await type(day(form, 'Tuesday'), '10-11');
    expect(await form.form.submit()).to.equal(true);
    const saved = (await new Colleague(store).load())!.contactInfo as typeof completeContactInfo & { operationalSupport: { schedules: { weekly: Record<string, unknown> }[] } };
    expect(saved.operationalSupport.schedules[0].weekly.tu).to.deep.equal([{ open: '10:00', close: '11:00' }]);
  });

  it('does not save while an exception was begun and not added', async () => {
    const { form } = await show();
    await form.press('Add exception');
    await eventually(() => hasRole(form.root, 'textbox', 'Occasion'), 'the exception can be written');
    await type(byRole<HTMLInputElement>(form.root, 'textbox', 'Occasion'), 'Christmas');
    await form.settled();
    expect(form.form.isDirty).to.equal(true);
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary[0]).to.contain('An exception was begun and not added');
    await form.press('Cancel');
    await form.settled();
    expect(form.form.isDirty).to.equal(false);
  });

  it('is not in the way where the field is not asked for', async () => {
    const { form } = await show();
    await form.enter('Operational contact for merchant issues', 'nobody');
    await form.enter(nonEmergency, 'new@example.com');
    form.form.integrationType = 'redirect';
    await form.form.updateComplete;
    expect(await form.form.submit()).to.equal(true);
  });
});

describe('contact-info-form: events and data', () => {
  it('tells of an edit of the hours once', async () => {
    const form = await (await showForm(scenarioAdapter('complete'))).loaded();
    const recorder = new Recorder(form.form, 'input', 'change');
    await type(day(form, 'Tuesday'), '10-11');
    await sendKeys({ press: 'Tab' });
    await form.settled();
    expect(recorder.types).to.deep.equal(['input', 'change']);
  });

  it('repeats Save and finish later when that failed', async () => {
    let isDown = true;
    const working = new MemoryAdapter({ store: storeWith(partialContactInfo) });
    const form = await (await showForm(altered(working, {
      saveContactInfo: (request) => (isDown ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : working.saveContactInfo(request)),
    }), { onboarding: true })).loaded();
    await form.enter(internal, 'mine@example.com');
    expect(await form.form.submitForLater()).to.equal(false);
    await form.settled();
    isDown = false;
    const saved = form.next('contact-info-saved');
    await form.press('Try again');
    await saved;
    expect(form.summary).to.deep.equal([]);
  });

  it('puts a value that a script set over the record, and saves it when asked to', async () => {
    const store = storeWith(partialContactInfo);
    const prefilled = { technicalNonEmergencyContacts: [{ email: 'prefilled@example.com' }] };
    const form = await (await showForm(new MemoryAdapter({ store }), { value: prefilled })).loaded();
    expect(form.form.value).to.deep.equal({ ...partialContactInfo, ...prefilled });
    expect(form.form.isDirty).to.equal(true);
    expect(await form.form.submitForLater()).to.equal(true);
    expect((await new Colleague(store).load())?.contactInfo).to.deep.equal({ ...partialContactInfo, ...prefilled });
  });

  it('asks who a user is that a script named, and says of nobody that they are gone before it knows', async () => {
    const form = await (await showForm(new MemoryAdapter({ store: storeWith({ ...completeContactInfo, alertContacts: [] }) }))).loaded();
    form.form.value = completeContactInfo;
    await form.form.updateComplete;
    expect(form.text).not.to.contain('no longer a user of this account');
    expect(await form.form.submit()).to.equal(true);
    expect(form.removable).to.include('Laura Méndez');
    form.form.value = { ...completeContactInfo, alertContacts: ['nobody'] };
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary[0]).to.contain('no longer a user of this account');
  });

  it('says the same thing again when it happens again', async () => {
    const form = await (await showForm(new MemoryAdapter({ store: storeWith(partialContactInfo) }))).loaded();
    const region = [...form.root.querySelectorAll('[role="status"]')].at(-1)!;
    let changes = 0;
    const observer = new MutationObserver(() => (changes += 1));
    observer.observe(region, { childList: true, subtree: true, characterData: true });
    for (const address of ['one@example.com', 'two@example.com', 'three@example.com']) {
      await form.enter(nonEmergency, address);
      await form.settled();
    }
    observer.disconnect();
    expect(changes).to.equal(3);
    expect(region.textContent).to.contain('Added 1 address.');
  });
});

describe('contact-info-form: the focus, where two people change the same', () => {
  it('stays where the person types until they save, and goes on from each choice', async () => {
    const store = storeWith(completeContactInfo);
    const form = await (await showForm(new MemoryAdapter({ store }))).loaded();
    await form.enter(nonEmergency, 'mine@example.com');
    form.box(internal).focus();
    const told = form.next('contact-info-conflict');
    await new Colleague(store).saves({ ...completeContactInfo, technicalNonEmergencyContacts: [{ email: 'theirs@example.com', phone: '+34600000000' }] });
    await told;
    await form.conflictsShown();
    expect(deepActiveElement()).to.equal(form.box(internal));
    expect(form.text).to.contain('theirs@example.com · +34600000000');
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(deepActiveElement()?.id).to.equal('conflicts');
    await form.press(`Keep yours for ${nonEmergency}`);
    await form.settled();
    expect(deepActiveElement()).to.equal(form.box(nonEmergency));
  });
});
