import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { Contact } from '../../../src/domain/contact.js';
import type { ContactInfo } from '../../../src/domain/contact-info.js';
import type { PersistenceAdapter } from '../../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { dueContactInfo } from '../../../stories/support/scenario-adapter.js';
import { altered, Colleague, completeContactInfo, deferred, storeWith, viewers } from '../../support/accounts.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { allByRole, byRole, deepActiveElement, hasRole, nameOf, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { Recorder } from '../../support/recorder.js';
import { emergency, nonEmergency, showForm } from './form.fixture.js';

const question = 'Are these contacts still right?';
const now = new Date();
const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
const onCall = 'Still right: on-call@mesa.example';
const guard = 'Still right: guard@mesa.example';
const operations = 'Still right: operations@mesa.example';

const isAsking = (form: ContactInfoFormHarness) => hasRole(form.root, 'group', question);
const panel = (form: ContactInfoFormHarness) => visibleText(byRole(form.root, 'group', question));
const asked = (form: ContactInfoFormHarness) => form.buttons(/^Still right: /);
const confirmedOn = (contactInfo: ContactInfo | undefined, key: string) => (contactInfo?.[key] as Contact[]).map((contact) => contact.confirmedOn);
const focused = () => nameOf(deepActiveElement()!);

async function show(adapter: PersistenceAdapter, properties: object = {}) {
  const form = await (await showForm(adapter, properties)).loaded();
  await eventually(() => isAsking(form), 'it asks');
  return form;
}

describe('contact-info-form: whether contacts are still right', () => {
  it('lists what nobody confirmed for long, by field, and nothing else', async () => {
    const form = await show(new MemoryAdapter({ store: storeWith(dueContactInfo) }), { lang: 'en-GB' });
    expect(asked(form)).to.deep.equal([onCall, guard, operations]);
    expect(panel(form)).to.contain('On call on-call@mesa.example +34600000000 Last confirmed on 3 February 2025');
    expect(panel(form)).to.contain(emergency).and.to.contain('Nobody has confirmed them for 180 days or more. What you confirm is saved at once.');
    expect(panel(form)).not.to.contain('merchants@mesa.example').and.not.to.contain(nonEmergency);
    expect(form.form.isDirty).to.equal(false);
  });

  it('goes by the age of the record where a contact was never confirmed', async () => {
    const memory = new MemoryAdapter({ store: storeWith(completeContactInfo) });
    const load: PersistenceAdapter['loadContactInfo'] = async (request) => {
      const record = await memory.loadContactInfo(request);
      return record && { ...record, updatedAt: record.revision === 'seed' ? '2025-01-15T10:00:00Z' : record.updatedAt };
    };
    const form = await show(altered(memory, { loadContactInfo: load }));
    expect(panel(form)).to.contain('Never confirmed');
    const before = asked(form).length;
    expect(before).to.be.greaterThan(3);
    await form.press(onCall);
    await eventually(() => asked(form).length === before - 1, 'one is answered; the others, whose record is new now, are still asked about');
  });

  it('saves one at once where nothing else is unsaved, and says so only when the store has it', async () => {
    const store = storeWith(dueContactInfo);
    const memory = new MemoryAdapter({ store });
    const gate = deferred();
    const form = await show(altered(memory, { saveContactInfo: async (request) => gate.promise.then(() => memory.saveContactInfo(request)) }));
    const recorder = new Recorder(form.form, 'contact-info-submit', 'contact-info-saved');
    byRole(form.root, 'button', onCall).focus();
    await sendKeys({ press: 'Enter' });
    await form.settled();
    expect(form.text).to.contain('Saving…').and.not.to.match(/confirmed and saved|is confirmed/);
    expect(confirmedOn((await new Colleague(store).load())?.contactInfo, 'technicalEmergencyContacts')).to.deep.equal(['2025-02-03', '2025-01-15']);
    gate.resolve();
    await eventually(() => /1 contact confirmed and saved\./.test(form.text), 'it is said');
    expect(confirmedOn((await new Colleague(store).load())?.contactInfo, 'technicalEmergencyContacts')).to.deep.equal([today, '2025-01-15']);
    expect(recorder.types).to.deep.equal(['contact-info-submit', 'contact-info-saved']);
    expect(recorder.events[1].detail).to.have.property('changedKeys').that.deep.equals(['technicalEmergencyContacts']);
    expect(asked(form)).to.deep.equal([guard, operations]);
    await eventually(() => focused() === guard, 'the focus is on the next question');
  });

  it('saves where the form is not complete', async () => {
    const store = storeWith({ technicalEmergencyContacts: dueContactInfo.technicalEmergencyContacts });
    const form = await show(new MemoryAdapter({ store }));
    await form.press(onCall);
    await eventually(() => asked(form).length === 1, 'it is saved');
    expect(form.summary).to.deep.equal([]);
    expect(confirmedOn((await new Colleague(store).load())?.contactInfo, 'technicalEmergencyContacts')[0]).to.equal(today);
  });

  it('confirms all at once, thanks, and puts the focus there', async () => {
    const store = storeWith(dueContactInfo);
    const form = await show(new MemoryAdapter({ store }));
    await form.press('All still right');
    await eventually(() => /Thank you. 3 contacts are confirmed\./.test(form.text), 'it thanks');
    await eventually(() => /Thank you/.test(deepActiveElement()!.textContent ?? ''), 'the focus is there');
    expect(isAsking(form)).to.equal(false);
    const stored = (await new Colleague(store).load())?.contactInfo;
    expect(confirmedOn(stored, 'technicalEmergencyContacts')).to.deep.equal([today, today]);
    expect(confirmedOn(stored, 'operationalContactInternal')).to.deep.equal([today]);
    expect((stored?.technicalEmergencyContacts as Contact[])[0]).to.include({ name: 'On call', phone: '+34600000000' });
    expect(form.form.isDirty).to.equal(false);
  });

  it('only marks where other changes are unsaved, and they are saved together', async () => {
    const store = storeWith(dueContactInfo);
    const form = await show(new MemoryAdapter({ store }));
    await form.enter(nonEmergency, 'more@mesa.example');
    expect(panel(form)).to.contain('There are other unsaved changes: what you confirm is saved together with them.');
    await form.press(onCall);
    await form.settled();
    expect(form.text).to.contain('Marked as still right. It is saved together with your other changes.');
    expect(panel(form)).to.contain('Marked as still right, not saved yet');
    expect(form.text).not.to.match(/confirmed and saved|is confirmed/);
    expect((await new Colleague(store).load())?.revision, 'nothing was saved').to.equal('seed');
    await eventually(() => focused() === guard, 'the focus is on the next question');
    expect(await form.form.submit()).to.equal(true);
    await form.settled();
    expect(asked(form)).to.deep.equal([guard, operations]);
    expect(panel(form)).not.to.contain('not saved yet');
    const stored = (await new Colleague(store).load())?.contactInfo;
    expect(confirmedOn(stored, 'technicalEmergencyContacts')).to.deep.equal([today, '2025-01-15']);
    expect(stored?.technicalNonEmergencyContacts).to.deep.equal([{ email: 'engineering@mesa.example' }, { email: 'more@mesa.example' }]);
  });

  it('only marks while an address is being typed', async () => {
    const store = storeWith(dueContactInfo);
    const form = await show(new MemoryAdapter({ store }));
    form.box(nonEmergency).focus();
    await sendKeys({ type: 'half an addr' });
    await form.settled();
    await form.press(guard);
    expect(panel(form)).to.contain('Marked as still right, not saved yet');
    expect(form.box(nonEmergency).value).to.equal('half an addr');
    expect((await new Colleague(store).load())?.revision).to.equal('seed');
  });

  it('says that it failed, keeps what was confirmed as unsaved, and saves it by trying again', async () => {
    const store = storeWith(dueContactInfo);
    const memory = new MemoryAdapter({ store });
    let isDown = true;
    const save: PersistenceAdapter['saveContactInfo'] = async (request) => {
      if (isDown) throw new PersistenceError('unavailable', 'down');
      return memory.saveContactInfo(request);
    };
    const form = await show(altered(memory, { saveContactInfo: save }));
    await form.press(onCall);
    await eventually(() => hasRole(form.root, 'alert'), 'the failure is said');
    expect(panel(form)).to.contain('Marked as still right, not saved yet');
    expect(form.text).not.to.match(/confirmed and saved|is confirmed/);
    expect(form.form.isDirty).to.equal(true);
    isDown = false;
    await form.press('Try again');
    await eventually(() => asked(form).length === 2 && !form.form.isDirty, 'it is saved');
  });

  it('says that the portal stopped it', async () => {
    const form = await show(new MemoryAdapter({ store: storeWith(dueContactInfo) }));
    form.form.addEventListener('contact-info-submit', (event) => event.preventDefault(), { once: true });
    await form.press(onCall);
    await eventually(() => allByRole(form.root, 'status').some((region) => /Not saved: the portal stopped it/.test(region.textContent ?? '')), 'it is said aloud');
    expect(panel(form)).to.contain('Marked as still right, not saved yet');
  });

  it('goes away for now, until the page is opened again', async () => {
    const store = storeWith(dueContactInfo);
    const form = await show(new MemoryAdapter({ store }));
    await form.press('Not now');
    await form.settled();
    expect(isAsking(form)).to.equal(false);
    expect(form.root.activeElement, 'the focus is in the form').not.to.equal(null);
    expect((await new Colleague(store).load())?.revision).to.equal('seed');
    await show(new MemoryAdapter({ store }));
  });

  it('leads to the field for what is not right', async () => {
    const form = await show(new MemoryAdapter({ store: storeWith(dueContactInfo) }));
    await form.press(`Change ${emergency}`);
    await eventually(() => form.root.activeElement === form.box(emergency), 'the focus is in the field');
  });

  it('takes back a mark with every other change', async () => {
    const form = await show(new MemoryAdapter({ store: storeWith(dueContactInfo) }));
    await form.enter(nonEmergency, 'more@mesa.example');
    await form.press(onCall);
    expect(asked(form)).to.have.length(2);
    await form.press('Discard changes');
    await form.settled();
    expect(asked(form)).to.have.length(3);
  });

  it('is not for those who may not edit', async () => {
    const form = await show(new MemoryAdapter({ store: storeWith(dueContactInfo) }));
    for (const properties of [{ viewer: viewers.reader }, { viewer: viewers.administrator, readonly: true }, { readonly: false, disabled: true }]) {
      Object.assign(form.form, properties);
      await form.settled();
      expect(isAsking(form), JSON.stringify(properties)).to.equal(false);
    }
  });

  it('asks after as many days as the host says, and never for 0', async () => {
    const form = await show(new MemoryAdapter({ store: storeWith(dueContactInfo) }));
    form.form.setAttribute('review-after-days', '0');
    await form.settled();
    expect(isAsking(form)).to.equal(false);
    form.form.setAttribute('review-after-days', '10000');
    await form.settled();
    expect(isAsking(form)).to.equal(false);
    form.form.setAttribute('review-after-days', '30');
    await form.settled();
    expect(isAsking(form)).to.equal(true);
    for (const bad of ['', 'often', '-3', '1.5', 'Infinity']) {
      form.form.setAttribute('review-after-days', '30');
      form.form.setAttribute('review-after-days', bad);
      expect(form.form.reviewAfterDays, JSON.stringify(bad)).to.equal(180);
    }
    form.form.removeAttribute('review-after-days');
    expect(form.form.reviewAfterDays).to.equal(180);
  });
});
