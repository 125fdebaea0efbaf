import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { RequirementSet } from '../../../src/domain/requirements.js';
import type { User } from '../../../src/domain/user.js';
import type { PersistenceAdapter, UserDirectory } from '../../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { generateUsers } from '../../../stories/support/generate-users.js';
import { altered, Colleague, deferred, fewUsers, laura, storeWith } from '../../support/accounts.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { allByRole, byRole, deepActiveElement, hasRole, nameOf, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { Recorder } from '../../support/recorder.js';
import { showForm } from './form.fixture.js';

const field = 'Alert Contacts';
function requirementsOf(limits: { min?: number; max?: number } = {}): RequirementSet {
  return { version: 'users', fields: [{ key: 'alertContacts', kind: 'users', audience: 'internal', requirement: 'required', ...limits }] };
}
const requirements = requirementsOf();

const box = (form: ContactInfoFormHarness) => byRole<HTMLInputElement>(form.root, 'combobox', field);
const options = (form: ContactInfoFormHarness) => allByRole(form.root, 'option').map(nameOf);
const listText = (form: ContactInfoFormHarness) => visibleText(box(form).parentElement!);
const listed = (form: ContactInfoFormHarness, text: RegExp) => eventually(() => options(form).some((option) => text.test(option)), `${String(text)} is listed`);

async function press(form: ContactInfoFormHarness, ...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
  await form.form.updateComplete;
}

/** A form about nothing but the alert contacts of an account with those users. */
async function show(alertContacts: string[] | undefined, users: readonly User[] = fewUsers, set = requirements) {
  const store = storeWith(alertContacts && { alertContacts }, [...users]);
  const form = await showForm(new MemoryAdapter({ store }), { requirements: set });
  await eventually(() => hasRole(form.root, 'combobox'), 'the form has loaded');
  return { store, form };
}

/** A form on a directory some of whose methods are exchanged. */
async function showWith(working: MemoryAdapter, changes: Partial<UserDirectory>) {
  const { users } = working;
  const directory: UserDirectory = {
    listUsers: (request) => users.listUsers(request), getUsers: (request) => users.getUsers(request), inviteUsers: (request) => users.inviteUsers(request),
    updateUser: (request) => users.updateUser(request), removeUser: (request) => users.removeUser(request), resendInvitation: (request) => users.resendInvitation(request),
    ...changes,
  };
  const adapter: PersistenceAdapter = altered(working, { users: directory });
  const form = await showForm(adapter, { requirements });
  await eventually(() => hasRole(form.root, 'combobox'), 'the form has loaded');
  return form;
}

describe('contact-info-form: one of 100,000 users', function () {
  this.timeout(120_000);
  const store = storeWith(undefined, generateUsers(100_000));
  let form: ContactInfoFormHarness;

  beforeEach(async () => {
    form = await showForm(new MemoryAdapter({ store }), { requirements });
    await eventually(() => hasRole(form.root, 'combobox'), 'the form has loaded');
    box(form).focus();
  });

  it('is found by name or address, with case and accents folded, and chosen by keys alone', async () => {
    await press(form, 'ArrowDown');
    await listed(form, /Ana Abe/);
    expect(options(form).length, 'a page').to.equal(20);
    await sendKeys({ type: 'LUCIA NUNEZ' });
    await listed(form, /^Lucía Núñez/);
    expect(options(form).every((option) => option.includes('Lucía Núñez'))).to.equal(true);
    await press(form, 'ArrowDown', 'Enter');
    const [first] = form.form.value.alertContacts as string[];
    expect(form.removable).to.deep.equal(['Lucía Núñez']);
    await sendKeys({ type: 'kovalchuk.99982@' });
    await eventually(() => options(form).length === 1 && /kovalchuk\.99982@/.test(options(form)[0]), 'the one with that address is listed');
    await press(form, 'ArrowDown', 'Enter', 'Escape');
    expect(form.form.value.alertContacts).to.deep.equal([first, 'user-99982']);
    expect(await form.form.submit()).to.equal(true);
  });

  it('is one page of a list that says how many more there are', async () => {
    await press(form, 'ArrowDown');
    await eventually(() => /[\d,]+ more/.test(listText(form)), 'it is said how many more there are');
    const more = () => Number(/([\d,]+) more/.exec(listText(form))![1].replaceAll(',', ''));
    const atFirst = more();
    expect(options(form).length).to.equal(20);
    expect(atFirst).to.be.greaterThan(80_000);
    allByRole(form.root, 'option').at(-1)!.scrollIntoView();
    await eventually(() => options(form).length === 40, 'the next page is listed too');
    expect(more()).to.equal(atFirst - 20);
  });
});

describe('contact-info-form: searching users', () => {
  it('asks once the person stops typing, and shows what the newest search found', async () => {
    const searches: (string | undefined)[] = [];
    const first = deferred();
    const working = new MemoryAdapter({ store: storeWith(undefined, [...fewUsers, ...generateUsers(60)]) });
    const form = await showWith(working, {
      listUsers: async (request) => {
        searches.push(request.search);
        if (request.search === 'bruno') await first.promise;
        return working.users.listUsers(request);
      },
    });
    box(form).focus();
    // Faster than anybody, so that no machine is too slow for it.
    for (const typed of ['b', 'br', 'bru', 'brun', 'bruno']) {
      box(form).value = typed;
      box(form).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    await eventually(() => searches.includes('bruno'), 'it was asked for Bruno');
    expect(searches.filter((search) => search !== undefined), 'and for no half of the name').to.deep.equal(['bruno']);
    for (let index = 0; index < 5; index += 1) await press(form, 'Backspace');
    await sendKeys({ type: 'diego' });
    await listed(form, /Diego Ruiz/);
    first.resolve();
    await form.settled();
    expect(options(form).every((option) => !option.includes('Bruno'))).to.equal(true);
  });

  it('goes on where the list is scrolled, and no further than a person scrolls', async () => {
    const { form } = await show(undefined, generateUsers(400));
    box(form).focus();
    await press(form, 'ArrowDown');
    for (let shown = 20; shown < 200; shown += 20) {
      await eventually(() => options(form).length === shown, `${shown} are listed`);
      allByRole(form.root, 'option').at(-1)!.scrollIntoView();
    }
    await eventually(() => options(form).length === 200, 'as many as are ever listed');
    expect(new Set(options(form)).size).to.equal(200);
    const left = generateUsers(400).filter(({ status }) => status === 'active').length - 200;
    expect(listText(form)).to.contain(`${left} more: keep typing to find them.`);
  });

  it('reaches the last of a list that is a little longer than a page by arrow keys', async () => {
    const { form } = await show(undefined, generateUsers(30).map((user) => ({ ...user, status: 'active' as const })));
    box(form).focus();
    await press(form, 'ArrowDown');
    await eventually(() => options(form).length === 20, 'a page is listed');
    for (let index = 0; index < 16; index += 1) await press(form, 'ArrowDown');
    await eventually(() => options(form).length === 30, 'the rest is listed too');
    expect(listText(form)).not.to.contain('more');
  });

  it('says that it failed inside the list, and tries again there, by keys alone', async () => {
    let isDown = true;
    const working = new MemoryAdapter({ store: storeWith({ alertContacts: ['laura'] }) });
    const form = await showWith(working, {
      listUsers: (request) => (isDown ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : working.users.listUsers(request)),
    });
    const recorder = new Recorder(form.form, 'contact-info-error');
    box(form).focus();
    await press(form, 'ArrowDown');
    await eventually(() => listText(form).includes('cannot be searched at the moment'), 'the failure is said');
    expect(recorder.details).to.deep.equal([{ code: 'unavailable', operation: 'search-users' }]);
    expect(form.removable, 'who was chosen stays').to.deep.equal(['Laura Méndez']);
    expect(form.form.evaluation.complete).to.equal(true);
    await press(form, 'Tab');
    expect(nameOf(deepActiveElement()!)).to.equal('Try again');
    expect(box(form).getAttribute('aria-expanded'), 'the list stays').to.equal('true');
    isDown = false;
    await press(form, 'Enter');
    await listed(form, /Diego Ruiz/);
    expect(deepActiveElement()).to.equal(box(form));
    expect(listText(form)).not.to.contain('cannot');
  });

  it('closes a list that failed by Escape on its button', async () => {
    const form = await showWith(new MemoryAdapter({ store: storeWith() }), { listUsers: () => Promise.reject(new PersistenceError('unauthenticated', 'Out.')) });
    box(form).focus();
    await press(form, 'ArrowDown');
    await eventually(() => listText(form).includes('signed out'), 'the reason is said');
    await press(form, 'Tab', 'Escape');
    expect([box(form).getAttribute('aria-expanded'), deepActiveElement() === box(form)]).to.deep.equal(['false', true]);
  });

  it('says what to do where nobody is active', async () => {
    const { form } = await show(undefined, fewUsers.filter(({ status }) => status !== 'active'));
    box(form).focus();
    await press(form, 'ArrowDown');
    await eventually(() => listText(form).includes('There are no active users yet. Invite somebody'), 'that is said');
    expect(options(form)).to.deep.equal([]);
  });

  it('lists who becomes active while the list is open', async () => {
    const { form, store } = await show(undefined, fewUsers.filter(({ status }) => status !== 'active'));
    box(form).focus();
    await press(form, 'ArrowDown');
    await eventually(() => listText(form).includes('There are no active users yet.'), 'nobody is there');
    const colleague = new Colleague(store);
    const [invitation] = await colleague.users.inviteUsers({ ...colleague.request(), invitations: [{ email: 'bo@mesa.example', name: 'Bo Lind', role: 'editor', mailingLists: [] }] });
    if (!invitation.ok) throw new Error('The invitation was refused.');
    const { id, revision } = invitation.user;
    await colleague.users.updateUser({ ...colleague.request(), userId: id, changes: { status: 'active' }, baseRevision: revision });
    await listed(form, /^Bo Lind/);
    expect(box(form).getAttribute('aria-expanded')).to.equal('true');
  });

  it('lists who is in another store, where the host gives one while the first is still asked', async () => {
    const waiting = deferred<never>();
    const form = await showWith(new MemoryAdapter({ store: storeWith() }), { listUsers: () => waiting.promise });
    box(form).focus();
    await press(form, 'ArrowDown');
    await eventually(() => listText(form).includes('Loading'), 'the first is asked');
    form.form.adapter = new MemoryAdapter({ store: storeWith(undefined, [{ ...laura, name: 'Noor Haddad' }]) });
    await form.form.updateComplete;
    waiting.reject(new PersistenceError('unavailable', 'Gone.'));
    await listed(form, /^Noor Haddad/);
  });

  it('marks whoever is looking, in the list and among the chosen', async () => {
    const { form } = await show(['laura']);
    expect(form.text).to.contain('Laura Méndez (you)');
    box(form).focus();
    await press(form, 'ArrowDown');
    await listed(form, /^Laura Méndez \(you\)/);
    expect(options(form).filter((option) => option.includes('(you)'))).to.have.length(1);
  });
});

describe('contact-info-form: chosen users who cannot be reached', () => {
  it('says why of each, and which of them it is in the summary', async () => {
    const { form } = await show(['laura', 'noor', 'ana', 'nobody']);
    const entries = allByRole(form.root, 'listitem').map(visibleText);
    expect(entries[0]).not.to.contain('Choose');
    expect(entries[1]).to.contain('Noor Haddad').and.to.contain('was deactivated');
    expect(entries[2]).to.contain('Ana Gómez').and.to.contain('has not accepted the invitation yet');
    expect(entries[3]).to.contain('no longer a user of this account');
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary).to.deep.equal([
      'Alert Contacts, Noor Haddad: This user was deactivated. Choose somebody else, or remove them.',
      'Alert Contacts, Ana Gómez: This user has not accepted the invitation yet. Choose somebody else, or ask them to accept it.',
      'Alert Contacts, A user who is no longer here: This is no longer a user of this account. Choose somebody else, or remove them.',
    ]);
    byRole(form.root, 'link', 'Alert Contacts, Ana Gómez').click();
    await form.settled();
    expect(nameOf(deepActiveElement()!)).to.equal('Choose a replacement for Ana Gómez');
  });

  it('puts a replacement in the place of one, by keys alone', async () => {
    const { form } = await show(['noor', 'laura'], [...fewUsers, { ...laura, id: 'bo', name: 'Bo Lind', email: 'bo@mesa.example' }], requirementsOf({ max: 2 }));
    byRole(form.root, 'button', 'Choose a replacement for Noor Haddad').focus();
    await press(form, 'Enter');
    await listed(form, /Bo Lind/);
    expect(deepActiveElement()).to.equal(box(form));
    expect(form.text).to.contain('Choose who takes the place of Noor Haddad.');
    await press(form, 'ArrowDown', 'Enter');
    expect(form.form.value.alertContacts).to.deep.equal(['bo', 'laura']);
    expect(form.text).to.contain('Bo Lind takes the place of Noor Haddad.');
    expect([box(form).getAttribute('aria-expanded'), deepActiveElement() === box(form)]).to.deep.equal(['false', true]);
    expect(form.form.evaluation.complete).to.equal(true);
  });

  it('takes no replacement where the list is closed without one', async () => {
    const { form } = await show(['noor']);
    await form.press('Choose a replacement for Noor Haddad');
    await listed(form, /Diego Ruiz/);
    await press(form, 'Escape');
    expect(form.text).not.to.contain('takes the place');
    await form.choose(field, 'Diego Ruiz');
    expect(form.form.value.alertContacts).to.deep.equal(['noor', 'diego']);
  });

  it('follows what happens to them while the form is open, saved or not, and keeps the name of one who is removed', async () => {
    const { form, store } = await show(['diego']);
    const bo: User = { ...laura, id: 'bo', name: 'Bo Lind', email: 'bo@mesa.example', role: 'editor' };
    const colleague = new Colleague(store);
    const [invitation] = await colleague.users.inviteUsers({ ...colleague.request(), invitations: [{ email: bo.email, name: bo.name, role: bo.role, mailingLists: [] }] });
    if (!invitation.ok) throw new Error('The invitation was refused.');
    const change = async (userId: string, status: 'active' | 'deactivated') => {
      const [{ revision }] = await colleague.users.getUsers({ ...colleague.request(), ids: [userId] });
      return colleague.users.updateUser({ ...colleague.request(), userId, changes: { status }, baseRevision: revision });
    };
    const { id } = await change(invitation.user.id, 'active');
    await form.choose(field, 'Bo Lind');
    expect(form.form.evaluation.complete).to.equal(true);
    const { revision } = await change(id, 'deactivated');
    await eventually(() => form.text.includes('was deactivated'), 'the reason is shown');
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary).to.have.length(1);
    box(form).focus();
    await colleague.users.removeUser({ ...colleague.request(), userId: id, baseRevision: revision });
    await eventually(() => /Bo Lind.*no longer a user of this account/.test(form.text), 'the name is kept');
    expect(form.summary).to.deep.equal(['Alert Contacts, Bo Lind: This is no longer a user of this account. Choose somebody else, or remove them.']);
    expect(deepActiveElement(), 'the summary takes the focus once').to.equal(box(form));
    await form.press('Remove Bo Lind');
    await form.settled();
    expect(form.summary).to.deep.equal([]);
  });

  it('shows them by id where the directory cannot say who they are, and calls nobody removed', async () => {
    let isDown = true;
    const working = new MemoryAdapter({ store: storeWith({ alertContacts: ['laura', 'noor'] }) });
    const form = await showWith(working, {
      getUsers: (request) => (isDown ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : working.users.getUsers(request)),
    });
    await eventually(() => form.text.includes('cannot be looked up at the moment'), 'that is said');
    expect(form.removable).to.deep.equal(['laura', 'noor']);
    expect(form.text).not.to.contain('no longer').and.not.to.contain('deactivated');
    isDown = false;
    await form.press('Try again');
    await eventually(() => form.text.includes('Laura Méndez'), 'the names are there');
    expect(form.text).to.contain('was deactivated').and.not.to.contain('looked up');
  });
});

describe('contact-info-form: how many users', () => {
  it('takes no more than are allowed, and says so', async () => {
    const { form } = await show(['laura'], fewUsers, requirementsOf({ max: 1 }));
    expect(form.text).to.contain('Only 1 user can be chosen here. Remove the one you have to choose somebody else.');
    await form.choose(field, 'Diego Ruiz');
    expect(form.form.value.alertContacts).to.deep.equal(['laura']);
    await form.press('Remove Laura Méndez');
    await form.choose(field, 'Diego Ruiz');
    expect(form.form.value.alertContacts).to.deep.equal(['diego']);
  });

  it('says how many are needed', async () => {
    const { form } = await show(undefined, fewUsers, requirementsOf({ min: 2, max: 3 }));
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary).to.deep.equal(['Alert Contacts: Choose at least 2 users.']);
    await form.choose(field, 'Laura Méndez');
    expect(form.text).to.contain('1 of at most 3 chosen.');
    expect(form.summary).to.deep.equal(['Alert Contacts: Choose at least 2: there is only 1.']);
    await form.choose(field, 'Diego Ruiz');
    expect(form.summary).to.deep.equal([]);
    expect(await form.form.submit()).to.equal(true);
  });

  it('shows more than are allowed as they are stored, and says what is wrong', async () => {
    const { form } = await show(['laura', 'diego'], fewUsers, requirementsOf({ max: 1 }));
    expect(form.removable).to.deep.equal(['Laura Méndez', 'Diego Ruiz']);
    expect(form.text).to.contain('Keep at most 1 here: there are 2.');
  });
});
