import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { ContactInfo } from '../../../src/domain/contact-info.js';
import type { ContactInfoSubmitDetail } from '../../../src/elements/contact-info-form/contact-info-form.events.js';
import type { PersistenceAdapter, SaveContactInfoRequest } from '../../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { altered, Colleague, completeContactInfo, deferred, laura, partialContactInfo, storeWith } from '../../support/accounts.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { allByRole, byRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { Recorder } from '../../support/recorder.js';
import { emergency, nonEmergency, showForm } from './form.fixture.js';

const other: ContactInfo = { technicalEmergencyContacts: [{ email: 'other@example.com' }] };

/** An adapter with two accounts, and every save that it was asked for. */
function twoAccounts(changes: (working: MemoryAdapter) => Partial<PersistenceAdapter> = () => ({})): { adapter: PersistenceAdapter; saves: SaveContactInfoRequest[] } {
  const working = new MemoryAdapter({ accounts: { mesa: { contactInfo: partialContactInfo, users: [laura] }, other: { contactInfo: other, users: [{ ...laura, id: 'olga', name: 'Olga' }] } } });
  const saves: SaveContactInfoRequest[] = [];
  const changed = altered(working, changes(working));
  const adapter = altered(changed, { saveContactInfo: (request) => {
    saves.push(request);
    return changed.saveContactInfo(request);
  } });
  return { adapter, saves };
}

async function turnTo(form: ContactInfoFormHarness, accountId: string): Promise<void> {
  form.form.accountId = accountId;
  await form.form.updateComplete;
}

const showsOther = (form: ContactInfoFormHarness) => eventually(() => form.removable.join() === 'other@example.com', 'the other account is shown');

describe('contact-info-form: two accounts are kept apart', () => {
  it('saves nothing to another account than the one the host was asked about', async () => {
    const held = deferred();
    const { adapter, saves } = twoAccounts();
    const form = await (await showForm(adapter)).loaded();
    const recorder = new Recorder(form.form, 'contact-info-saved');
    await form.enter(nonEmergency, 'mine@example.com');
    form.form.addEventListener('contact-info-submit', (event) => (event as CustomEvent<ContactInfoSubmitDetail>).detail.waitUntil(held.promise));
    const submitted = form.form.submitForLater();
    await turnTo(form, 'other');
    held.resolve();
    expect(await submitted).to.equal(false);
    await showsOther(form);
    expect([saves, recorder.events, form.form.isDirty]).to.deep.equal([[], [], false]);
    expect(form.text).not.to.contain('Saving…');
  });

  for (const [name, answer] of [
    ['acknowledged', (request: SaveContactInfoRequest) => Promise.resolve({ contactInfo: { ...request.contactInfo, extra: 1 }, revision: 'a2', updatedAt: '' })],
    ['refused with a conflict', () => Promise.reject(new PersistenceError('conflict', 'No.', { current: { contactInfo: completeContactInfo, revision: 'a9', updatedAt: '' } }))],
  ] as const) {
    it(`takes nothing of a save over that is ${name} after the account was left`, async () => {
      const late = deferred();
      const { adapter, saves } = twoAccounts(() => ({ saveContactInfo: (request) => late.promise.then(() => answer(request)) }));
      const form = await (await showForm(adapter)).loaded();
      const recorder = new Recorder(form.form, 'contact-info-saved', 'contact-info-conflict', 'contact-info-error');
      await form.enter(nonEmergency, 'mine@example.com');
      const submitted = form.form.submitForLater();
      await eventually(() => saves.length === 1, 'it is being saved');
      await turnTo(form, 'other');
      await showsOther(form);
      late.resolve();
      expect(await submitted).to.equal(false);
      await form.settled();
      expect([saves.length, recorder.types, form.form.value, form.form.isDirty]).to.deep.equal([1, [], other, false]);
    });
  }

  it('takes no texts, refusals or users over', async () => {
    const listing = deferred();
    let isSlow = false;
    const { adapter } = twoAccounts((working) => ({
      users: { ...working.users, listUsers: (request) => (isSlow ? listing.promise : Promise.resolve()).then(() => working.users.listUsers(request)) },
    }));
    const form = await (await showForm(adapter)).loaded();
    await form.paste(nonEmergency, 'Secret Person, another secret');
    await form.enter('Operational contact (for Mesa)', 'secret at mesa');
    await form.choose('Alert Contacts', 'Laura Méndez');
    isSlow = true;
    await turnTo(form, 'other');
    await showsOther(form);
    expect(form.text.toLowerCase()).not.to.contain('secret');
    expect(form.box('Operational contact (for Mesa)').value).to.equal('');
    const box = byRole(form.root, 'combobox', 'Alert Contacts');
    box.focus();
    await sendKeys({ press: 'ArrowDown' });
    await form.form.updateComplete;
    expect(allByRole(form.root, 'option')).to.deep.equal([]);
    listing.resolve();
    await eventually(() => allByRole(form.root, 'option').length > 0, 'users are listed');
    expect(form.text).to.contain('Olga').and.not.to.contain('Laura');
  });
});

describe('contact-info-form: two stores are kept apart', () => {
  it('merges what another store holds, also under the same revision, and overwrites nothing', async () => {
    const [first, second] = [storeWith(partialContactInfo), storeWith({ ...partialContactInfo, operationalContactInternal: [{ email: 'theirs@example.com' }] })];
    const form = await (await showForm(new MemoryAdapter({ store: first }))).loaded();
    await form.enter(nonEmergency, 'mine@example.com');
    form.form.adapter = new MemoryAdapter({ store: second });
    expect(await form.form.submitForLater()).to.equal(true);
    expect((await new Colleague(second).load())?.contactInfo).to.deep.include({
      technicalNonEmergencyContacts: [{ email: 'mine@example.com' }], operationalContactInternal: [{ email: 'theirs@example.com' }],
    });
    expect((await new Colleague(first).load())?.contactInfo).to.deep.equal(partialContactInfo);
  });

  it('lets an adapter that is exchanged during a save have no say any more', async () => {
    const late = deferred();
    const slow = new MemoryAdapter({ store: storeWith(partialContactInfo) });
    const form = await (await showForm(altered(slow, { saveContactInfo: (request) => late.promise.then(() => slow.saveContactInfo(request)) }))).loaded();
    await form.enter(nonEmergency, 'mine@example.com');
    const recorder = new Recorder(form.form, 'contact-info-saved');
    const submitted = form.form.submitForLater();
    await eventually(() => form.text.includes('Saving…'), 'it is being saved');
    form.form.adapter = new MemoryAdapter({ store: storeWith(partialContactInfo) });
    late.resolve();
    expect(await submitted).to.equal(false);
    await form.settled();
    expect([recorder.events, form.form.isDirty]).to.deep.equal([[], true]);
    expect(form.text).to.contain('There are unsaved changes.');
  });
});

describe('contact-info-form: replies that come late', () => {
  it('keeps what was acknowledged, whatever a reading brings that began before', async () => {
    const late = deferred();
    let loads = 0;
    const working = new MemoryAdapter({ store: storeWith(partialContactInfo) });
    const adapter = altered(working, {
      watch: undefined,
      loadContactInfo: async (request) => {
        const record = await working.loadContactInfo(request);
        if ((loads += 1) === 2) await late.promise;
        return record;
      },
    });
    const form = await (await showForm(adapter)).loaded();
    await form.enter(nonEmergency, 'mine@example.com');
    window.dispatchEvent(new Event('online'));
    await eventually(() => loads === 2, 'it is being read again');
    expect(await form.form.submitForLater()).to.equal(true);
    late.resolve();
    await eventually(() => loads === 3, 'it is read once more');
    await form.settled();
    expect(form.removable).to.include('mine@example.com');
    expect([form.form.isDirty, form.text.includes('Somebody else')]).to.deep.equal([false, false]);
  });

  it('refuses a corrupt answer to a save, and a corrupt record of a conflict, and writes neither back', async () => {
    const corrupt = { ...partialContactInfo, operationalContactInternal: 'not a list' };
    for (const answer of [
      () => Promise.resolve({ contactInfo: corrupt, revision: '9', updatedAt: '' }),
      () => Promise.reject(new PersistenceError('conflict', 'No.', { current: { contactInfo: corrupt, revision: '9', updatedAt: '' } })),
    ]) {
      let saves = 0;
      const form = await (await showForm(altered(new MemoryAdapter({ store: storeWith(partialContactInfo) }), { watch: undefined, saveContactInfo: () => {
        saves += 1;
        return answer();
      } }))).loaded();
      await form.enter(emergency, 'mine@example.com');
      expect(await form.form.submitForLater()).to.equal(false);
      await form.settled();
      expect(form.text).to.contain('What is stored cannot be read (operationalContactInternal)');
      expect([saves, form.removable.includes('mine@example.com'), form.form.isDirty]).to.deep.equal([1, true, true]);
    }
  });
});

describe('contact-info-form: off the page', () => {
  it('follows no store', async () => {
    const signals: AbortSignal[] = [];
    const adapter = altered(new MemoryAdapter(), { watch: ({ signal }) => signals.push(signal) });
    for (let times = 0; times < 20; times += 1) {
      const form = document.createElement('contact-info-form');
      Object.assign(form, { accountId: 'mesa', adapter });
      document.body.append(form);
      if (times % 2) await form.updateComplete;
      form.remove();
      await form.updateComplete;
      form.environment = 'sandbox';
      await form.updateComplete;
    }
    expect(signals.length).to.equal(10);
    expect(signals.every(({ aborted }) => aborted)).to.equal(true);
  });
});
