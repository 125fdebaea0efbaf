import { MemoryAdapter, MemoryStore } from '../src/adapters/memory.js';
import '../src/define/users-tab.js';
import { foldText } from '../src/domain/fold-text.js';
import { defaultRoles, type User } from '../src/domain/user.js';
import type { PersistenceAdapter } from '../src/ports/persistence-adapter.js';
import { PersistenceError } from '../src/ports/persistence-error.js';
import { generateUsers } from './support/generate-users.js';
import { accountId, completeContactInfo, laura, viewers } from './support/scenario-adapter.js';

export default { title: 'Users tab/Several at once', component: 'users-tab' };

const mailingLists = [{ key: 'product-news', label: 'Product news' }, { key: 'incidents', label: 'Incidents' }];
const roles = [...defaultRoles, { key: 'owner', canEditContactInfo: true, canManageUsers: true, rank: 50 }];
const strings = { 'role.owner': 'Owner', 'role.owner.can': 'Everything, and the contract.' };
const olga: User = { ...laura, id: 'olga', name: 'Olga Abe', email: 'olga.abe@mesa.example', role: 'owner' };

function adapter(count = 120): MemoryAdapter {
  const store = new MemoryStore({ [accountId]: { contactInfo: { ...completeContactInfo, alertContacts: ['user-0', 'user-100'] }, users: [laura, olga, ...generateUsers(count)] } });
  return new MemoryAdapter({ store, viewer: viewers.administrator, roles });
}

/** Frames after which a story whose buttons do not come stands still. */
const patience = 1_800;

/** What somebody does, one press after another: by the names of checkboxes, buttons and entries, in what is open. `until` waits for one. */
type Press = string | { choose: string; from: string } | { until: string };

/** The element, in which all of that happens as soon as it is possible. */
function users(presses: Press[], given: PersistenceAdapter = adapter(), properties: object = {}): HTMLElement {
  const element = Object.assign(document.createElement('users-tab'), { accountId, adapter: given, viewer: viewers.administrator, mailingLists, roles, strings, ...properties });
  const waiting = [...presses];
  let frames = 0;
  // A story is not ready before all of it has happened.
  element.setAttribute('aria-busy', 'true');
  const next = () => {
    const [press] = waiting;
    if (press === undefined || (frames += 1) > patience) {
      element.removeAttribute('aria-busy');
      return;
    }
    const root = element.shadowRoot?.querySelector('dialog[open]') ?? element.shadowRoot;
    if (root && pressIn(root, press)) waiting.shift();
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  return element;
}

function pressIn(root: ParentNode, press: Press): boolean {
  const named = (selector: string, name: string) => [...root.querySelectorAll<HTMLElement>(selector)].find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().startsWith(name) && one.checkVisibility());
  if (typeof press !== 'string' && 'until' in press) return named('button', press.until) !== undefined;
  if (typeof press !== 'string') {
    const select = named('label', press.from)?.querySelector('select') ?? root.querySelector<HTMLSelectElement>(`#${named('label', press.from)?.getAttribute('for')}`);
    if (!select) return false;
    select.value = press.choose;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }
  const found = named('button', press) ?? named('label', press)?.querySelector('input');
  found?.click();
  return found !== undefined && found !== null;
}

const page = 'Select all on this page';
/** As they are listed. */
const listed = [laura, olga, ...generateUsers(120)].map((user) => ({ ...user, order: foldText(`${user.name}\n${user.email}`) })).sort((a, b) => (a.order < b.order ? -1 : 1));
const selector = ({ name, email }: Pick<User, 'name' | 'email'>) => `Select ${name || email}`;
const some = [8, 9, 12, 14].map((index) => selector(listed[index]));
const actions = 'Actions for the selected users';

/** Five fail for one reason, one for another. */
function failing(): PersistenceAdapter {
  const working = adapter(30);
  const refuse = (userId: string) => (/user-1\d/.test(userId) ? new PersistenceError(userId.endsWith('1') ? 'conflict' : 'invalid', 'Refused by the story.') : undefined);
  return {
    loadContactInfo: (request) => working.loadContactInfo(request),
    saveContactInfo: (request) => working.saveContactInfo(request),
    users: {
      ...working.users,
      updateUser: (request) => {
        const error = refuse(request.userId);
        return error ? Promise.reject(error) : working.users.updateUser(request);
      },
    },
  };
}

/** It stands at the first, and nobody is named anywhere. */
function standing(): PersistenceAdapter {
  const working = adapter(30);
  return {
    loadContactInfo: () => Promise.resolve(null),
    saveContactInfo: (request) => working.saveContactInfo(request),
    users: { ...working.users, removeUser: () => new Promise(() => undefined) },
  };
}

export const SomeSelected = { render: () => users(some) };
export const PageSelected = { render: () => users([page]) };
export const OnOtherPages = { render: () => users([page, 'Next page', selector(listed[60])]) };
export const AllThatMatch = { render: () => users([page, 'Select all 122']) };
export const Actions = { render: () => users([...some, actions]) };
/** Somebody's role is above the viewer's own, others are named in Alert Contacts, and the viewer is among them. */
export const Removing = { render: () => users([page, 'Select all 122', actions, 'Remove']) };
export const ChangingRoles = { render: () => users([...some, actions, 'Change role', 'Tester']) };
export const ChangingLists = { render: () => users([page, actions, 'Change mailing lists', { choose: 'add', from: 'Incidents' }]) };
/** Somebody has to stay who can manage users. */
export const NobodyStays = { render: () => users([page, actions, 'Deactivate', 'Deactivate'], new MemoryAdapter({ accounts: { [accountId]: { users: [laura, ...generateUsers(12)] } } }), { viewer: null }) };
export const Running = { parameters: { busy: true }, render: () => users([page, actions, 'Remove', 'Remove', { until: 'Stop' }], standing()) };
export const WithFailures = { render: () => users([page, actions, 'Change role', 'Tester', 'Change', { until: 'Try' }], failing()) };
export const Exporting = { render: () => users(['Export']) };
