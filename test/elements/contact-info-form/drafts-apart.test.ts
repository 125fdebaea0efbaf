import { fixture, html } from '@open-wc/testing';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { ContactInfoForm } from '../../../src/elements/contact-info-form/contact-info-form.js';
import { partnerPortalRequirements } from '../../../src/domain/partner-portal-requirements.js';
import { altered, Colleague, deferred, laura, partialContactInfo, storeWith, viewers } from '../../support/accounts.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { eventually } from '../../support/eventually.js';
import { FakeTimers } from '../../support/fake-timers.js';
import { draftsIn, openForm, reopen } from './drafts.fixture.js';
import { emergency, nonEmergency, showForm } from './form.fixture.js';

const isRestored = (form: ContactInfoFormHarness) => /Unsaved changes from .+ were restored/.test(form.text);
const editor = { viewer: viewers.editor };

async function edited(properties: Partial<ContactInfoForm> = {}) {
  const store = storeWith(partialContactInfo);
  const form = await openForm(store, properties);
  await form.enter(nonEmergency, 'mine@example.com');
  return { store, form };
}

function changeStored(storage: Storage, change: (text: string) => string): string {
  const [key] = Object.keys({ ...storage }).filter((name) => name.startsWith('portero.draft:'));
  const text = change(storage.getItem(key)!);
  storage.setItem(key, text);
  return text;
}

describe('contact-info-form: where drafts are kept', () => {
  it('is the tab, unless the host says otherwise', async () => {
    const { store, form } = await edited({ drafts: 'local' });
    window.dispatchEvent(new Event('pagehide'));
    expect([draftsIn(sessionStorage).length, draftsIn(localStorage).length]).to.deep.equal([0, 1]);
    expect((await reopen(form, store, { drafts: 'local' })).removable).to.include('mine@example.com');
  });

  it('is nowhere where it is off', async () => {
    const { store, form } = await edited({ drafts: 'off' });
    const again = await reopen(form, store, { drafts: 'off' });
    expect([again.form.isDirty, draftsIn(sessionStorage), draftsIn(localStorage)]).to.deep.equal([false, [], []]);
  });

  it('is the tab where the attribute says something that is unknown', async () => {
    const host = await fixture<HTMLElement>(html`<div><contact-info-form drafts="forever"></contact-info-form><contact-info-form drafts="local"></contact-info-form></div>`);
    const [unknown, local] = host.querySelectorAll('contact-info-form');
    expect([unknown.drafts, local.drafts]).to.deep.equal(['session', 'local']);
    local.removeAttribute('drafts');
    expect(local.drafts).to.equal('session');
  });

  it('follows the host’s mind', async () => {
    const { form } = await edited();
    window.dispatchEvent(new Event('pagehide'));
    form.form.drafts = 'local';
    await form.form.updateComplete;
    window.dispatchEvent(new Event('pagehide'));
    expect([draftsIn(sessionStorage).length, draftsIn(localStorage).length]).to.deep.equal([0, 1]);
    form.form.drafts = 'off';
    await form.form.updateComplete;
    window.dispatchEvent(new Event('pagehide'));
    expect([draftsIn(sessionStorage), draftsIn(localStorage)]).to.deep.equal([[], []]);
    expect(form.removable).to.include('mine@example.com');
  });

  it('is nowhere while it is a field of the host’s form', async () => {
    const store = storeWith(partialContactInfo);
    const host = await fixture(html`<form></form>`);
    const form = await showForm(new MemoryAdapter({ store }), { name: 'contacts' });
    host.append(form.form);
    await form.form.updateComplete;
    await form.enter(nonEmergency, 'mine@example.com');
    window.dispatchEvent(new Event('pagehide'));
    expect(draftsIn(sessionStorage)).to.deep.equal([]);
    // Off the page, it is no field of a form any more, and what was asked of it before is still rendered.
    const timers = new FakeTimers();
    timers.install();
    try {
      form.form.remove();
      await form.form.updateComplete;
      timers.advance(10_000);
    } finally {
      timers.remove();
    }
    expect(draftsIn(sessionStorage)).to.deep.equal([]);
  });

  it('is nowhere, and nothing breaks, where there is no room', async () => {
    const { setItem } = Storage.prototype;
    try {
      Storage.prototype.setItem = () => { throw new DOMException('Full.', 'QuotaExceededError'); };
      const { store, form } = await edited();
      const again = await reopen(form, store);
      expect([again.form.isDirty, isRestored(again)]).to.deep.equal([false, false]);
      await again.enter(nonEmergency, 'mine@example.com');
      expect(await again.form.submitForLater()).to.equal(true);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  for (const [what, change] of [
    ['torn', (text: string) => text.slice(0, -9)],
    ['foreign', () => '{"theme":"dark"}'],
    ['of a wrong kind', (text: string) => text.replace('[{"email":"mine@example.com"}]', '{"__proto__":{"polluted":true}}')],
    ['about no field that is asked for', (text: string) => text.replaceAll('technicalNonEmergencyContacts', 'somethingElse')],
  ] as const) {
    it(`gives nothing of what is ${what}`, async () => {
      const { store, form } = await edited();
      form.form.remove();
      changeStored(sessionStorage, change);
      const again = await openForm(store);
      expect([again.form.value, again.form.isDirty, isRestored(again), draftsIn(sessionStorage)]).to.deep.equal([partialContactInfo, false, false, []]);
      expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
    });
  }
});

describe('contact-info-form: drafts of several people, accounts and tabs', () => {
  it('are shown to nobody else', async () => {
    const { store, form } = await edited();
    const other = await reopen(form, store, editor);
    expect([other.form.isDirty, isRestored(other)]).to.deep.equal([false, false]);
    const nobody = await reopen(other, store, { viewer: undefined });
    expect(nobody.form.isDirty).to.equal(false);
    expect((await reopen(nobody, store)).removable).to.include('mine@example.com');
  });

  it('are put away when another viewer is named, and there again for the first', async () => {
    const { form } = await edited();
    form.form.viewer = viewers.editor;
    await form.form.updateComplete;
    expect([form.form.isDirty, form.removable.includes('mine@example.com'), isRestored(form)]).to.deep.equal([false, false, false]);
    await form.enter(emergency, 'editors@example.com');
    form.form.viewer = viewers.administrator;
    await form.form.updateComplete;
    expect([form.removable.includes('mine@example.com'), form.removable.includes('editors@example.com'), isRestored(form)]).to.deep.equal([true, false, true]);
  });

  it('go with the edit where the viewer is named late', async () => {
    const { form } = await edited({ viewer: undefined });
    window.dispatchEvent(new Event('pagehide'));
    form.form.viewer = viewers.administrator;
    await form.form.updateComplete;
    window.dispatchEvent(new Event('pagehide'));
    expect(form.removable).to.include('mine@example.com');
    expect(draftsIn(sessionStorage)).to.have.length(1);
    expect(Object.keys({ ...sessionStorage }).join()).to.contain('"laura"');
  });

  it('are neither shown nor deleted while the viewer may not edit', async () => {
    const { store, form } = await edited();
    const locked = await reopen(form, store, { readonly: true });
    expect([locked.form.isDirty, isRestored(locked), draftsIn(sessionStorage).length]).to.deep.equal([false, false, 1]);
    locked.form.readonly = false;
    await locked.settled();
    expect(locked.removable).to.include('mine@example.com');
    expect(isRestored(locked)).to.equal(true);
  });

  it('belong to one version of the requirements', async () => {
    const { store, form } = await edited();
    const other = await reopen(form, store, { requirements: { ...partnerPortalRequirements, version: 'next' } });
    expect(other.form.isDirty).to.equal(false);
  });

  it('stay with their account when the form turns to another, and come back with it', async () => {
    const working = new MemoryAdapter({ accounts: {
      mesa: { contactInfo: partialContactInfo, users: [laura] }, other: { contactInfo: { technicalEmergencyContacts: [{ email: 'other@example.com' }] }, users: [laura] },
    } });
    const form = await (await showForm(working)).loaded();
    const turnTo = async (accountId: string, address: string) => {
      form.form.accountId = accountId;
      await form.form.updateComplete;
      await eventually(() => form.removable.includes(address), `${accountId} is shown`);
    };
    await form.enter(nonEmergency, 'for-mesa@example.com');
    await turnTo('other', 'other@example.com');
    expect([form.form.isDirty, isRestored(form), form.removable]).to.deep.equal([false, false, ['other@example.com']]);
    await form.enter(nonEmergency, 'for-other@example.com');
    await turnTo('mesa', 'on-call@mesa.example');
    expect(form.form.value).to.deep.equal({ ...partialContactInfo, technicalNonEmergencyContacts: [{ email: 'for-mesa@example.com' }] });
    expect(isRestored(form)).to.equal(true);
    expect(await form.form.submitForLater()).to.equal(true);
    await turnTo('other', 'other@example.com');
    expect(form.removable).to.deep.equal(['other@example.com', 'for-other@example.com']);
    await turnTo('mesa', 'on-call@mesa.example');
    expect(form.form.isDirty).to.equal(false);
  });

  it('do not come back to an element that is only moved', async () => {
    const { form } = await edited();
    const elsewhere = await fixture(html`<section></section>`);
    elsewhere.append(form.form);
    await form.settled();
    expect([isRestored(form), form.form.isDirty, form.removable.filter((name) => name === 'mine@example.com').length]).to.deep.equal([false, true, 1]);
    form.form.reset();
    expect(draftsIn(sessionStorage)).to.deep.equal([]);
  });

  it('are not taken from another form on the page that is at work on them', async () => {
    const { store } = await edited();
    window.dispatchEvent(new Event('pagehide'));
    const second = await openForm(store);
    expect([second.form.isDirty, isRestored(second)]).to.deep.equal([false, false]);
    expect(draftsIn(sessionStorage)).to.have.length(1);
  });

  it('of two tabs: the newest write wins, and neither answers the other', async () => {
    const { form } = await edited({ drafts: 'local' });
    window.dispatchEvent(new Event('pagehide'));
    const others = changeStored(localStorage, (text) => text.replace('mine@', 'other-tab@'));
    window.dispatchEvent(new Event('pagehide'));
    await form.form.updateComplete;
    expect(draftsIn(localStorage)).to.deep.equal([others]);
    form.form.reset();
    expect(draftsIn(localStorage), 'it is the other tab’s').to.deep.equal([others]);
    await form.enter(nonEmergency, 'newest@example.com');
    window.dispatchEvent(new Event('pagehide'));
    expect(draftsIn(localStorage)[0]).to.contain('newest@').and.not.to.contain('other-tab@');
  });

  it('of two tabs: the one that saves clears it', async () => {
    const { store, form } = await edited({ drafts: 'local' });
    window.dispatchEvent(new Event('pagehide'));
    changeStored(localStorage, (text) => text.replace('mine@', 'other-tab@'));
    expect(await form.form.submitForLater()).to.equal(true);
    expect(draftsIn(localStorage)).to.deep.equal([]);
    expect((await new Colleague(store).load())?.contactInfo).to.have.property('technicalNonEmergencyContacts');
  });

  it('hold what was typed while the rest was being saved', async () => {
    const acknowledgement = deferred();
    const working = new MemoryAdapter({ store: storeWith(partialContactInfo) });
    const form = await (await showForm(altered(working, { saveContactInfo: (request) => acknowledgement.promise.then(() => working.saveContactInfo(request)) }))).loaded();
    await form.enter(nonEmergency, 'mine@example.com');
    const submitted = form.form.submitForLater();
    await eventually(() => form.text.includes('Saving…'), 'it is being saved');
    await form.enter(emergency, 'later@example.com');
    acknowledgement.resolve();
    expect(await submitted).to.equal(true);
    expect(draftsIn(sessionStorage)).to.have.length(1);
    expect(draftsIn(sessionStorage)[0]).to.contain('later@example.com').and.not.to.contain('mine@example.com');
    await form.settled();
    expect(isRestored(form)).to.equal(false);
  });
});
