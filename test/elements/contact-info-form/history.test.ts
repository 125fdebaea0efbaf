import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MemoryAdapter, type MemoryStore } from '../../../src/adapters/memory.js';
import type { ContactInfo } from '../../../src/domain/contact-info.js';
import type { ContactInfoForm } from '../../../src/elements/contact-info-form/contact-info-form.js';
import { lazyParts } from '../../../src/elements/contact-info-form/lazy-parts.js';
import type { PersistenceAdapter } from '../../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { accountId, altered, Colleague, completeContactInfo, deferred, laura, partialContactInfo, storeWith, viewers } from '../../support/accounts.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { allByRole, byRole, deepActiveElement, hasRole, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { Recorder } from '../../support/recorder.js';
import { emergency, nonEmergency, showForm } from './form.fixture.js';

const request = (account = accountId) => ({ accountId: account, signal: new AbortController().signal });

/** Saves one version after another, a day apart, on behalf of these by turns; the last one was made an hour ago. */
async function past(store: MemoryStore, versions: ContactInfo[], account = accountId): Promise<void> {
  const authors = [viewers.administrator, viewers.editor];
  for (const [index, contactInfo] of versions.entries()) {
    const age = (versions.length - index - 1) * 86_400_000 + 3_600_000;
    const adapter = new MemoryAdapter({ store, viewer: authors[index % 2], clock: () => new Date(Date.now() - age) });
    const current = await adapter.loadContactInfo(request(account));
    await adapter.saveContactInfo({ ...request(account), contactInfo, baseRevision: current?.revision ?? null });
  }
}

const team = (name: string) => [{ email: `${name}@example.com` }];
const versions: ContactInfo[] = [
  partialContactInfo,
  { ...completeContactInfo, technicalNonEmergencyContacts: team('first') },
  { ...completeContactInfo, technicalNonEmergencyContacts: team('second'), alertContacts: ['laura', 'diego'] },
];

async function withPast(properties: Partial<ContactInfoForm> = {}, change: (working: MemoryAdapter) => Partial<PersistenceAdapter> = () => ({})) {
  const store = storeWith();
  await past(store, versions);
  const working = new MemoryAdapter({ store, viewer: properties.viewer ?? viewers.administrator });
  const form = await (await showForm(altered(working, { loadHistory: (asked) => working.loadHistory(asked), ...change(working) }), properties)).loaded();
  return { store, form };
}

const dialog = (form: ContactInfoFormHarness) => byRole<HTMLDialogElement>(form.root, 'dialog', 'History');
const isOpen = (form: ContactInfoFormHarness) => hasRole(form.root, 'dialog', 'History');
const entries = (form: ContactInfoFormHarness) => [...dialog(form).querySelectorAll('summary')];

async function open(form: ContactInfoFormHarness): Promise<void> {
  byRole(form.root, 'button', 'History').focus();
  await sendKeys({ press: 'Enter' });
  await eventually(() => isOpen(form) && entries(form).length > 0, 'the history is shown');
}

async function unfold(form: ContactInfoFormHarness, index: number): Promise<void> {
  entries(form)[index].click();
  await eventually(() => entries(form)[index].parentElement!.querySelector('dl'), 'the values are shown');
}

describe('contact-info-form: the history', () => {
  it('lists who changed which fields and when, newest first', async () => {
    const { form } = await withPast();
    await open(form);
    const lines = entries(form).map((summary) => visibleText(summary));
    expect(lines).to.have.length(3);
    expect(lines[0]).to.match(new RegExp(`^Alert Contacts, ${nonEmergency} Laura Méndez · 1 hour ago · .*\\d{4}`));
    expect(lines[1]).to.match(/Diego Ruiz · yesterday · /);
    expect(lines[2]).to.match(new RegExp(`^${emergency}, Operational contact \\(to share with users\\) Laura Méndez · 2 days ago`));
    expect(entries(form).map((summary) => summary.querySelector('time')!.dateTime.slice(0, 2))).to.deep.equal(['20', '20', '20']);
    expect(entries(form)[0].querySelector('bdi')?.textContent).to.equal('Laura Méndez');
    await unfold(form, 0);
    await expect(form.form).to.be.accessible({ ignoredRules: ['region'] });
  });

  it('unfolds what was there before and after, by name and with what changed marked', async () => {
    const { form } = await withPast();
    await open(form);
    await unfold(form, 0);
    const values = byRole(dialog(form), 'group', 'Alert Contacts');
    expect(visibleText(values)).to.match(/Before Laura Méndez .*After Laura Méndez \+ Added: Diego Ruiz/);
    expect(visibleText(byRole(dialog(form), 'group', nonEmergency))).to.contain('− Removed: first@example.com').and.to.contain('+ Added: second@example.com');
  });

  it('puts an old value into the form, unsaved, says so, and leads to the field', async () => {
    const { form, store } = await withPast();
    await open(form);
    await unfold(form, 0);
    const recorder = new Recorder(form.form, 'contact-info-submit', 'contact-info-saved', 'input', 'change', 'contact-info-dirty');
    await form.press(`Restore this value: ${nonEmergency} as before this change`);
    await form.settled();
    expect(isOpen(form)).to.equal(false);
    expect(form.form.value.technicalNonEmergencyContacts).to.deep.equal(team('first'));
    expect(deepActiveElement()).to.equal(form.box(nonEmergency));
    expect(visibleText([...form.root.querySelectorAll('[role="status"]')].at(-1)!)).to.equal(`${nonEmergency} is back as it was. It is not saved yet.`);
    expect(recorder.types).to.deep.equal(['input', 'change', 'contact-info-dirty']);
    expect((await new Colleague(store).load())!.contactInfo.technicalNonEmergencyContacts, 'nothing is saved by restoring').to.deep.equal(team('second'));
    expect(await form.form.submit()).to.equal(true);
    expect((await new Colleague(store).load())!.contactInfo.technicalNonEmergencyContacts).to.deep.equal(team('first'));
  });

  it('puts back that there was nothing', async () => {
    const { form } = await withPast();
    await open(form);
    await unfold(form, 1);
    await form.press('Restore this value: Operational contact (for Mesa) as before this change');
    expect(form.form.value).not.to.have.property('operationalContactInternal');
    await form.settled();
    expect(form.form.isDirty).to.equal(true);
  });

  it('offers no value that is in the form already, and none to who may not edit', async () => {
    const { form } = await withPast();
    await open(form);
    await unfold(form, 0);
    expect(form.buttons(/^Restore /)).to.deep.equal(['Restore this value: Alert Contacts as before this change', `Restore this value: ${nonEmergency} as before this change`]);
    expect(visibleText(dialog(form))).to.contain('In the form now');
    await form.press('Close');
    const reading = (await withPast({ viewer: viewers.reader })).form;
    await open(reading);
    await unfold(reading, 0);
    expect(visibleText(dialog(reading))).to.contain('first@example.com');
    expect(reading.buttons(/^Restore /)).to.deep.equal([]);
  });

  it('shows keys without a field as they are, and restores none of them', async () => {
    const { form, store } = await withPast();
    await new Colleague(store).saves({ ...versions[2], extra: { kept: 'x' } });
    await open(form);
    await unfold(form, 0);
    expect(visibleText(byRole(dialog(form), 'group', 'extra'))).to.contain('{"kept":"x"}');
    expect(form.buttons(/^Restore /)).to.deep.equal([]);
    expect(visibleText(entries(form)[0])).to.contain('Somebody');
  });

  it('loads more where there is more, goes on with the first new one, and says how many there are', async () => {
    const store = storeWith();
    await past(store, Array.from({ length: 25 }, (_, index) => ({ ...completeContactInfo, technicalNonEmergencyContacts: team(`team-${index}`) })));
    const form = await (await showForm(new MemoryAdapter({ store, viewer: viewers.administrator }))).loaded();
    await open(form);
    expect(entries(form)).to.have.length(20);
    byRole(form.root, 'button', 'Load more').focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => entries(form).length === 25, 'the rest is shown');
    await form.settled();
    expect(hasRole(form.root, 'button', 'Load more')).to.equal(false);
    expect(deepActiveElement()).to.equal(entries(form)[20]);
    expect(visibleText(dialog(form).querySelector('[role="status"]')!)).to.equal('25 changes shown.');
  });

  it('says that there is none yet', async () => {
    const form = await (await showForm(new MemoryAdapter({ store: storeWith(completeContactInfo) }))).loaded();
    await form.press('History');
    await eventually(() => isOpen(form) && /Nothing was saved here yet/.test(visibleText(dialog(form))), 'it says that nothing was saved');
  });

  it('says what went wrong, keeps what it has, and tries again', async () => {
    let isDown = true;
    const { form } = await withPast({}, (working) => ({
      loadHistory: (asked) => (isDown ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : working.loadHistory({ ...asked, limit: 2 })),
    }));
    const recorder = new Recorder(form.form, 'contact-info-error');
    await form.press('History');
    await eventually(() => hasRole(form.root, 'alert'), 'the failure is said');
    expect(recorder.details).to.deep.equal([{ code: 'unavailable', operation: 'load-history' }]);
    isDown = false;
    await form.press('Try again');
    await eventually(() => entries(form).length === 2, 'it is shown after all');
    isDown = true;
    await form.press('Load more');
    await eventually(() => hasRole(form.root, 'alert'), 'the failure is said');
    expect(entries(form)).to.have.length(2);
    isDown = false;
    await form.press('Try again');
    await eventually(() => entries(form).length === 3, 'the rest is shown');
    expect(hasRole(form.root, 'alert')).to.equal(false);
  });

  it('says that a role may not see it, and does not ask to try again', async () => {
    const { form } = await withPast({}, () => ({ loadHistory: () => Promise.reject(new PersistenceError('forbidden', 'No.')) }));
    await form.press('History');
    await eventually(() => form.text.includes('Your role does not let you see what was saved before.'), 'it is said');
    expect(hasRole(form.root, 'button', 'Try again')).to.equal(false);
  });

  it('says that its code could not be loaded, and loads it when asked to', async () => {
    const { history } = lazyParts;
    lazyParts.history = () => Promise.reject(new Error('offline'));
    try {
      const { form } = await withPast();
      await form.press('History');
      await eventually(() => form.text.includes('This part could not be loaded.'), 'the failure is said');
      lazyParts.history = history;
      await form.press('Try again');
      await eventually(() => entries(form).length === 3, 'the history is shown');
    } finally {
      lazyParts.history = history;
    }
  });

  it('of an adapter that keeps no values lists the changes', async () => {
    const { form } = await withPast({}, (working) => ({
      loadHistory: async (asked) => {
        const page = await working.loadHistory(asked);
        return { ...page, entries: page.entries.map(({ revision, at, by, changedKeys }) => ({ revision, at, by, changedKeys })) };
      },
    }));
    await form.press('History');
    await eventually(() => isOpen(form) && allByRole(dialog(form), 'listitem').length === 3, 'the changes are listed');
    expect(visibleText(dialog(form))).to.contain('The values of this change were not kept.');
    expect(entries(form)).to.deep.equal([]);
  });
});

describe('contact-info-form: the dialog of the history', () => {
  it('closes by Escape, and nothing else does; the focus goes back to the button', async () => {
    const { form } = await withPast();
    const outer = await fixture<HTMLDialogElement>(html`<dialog aria-label="The host’s">${form.form}</dialog>`);
    outer.showModal();
    await form.loaded();
    await open(form);
    await sendKeys({ press: 'Escape' });
    await eventually(() => !isOpen(form), 'the history is closed');
    expect(outer.open).to.equal(true);
    expect(deepActiveElement()).to.equal(byRole(form.root, 'button', 'History'));
    await open(form);
    expect(entries(form), 'it opens again').to.have.length(3);
    await form.press('Close');
    expect(isOpen(form)).to.equal(false);
    outer.close();
  });

  it('shows what was saved since, when it is opened again', async () => {
    const { form } = await withPast();
    await open(form);
    await form.press('Close');
    await form.enter(nonEmergency, 'mine@example.com');
    expect(await form.form.submit()).to.equal(true);
    await open(form);
    expect(entries(form)).to.have.length(4);
  });

  it('is offered where there is a history, and it is not turned off', async () => {
    const working = new MemoryAdapter({ store: storeWith(completeContactInfo) });
    const offered = async (adapter: PersistenceAdapter, properties: Partial<ContactInfoForm> = {}) =>
      hasRole((await (await showForm(adapter, properties)).loaded()).root, 'button', 'History');
    expect(await offered(working)).to.equal(true);
    expect(await offered(altered(working, {})), 'the adapter has none').to.equal(false);
    expect(await offered(working, { noHistory: true })).to.equal(false);
    expect(await offered(working, { onboarding: true })).to.equal(false);
  });

  it('is not offered in a form of the host’s, which neither loads nor saves', async () => {
    const form = document.createElement('contact-info-form');
    Object.assign(form, { accountId, value: completeContactInfo, adapter: new MemoryAdapter({ store: storeWith(completeContactInfo) }) });
    await fixture(html`<form>${form}</form>`);
    await form.updateComplete;
    expect(hasRole(form.shadowRoot!, 'button', 'History')).to.equal(false);
    form.showHistory();
    await form.updateComplete;
    expect(hasRole(form.shadowRoot!, 'dialog')).to.equal(false);
  });

  it('can be opened by the host, with a button of its own', async () => {
    const { form } = await withPast({ noHistory: true });
    form.form.showHistory();
    await eventually(() => isOpen(form) && entries(form).length === 3, 'the history is shown');
  });

  it('closes when the form turns to another account, and drops what it had asked for', async () => {
    const late = deferred();
    const store = new MemoryAdapter({ accounts: { mesa: { contactInfo: completeContactInfo, users: [laura] }, other: { contactInfo: partialContactInfo, users: [] } } });
    const asked: string[] = [];
    const form = await (await showForm(altered(store, {
      loadHistory: async (page) => {
        asked.push(page.accountId);
        if (page.accountId === accountId) await late.promise;
        return { entries: [{ revision: '1', at: '2026-11-24T12:00:00Z', by: { id: 'x', name: `Somebody of ${page.accountId}` }, changedKeys: ['alertContacts'], after: {} }], nextCursor: null };
      },
    }))).loaded();
    await form.press('History');
    await eventually(() => asked.length === 1, 'the history is asked for');
    form.form.accountId = 'other';
    await eventually(() => form.removable.includes('support@mesa.example') && !form.removable.includes('engineering@mesa.example'), 'the other account is shown');
    expect(isOpen(form)).to.equal(false);
    late.resolve();
    await form.settled();
    await open(form);
    expect(visibleText(dialog(form))).to.contain('Somebody of other').and.not.to.contain('Somebody of mesa');
    expect(asked).to.deep.equal(['mesa', 'other']);
  });

  it('is gone from the page with the form, and does not come back open', async () => {
    const { form } = await withPast();
    await open(form);
    const place = form.form.parentElement!;
    form.form.remove();
    place.append(form.form);
    await form.loaded();
    expect(isOpen(form)).to.equal(false);
    await open(form);
    expect(entries(form)).to.have.length(3);
  });

  it('speaks Spanish where the page does', async () => {
    const { form } = await withPast();
    form.form.lang = 'es';
    await eventually(() => hasRole(form.root, 'button', 'Historial'), 'the button is in Spanish');
    await form.press('Historial');
    await eventually(() => form.root.querySelectorAll('summary').length === 3, 'the history is shown');
    const summary = form.root.querySelector('summary')!;
    expect(visibleText(summary)).to.contain('hace 1 hora');
    summary.click();
    await eventually(() => hasRole(form.root, 'button', /^Recuperar /), 'the values are shown');
    expect(form.text).to.contain('Antes').and.to.contain('Después').and.to.contain('Añadido:');
  });
});
