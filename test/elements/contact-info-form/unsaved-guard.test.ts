import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { ContactInfoForm } from '../../../src/elements/contact-info-form/contact-info-form.js';
import { completeContactInfo, storeWith } from '../../support/accounts.js';
import { byRole } from '../../support/deep-query.js';
import { openForm } from './drafts.fixture.js';
import { nonEmergency, showForm } from './form.fixture.js';

/** Whether leaving the page now would be asked about. */
function isAsked(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

async function edited(properties: Partial<ContactInfoForm> = {}) {
  const form = await openForm(storeWith(completeContactInfo), properties);
  await form.enter(nonEmergency, 'mine@example.com');
  return form;
}

describe('contact-info-form: leaving the page', () => {
  it('is asked about while there is something unsaved that closing the tab would lose', async () => {
    const form = await edited();
    expect(isAsked()).to.equal(true);
    expect(await form.form.submit()).to.equal(true);
    await form.settled();
    expect(isAsked()).to.equal(false);
  });

  it('is asked about from the first letter on', async () => {
    const form = await openForm(storeWith(completeContactInfo));
    expect(isAsked()).to.equal(false);
    form.box(nonEmergency).focus();
    await sendKeys({ type: 'h' });
    await form.settled();
    expect(isAsked()).to.equal(true);
  });

  it('is not asked about after everything was taken back, or the form left the page', async () => {
    const form = await edited();
    form.form.reset();
    await form.form.updateComplete;
    expect(isAsked()).to.equal(false);
    await form.enter(nonEmergency, 'again@example.com');
    expect(isAsked()).to.equal(true);
    form.form.remove();
    expect(isAsked()).to.equal(false);
    form.form.accountId = 'other';
    await form.form.updateComplete;
    expect(isAsked()).to.equal(false);
  });

  it('is asked about again once the form is put back', async () => {
    const form = await edited();
    const parent = form.form.parentElement!;
    form.form.remove();
    parent.append(form.form);
    await form.settled();
    expect(isAsked()).to.equal(true);
  });

  it('has no listener while nothing is unsaved: the page can be kept for the way back', async () => {
    const listeners = new Set<unknown>();
    const { addEventListener, removeEventListener } = window;
    window.addEventListener = function (...args: Parameters<typeof addEventListener>) {
      if (args[0] === 'beforeunload') listeners.add(args[1]);
      return addEventListener.apply(window, args);
    };
    window.removeEventListener = function (...args: Parameters<typeof removeEventListener>) {
      if (args[0] === 'beforeunload') listeners.delete(args[1]);
      return removeEventListener.apply(window, args);
    };
    try {
      const form = await openForm(storeWith(completeContactInfo));
      expect(listeners.size).to.equal(0);
      await form.enter(nonEmergency, 'mine@example.com');
      await form.settled();
      expect(listeners.size).to.equal(1);
      form.form.reset();
      await form.form.updateComplete;
      expect(listeners.size).to.equal(0);
    } finally {
      Object.assign(window, { addEventListener, removeEventListener });
    }
  });

  it('is not asked about where this browser keeps all of it', async () => {
    await edited({ drafts: 'local' });
    expect(isAsked()).to.equal(false);
  });

  it('is asked about where it was to be kept, and is not: by a full storage', async () => {
    const { setItem } = Storage.prototype;
    try {
      Storage.prototype.setItem = () => { throw new DOMException('Full.', 'QuotaExceededError'); };
      await edited({ drafts: 'local' });
      expect(isAsked()).to.equal(true);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('is asked about where it was to be kept, and is not: another tab wrote its own', async () => {
    await edited({ drafts: 'local' });
    window.dispatchEvent(new Event('pagehide'));
    const [key] = Object.keys({ ...localStorage }).filter((name) => name.startsWith('portero.draft:'));
    localStorage.setItem(key, `${Date.now()} {"revision":null,"changes":[],"texts":[]}`);
    expect(isAsked()).to.equal(true);
  });

  it('is asked about where it was to be kept, and is not: hours that were refused', async () => {
    const form = await openForm(storeWith(completeContactInfo), { drafts: 'local' });
    byRole<HTMLInputElement>(byRole(form.root, 'group', 'Tuesday'), 'textbox').focus();
    await sendKeys({ type: 'whenever' });
    await sendKeys({ press: 'Tab' });
    await form.settled();
    expect(form.form.isDirty).to.equal(true);
    expect(isAsked()).to.equal(true);
    form.form.reset();
    await form.settled();
    expect([form.form.isDirty, isAsked()]).to.deep.equal([false, false]);
    expect(byRole<HTMLInputElement>(byRole(form.root, 'group', 'Tuesday'), 'textbox').value).not.to.contain('whenever');
  });

  it('is asked about where drafts are off', async () => {
    await edited({ drafts: 'off' });
    expect(isAsked()).to.equal(true);
  });

  it('is the host’s to ask about while it is a field of the host’s form: submitting that leaves the page too', async () => {
    const host = await fixture(html`<form></form>`);
    const form = await showForm(new MemoryAdapter({ store: storeWith() }), { name: 'contacts' });
    host.append(form.form);
    await form.form.updateComplete;
    await form.enter(nonEmergency, 'mine@example.com');
    expect([form.form.isDirty, isAsked()]).to.deep.equal([true, false]);
  });
});
