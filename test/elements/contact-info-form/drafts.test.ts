import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { MemoryStore } from '../../../src/adapters/memory.js';
import { writeDraft } from '../../../src/elements/contact-info-form/draft-store.js';
import { partnerPortalRequirements } from '../../../src/domain/partner-portal-requirements.js';
import { Colleague, completeContactInfo, partialContactInfo, storeWith, viewers } from '../../support/accounts.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { byRole, deepActiveElement, hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { Recorder } from '../../support/recorder.js';
import { draftsIn, openForm, reopen } from './drafts.fixture.js';
import { emergency, nonEmergency, showForm } from './form.fixture.js';

const notice = (form: ContactInfoFormHarness) => form.root.querySelector('[part~="draft"]');
const restored = /Unsaved changes from .+ were restored/;
const isRestored = (form: ContactInfoFormHarness) => restored.test(form.text);
const spoken = (form: ContactInfoFormHarness) => [...form.root.querySelectorAll('[role="status"]')].at(-1)!.textContent;

async function edited(store: MemoryStore = storeWith(partialContactInfo), properties = {}) {
  const form = await openForm(store, properties);
  await form.enter(nonEmergency, 'mine@example.com');
  return { store, form };
}

describe('contact-info-form: drafts', () => {
  it('come back after the page was left, and say so', async () => {
    const { store, form } = await edited();
    const again = await reopen(form, store);
    expect(again.removable).to.include('mine@example.com');
    expect([isRestored(again), again.form.isDirty]).to.deep.equal([true, true]);
    expect(spoken(again)).to.match(restored);
    expect(again.form.matches(':state(dirty)')).to.equal(true);
    expect((await new Colleague(store).load())?.contactInfo, 'nothing was saved').to.deep.equal(partialContactInfo);
  });

  it('are written while somebody goes on, without anything that says goodbye', async () => {
    await edited();
    await eventually(() => draftsIn(sessionStorage).join().includes('"value":[{"email":"mine@example.com"}]'), 'a draft is written');
    expect(draftsIn(localStorage)).to.deep.equal([]);
  });

  it('are written at once when the page is hidden', async () => {
    const { form } = await edited();
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
    expect(draftsIn(sessionStorage)).to.have.length(1);
    await form.enter(emergency, 'second@example.com');
    window.dispatchEvent(new Event('pagehide'));
    expect(draftsIn(sessionStorage)[0]).to.contain('second@example.com');
  });

  it('are gone once a save is acknowledged, not before', async () => {
    const { store, form } = await edited();
    const again = await reopen(form, store);
    again.form.addEventListener('contact-info-submit', () => expect(draftsIn(sessionStorage)).to.have.length(1));
    expect(await again.form.submitForLater()).to.equal(true);
    expect(draftsIn(sessionStorage)).to.deep.equal([]);
    await again.settled();
    expect(notice(again)).to.equal(null);
    const third = await reopen(again, store);
    expect([notice(third), third.form.isDirty]).to.deep.equal([null, false]);
  });

  it('are gone when everything is as it was again', async () => {
    const { form } = await edited(storeWith(completeContactInfo));
    window.dispatchEvent(new Event('pagehide'));
    expect(draftsIn(sessionStorage)).to.have.length(1);
    await form.press('Remove mine@example.com');
    await form.settled();
    expect([form.form.isDirty, draftsIn(sessionStorage)]).to.deep.equal([false, []]);
  });

  it('hold what was typed and is no address yet, and what was refused', async () => {
    const store = storeWith(partialContactInfo);
    const form = await openForm(store);
    await form.paste(emergency, 'good@example.com, nonsense, more nonsense');
    await form.enter(nonEmergency, 'nobody@localhost');
    form.box('Operational contact (for Mesa)').focus();
    await sendKeys({ type: 'half' });
    window.dispatchEvent(new Event('pagehide'));
    sessionStorage.setItem('copy', draftsIn(sessionStorage)[0]);
    form.form.remove();
    const key = Object.keys({ ...sessionStorage }).find((name) => name.startsWith('portero.draft:'))!;
    // As a page leaves that is torn down, rather than one whose boxes are left one by one.
    sessionStorage.setItem(key, sessionStorage.getItem('copy')!);
    const again = await openForm(store);
    expect(again.box('Operational contact (for Mesa)').value).to.equal('half');
    expect(again.box('Operational contact (for Mesa)').getAttribute('aria-invalid')).to.equal('false');
    expect(again.box(nonEmergency).value).to.equal('nobody@localhost');
    expect(again.box(nonEmergency).getAttribute('aria-invalid')).to.equal('true');
    expect(again.text).to.contain('2 pieces were not accepted as addresses.').and.to.contain('more nonsense');
    expect(again.removable).to.include('good@example.com');
  });

  it('can be discarded, and brought back by a second thought', async () => {
    const { store, form } = await edited();
    const again = await reopen(form, store);
    const button = byRole(notice(again)!, 'button', 'Discard');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await again.settled();
    expect([again.form.isDirty, again.form.value, draftsIn(sessionStorage)]).to.deep.equal([false, partialContactInfo, []]);
    expect(spoken(again)).to.contain('The unsaved changes were discarded.');
    expect(deepActiveElement()?.textContent?.trim()).to.equal('Undo');
    await sendKeys({ press: 'Enter' });
    await again.settled();
    expect(again.removable).to.include('mine@example.com');
    expect(isRestored(again)).to.equal(true);
    const third = await reopen(again, store);
    expect(third.removable).to.include('mine@example.com');
  });

  it('take the way back away once something else was changed', async () => {
    const { store, form } = await edited();
    const again = await reopen(form, store);
    byRole(notice(again)!, 'button', 'Discard').click();
    await again.enter(emergency, 'other@example.com');
    expect(notice(again)).to.equal(null);
    expect(again.removable).not.to.include('mine@example.com');
  });

  it('bring back what was discarded over what somebody saved meanwhile', async () => {
    const { store, form } = await edited();
    const again = await reopen(form, store);
    byRole(notice(again)!, 'button', 'Discard').click();
    await new Colleague(store).saves({ ...partialContactInfo, technicalNonEmergencyContacts: [{ email: 'theirs@example.com' }] });
    await eventually(() => again.removable.includes('theirs@example.com'), 'theirs is shown');
    byRole(notice(again)!, 'button', 'Undo').click();
    await eventually(() => hasRole(again.root, 'button', `Take theirs for ${nonEmergency}`), 'there is a choice');
  });

  for (const [name, clear] of [
    ['a reset', (form: ContactInfoFormHarness) => form.form.reset()],
    ['clearDrafts()', (form: ContactInfoFormHarness) => form.form.clearDrafts()],
  ] as const) {
    it(`are gone at once after ${name}, and stay gone`, async () => {
      const { store, form } = await edited();
      window.dispatchEvent(new Event('pagehide'));
      clear(form);
      expect(draftsIn(sessionStorage)).to.deep.equal([]);
      const again = await reopen(form, store);
      expect([again.form.isDirty, notice(again)]).to.deep.equal([false, null]);
    });
  }

  it('are cleared in both storages and for every version, and nobody else’s', async () => {
    const { form } = await edited();
    const payload = JSON.stringify({ revision: null, changes: [], texts: [] });
    const mine = { accountId: 'mesa', viewerId: viewers.administrator.id };
    writeDraft({ ...mine, mode: 'local', requirementsVersion: 'old' }, payload, new Date());
    writeDraft({ ...mine, viewerId: 'diego', mode: 'local', requirementsVersion: 'old' }, payload, new Date());
    window.dispatchEvent(new Event('pagehide'));
    form.form.clearDrafts();
    expect([draftsIn(sessionStorage).length, draftsIn(localStorage).length]).to.deep.equal([0, 1]);
    expect(form.removable, 'what is shown stays').to.include('mine@example.com');
  });

  it('say nothing of what a script sets each time', async () => {
    const store = storeWith(partialContactInfo);
    const value = { technicalNonEmergencyContacts: [{ email: 'prefilled@example.com' }] };
    const form = await openForm(store, { value });
    const again = await reopen(form, store, { value });
    expect([again.form.isDirty, notice(again)]).to.deep.equal([true, null]);
    await again.enter(nonEmergency, 'mine@example.com');
    const third = await reopen(again, store, { value });
    expect(third.form.value.technicalNonEmergencyContacts).to.deep.equal([{ email: 'prefilled@example.com' }, { email: 'mine@example.com' }]);
    expect(isRestored(third)).to.equal(true);
  });

  it('name a day that is not today', async () => {
    const place = { mode: 'session', accountId: 'mesa', viewerId: viewers.administrator.id, requirementsVersion: partnerPortalRequirements.version } as const;
    const payload = JSON.stringify({ revision: null, changes: [{ key: 'technicalNonEmergencyContacts', value: [{ email: 'mine@example.com' }] }], texts: [] });
    const savedAt = new Date(Date.now() - 6 * 86_400_000);
    writeDraft(place, payload, savedAt);
    const form = await openForm(storeWith(partialContactInfo));
    const when = new Intl.DateTimeFormat(navigator.language, { dateStyle: 'long', timeStyle: 'short' }).format(savedAt);
    expect(form.text).to.contain(`Unsaved changes from ${when} were restored`);
    form.form.remove();
    writeDraft(place, payload, new Date(Date.now() - 8 * 86_400_000));
    const late = await openForm(storeWith(partialContactInfo));
    expect([notice(late), late.form.isDirty, draftsIn(sessionStorage)]).to.deep.equal([null, false, []]);
  });

  it('speak the language of the page', async () => {
    const { store, form } = await edited();
    const again = await reopen(form, store, { lang: 'es' });
    await eventually(() => /Se han recuperado los cambios sin guardar \(\d+:\d\d\)/.test(again.text), 'it is said in Spanish');
    expect(hasRole(notice(again)!, 'button', 'Descartar')).to.equal(true);
  });

  it('are swept out by any form that starts, when they are too old', async () => {
    const place = { mode: 'local', accountId: 'elsewhere', viewerId: 'somebody', requirementsVersion: '0' } as const;
    writeDraft(place, '{}', new Date(Date.now() - 8 * 86_400_000));
    await showForm(undefined, { drafts: 'off' });
    expect(draftsIn(localStorage)).to.deep.equal([]);
  });
});

describe('contact-info-form: drafts of a record that moved on', () => {
  it('merge where others changed other fields', async () => {
    const { store, form } = await edited();
    form.form.remove();
    await new Colleague(store).saves({ ...partialContactInfo, operationalContactInternal: [{ email: 'theirs@example.com' }] });
    const again = await openForm(store);
    expect(again.removable).to.include.members(['mine@example.com', 'theirs@example.com']);
    expect(await again.form.submitForLater()).to.equal(true);
    expect((await new Colleague(store).load())?.contactInfo).to.deep.equal({
      ...partialContactInfo, technicalNonEmergencyContacts: [{ email: 'mine@example.com' }], operationalContactInternal: [{ email: 'theirs@example.com' }],
    });
  });

  it('let the person choose where both changed a field, now and after another visit', async () => {
    const { store, form } = await edited(storeWith(completeContactInfo));
    form.form.remove();
    const theirs = { ...completeContactInfo, technicalNonEmergencyContacts: [{ email: 'theirs@example.com' }] };
    await new Colleague(store).saves(theirs);
    const recorder = new Recorder(document, 'contact-info-conflict');
    const again = await openForm(store);
    await eventually(() => hasRole(again.root, 'button', `Take theirs for ${nonEmergency}`), 'there is a choice');
    expect(again.text).to.contain('The same fields were changed here and elsewhere').and.to.contain('theirs@example.com');
    expect(recorder.details).to.deep.equal([{ keys: ['technicalNonEmergencyContacts'] }]);
    expect(await again.form.submit()).to.equal(false);
    await again.enter(emergency, 'also-mine@example.com');
    const third = await reopen(again, store);
    await eventually(() => hasRole(third.root, 'button', `Keep yours for ${nonEmergency}`), 'the choice is still to be made');
    expect(await third.form.submit()).to.equal(false);
    expect((await new Colleague(store).load())?.contactInfo).to.deep.equal(theirs);
    await third.press(`Take theirs for ${nonEmergency}`);
    expect(await third.form.submit()).to.equal(true);
    expect((await new Colleague(store).load())?.contactInfo.technicalNonEmergencyContacts).to.deep.equal([{ email: 'theirs@example.com' }]);
  });

  it('are dropped, unsaid, where it holds all of it by now', async () => {
    const { store, form } = await edited();
    form.form.remove();
    await new Colleague(store).saves({ ...partialContactInfo, technicalNonEmergencyContacts: [{ email: 'mine@example.com' }] });
    const again = await openForm(store);
    expect([again.form.isDirty, notice(again), draftsIn(sessionStorage)]).to.deep.equal([false, null, []]);
  });
});
