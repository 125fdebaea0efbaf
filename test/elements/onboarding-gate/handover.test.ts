import { expect } from 'chai';
import { MemoryAdapter, type MemoryStore } from '../../../src/adapters/memory.js';
import type { PersistenceAdapter, UserDirectory } from '../../../src/ports/persistence-adapter.js';
import { accountId, altered, completeContactInfo, Colleague, partialContactInfo, storeWith, viewers } from '../../support/accounts.js';
import { byRole, deepActiveElement, hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { GateHarness } from './gate.harness.js';

const viewer = viewers.administrator;

async function show(store: MemoryStore, users?: (directory: UserDirectory) => Partial<UserDirectory>): Promise<GateHarness> {
  const working = new MemoryAdapter({ store, viewer });
  const adapter = users ? altered(working, { users: { ...working.users, ...users(working.users) } } as Partial<PersistenceAdapter>) : working;
  return (await GateHarness.show({ adapter, viewer })).filled();
}

/** Invites as the Users tab does, and answers with the user's id. */
async function invite(gate: GateHarness, { email = 'ana.prieto@mesa.example', name = 'Ana Prieto', role = 'Editor' } = {}): Promise<string> {
  byRole(gate.root, 'tab', 'Users').click();
  await eventually(() => hasRole(gate.root, 'button', 'Invite user'), 'the users are there');
  byRole(gate.root, 'button', 'Invite user').click();
  await eventually(() => hasRole(gate.root, 'textbox', 'E-mail'), 'the dialog is there');
  for (const [label, text] of [['E-mail', email], ['Name', name]]) {
    const box = byRole<HTMLInputElement>(gate.root, 'textbox', label);
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
  const roles = gate.root.querySelector('users-tab')!.shadowRoot!.querySelector<HTMLSelectElement>('#invite-role')!;
  roles.value = role.toLowerCase();
  roles.dispatchEvent(new Event('change'));
  const invited = new Promise<CustomEvent<{ userIds: string[] }>>((resolve) => gate.gate.addEventListener('users-invited', (event) => resolve(event as CustomEvent), { once: true }));
  byRole(gate.root, 'button', 'Send invitation').click();
  return (await invited).detail.userIds[0];
}

describe('onboarding-gate: handing over', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('remembers whom the viewer invited, in words, also for the next visit, and keeps no name', async () => {
    const store = storeWith(partialContactInfo);
    const gate = await show(store);
    expect(gate.text).not.to.contain('Waiting for');
    await invite(gate);
    await eventually(() => /Waiting for \u2068Ana Prieto\u2069, invited today by you\./.test(gate.text), 'it says whom it waits for');
    expect(JSON.stringify({ ...localStorage })).not.to.match(/Ana|mesa\.example/);

    const next = await show(store);
    await eventually(() => next.text.includes('invited today by you'), 'the next page knows too');
    const other = await (await GateHarness.show({ adapter: new MemoryAdapter({ store, viewer: viewers.editor }), viewer: viewers.editor })).filled();
    await other.gate.updateComplete;
    expect(other.text, 'a colleague did not invite her').not.to.contain('Waiting for');
  });

  it('does not wait for somebody whose role cannot complete it', async () => {
    const gate = await show(storeWith(partialContactInfo));
    await invite(gate, { role: 'read-only' });
    await gate.gate.recheck();
    await gate.gate.updateComplete;
    expect(gate.text).not.to.contain('Waiting for');
  });

  it('copies the link where the adapter gave one, and sends the invitation again', async () => {
    const copied: string[] = [];
    const original = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => void copied.push(text) } });
    let isDown = true;
    const gate = await show(storeWith(partialContactInfo), (directory) => ({
      inviteUsers: async (request) => (await directory.inviteUsers(request)).map((result) => (result.ok ? { ...result, link: `https://mesa.example/join/${result.user.id}` } : result)),
      resendInvitation: (request) => (isDown ? Promise.reject(new Error('down')) : directory.resendInvitation(request)),
    }));
    const userId = await invite(gate);
    await eventually(() => hasRole(gate.root, 'button', 'Copy link for Ana Prieto'), 'the link can be copied');
    byRole(gate.root, 'button', 'Copy link for Ana Prieto').click();
    await eventually(() => gate.text.includes('Link copied.'), 'it says so');
    expect(copied).to.deep.equal([`https://mesa.example/join/${userId}`]);

    byRole(gate.root, 'button', 'Send again to Ana Prieto').click();
    await eventually(() => gate.text.includes('was not sent again'), 'the failure is said');
    isDown = false;
    byRole(gate.root, 'button', 'Send again to Ana Prieto').click();
    await eventually(() => gate.text.includes('The invitation of Ana Prieto was sent again.'), 'it is said');
    expect(hasRole(gate.root, 'button', 'Copy link for Ana Prieto'), 'a link that may be void is not offered').to.equal(false);
    if (original) Object.defineProperty(navigator, 'clipboard', original);
    else Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('says that what is typed is not there for a colleague, and saves it for them', async () => {
    const store = storeWith(partialContactInfo);
    const gate = await show(store);
    await invite(gate);
    byRole(gate.root, 'tab', 'Contact information').click();
    await gate.gate.updateComplete;
    const form = gate.root.querySelector('contact-info-form')!;
    form.value = { ...form.value, operationalContactInternal: [{ email: 'operations@mesa.example' }] };
    await eventually(() => gate.text.includes('not saved yet'), 'it is said');
    byRole(gate.root, 'button', 'Save it for them').click();
    await eventually(() => gate.text.includes('They go on from here.'), 'it is saved');
    const found = await new MemoryAdapter({ store, viewer: viewers.editor }).loadContactInfo({ accountId, signal: new AbortController().signal });
    expect(found?.contactInfo.operationalContactInternal).to.deep.equal([{ email: 'operations@mesa.example' }]);
  });

  it('lets the person go on themself, from the first thing that is missing', async () => {
    const store = storeWith(partialContactInfo);
    const gate = await show(store);
    await invite(gate);
    await eventually(() => hasRole(gate.root, 'button', 'I will complete it myself'), 'the way back is there');
    byRole(gate.root, 'button', 'I will complete it myself').click();
    await eventually(() => hasRole(gate.root, 'combobox', 'Alert Contacts') && deepActiveElement() === byRole(gate.root, 'combobox', 'Alert Contacts'), 'the focus is in the first field');
    expect(gate.text).not.to.contain('Waiting for');
    const next = await show(store);
    expect(next.text).not.to.contain('Waiting for');
  });

  it('says when they have joined, and forgets once everything is there', async () => {
    const store = storeWith(partialContactInfo);
    const gate = await show(store);
    const userId = await invite(gate);
    const administrator = new MemoryAdapter({ store });
    const signal = new AbortController().signal;
    const [{ revision }] = await administrator.users.getUsers({ accountId, signal, ids: [userId] });
    await administrator.users.updateUser({ accountId, signal, userId, changes: { status: 'active' }, baseRevision: revision });
    await eventually(() => /\u2068Ana Prieto\u2069 has joined/.test(gate.text), 'it says so');
    await new Colleague(store).saves(completeContactInfo);
    await gate.becomes('complete');
    expect(Object.keys(localStorage).filter((key) => key.startsWith('portero.handover'))).to.deep.equal([]);
  });
});
