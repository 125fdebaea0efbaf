import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { Colleague, completeContactInfo, deferred, partialContactInfo, storeWith } from '../../support/accounts.js';
import { byRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { Recorder } from '../../support/recorder.js';
import { promisesSettled } from '../../support/test-scheduler.js';
import { emergency, showForm } from './form.fixture.js';

/* Found by the tests in test/model, and kept here by name. */
describe('contact-info-form: what happens meanwhile', () => {
  it('does not call saved what a host held until the work was on another account, and on this one again', async () => {
    const store = storeWith(completeContactInfo);
    const form = await (await showForm(new MemoryAdapter({ store }))).loaded();
    const recorder = new Recorder(form.form, 'contact-info-saved');
    const before = await new Colleague(store).load();
    const held = deferred();
    form.form.addEventListener('contact-info-submit', (event) => event.detail.waitUntil(held.promise), { once: true });
    await form.enter(emergency, 'new@example.com');
    const submitted = form.form.submit();
    for (const account of ['another', 'mesa']) {
      await promisesSettled();
      form.form.accountId = account;
      await form.form.updateComplete;
    }
    await promisesSettled();
    held.resolve();
    expect(await submitted).to.equal(false);
    expect(recorder.events).to.deep.equal([]);
    expect(await new Colleague(store).load()).to.deep.equal(before);
    expect(form.text).not.to.contain('Saving…');
  });

  it('hears that somebody who was chosen, and is not saved yet, was deactivated', async () => {
    const store = storeWith({ ...completeContactInfo, alertContacts: ['laura'] });
    const form = await (await showForm(new MemoryAdapter({ store }))).loaded();
    await form.choose('Alert Contacts', 'Diego Ruiz');
    expect(form.form.evaluation.fields.alertContacts).to.equal('complete');
    const { users, request } = { users: new Colleague(store).users, request: new Colleague(store).request() };
    const [diego] = await users.getUsers({ ...request, ids: ['diego'] });
    await users.updateUser({ ...request, userId: 'diego', changes: { status: 'deactivated' }, baseRevision: diego.revision });
    await eventually(() => form.text.includes('was deactivated'), 'it is said');
    expect(form.form.evaluation.fields.alertContacts).to.equal('invalid');
    expect(await form.form.submit()).to.equal(false);
  });

  it('saves over nobody’s change of a field that is not asked for here: it asks what to keep', async () => {
    const store = storeWith({ ...completeContactInfo, alertContacts: [] });
    const form = await (await showForm(new MemoryAdapter({ store }))).loaded();
    await form.choose('Alert Contacts', 'Diego Ruiz');
    form.form.environment = 'sandbox';
    await new Colleague(store).saves({ ...completeContactInfo, alertContacts: ['laura'] });
    await eventually(() => form.buttons(/^Keep yours/).length === 1, 'it asks');
    expect(await form.form.submit()).to.equal(false);
    expect((await new Colleague(store).load())?.contactInfo.alertContacts).to.deep.equal(['laura']);
    await form.press('Take theirs for Alert Contacts');
    expect(await form.form.submit()).to.equal(true);
    expect((await new Colleague(store).load())?.contactInfo.alertContacts).to.deep.equal(['laura']);
  });

  it('asks what to keep of a key that no field shows, too', async () => {
    const store = storeWith({ ...partialContactInfo, hidden: 1 });
    const form = await (await showForm(new MemoryAdapter({ store }))).loaded();
    form.form.value = { ...form.form.value, hidden: 2 };
    await new Colleague(store).saves({ ...partialContactInfo, hidden: 3 });
    await eventually(() => form.buttons(/^Take theirs/).length === 1, 'it asks');
    expect(await form.form.submitForLater()).to.equal(false);
    await form.press(/^Take theirs/);
    expect(await form.form.submitForLater()).to.equal(true);
    expect((await new Colleague(store).load())?.contactInfo.hidden).to.equal(3);
  });

  it('sees what a colleague saved while the host held a save that it then stopped', async () => {
    const store = storeWith(completeContactInfo);
    const form = await (await showForm(new MemoryAdapter({ store }))).loaded();
    await form.enter(emergency, 'new@example.com');
    const held = deferred();
    form.form.addEventListener('contact-info-submit', (event) => event.detail.waitUntil(held.promise), { once: true });
    const submitted = form.form.submit();
    await new Colleague(store).saves({ ...completeContactInfo, operationalContactInternal: [{ email: 'theirs@example.com' }] });
    await promisesSettled();
    held.reject(new Error('no'));
    expect(await submitted).to.equal(false);
    await eventually(() => form.removable.includes('theirs@example.com'), 'theirs is shown');
    expect(form.removable).to.include('new@example.com');
    expect(byRole(form.root, 'button', 'Save').getAttribute('aria-disabled')).to.equal('false');
  });
});
