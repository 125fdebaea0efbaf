import { html, type TemplateResult } from 'lit';
import '../src/define/users-tab.js';
import { MemoryAdapter } from '../src/adapters/memory.js';
import type { ContactInfo } from '../src/domain/contact-info.js';
import { defaultRoles, type User } from '../src/domain/user.js';
import type { UsersTab } from '../src/elements/users-tab/users-tab.js';
import type { PersistenceAdapter, UserDirectory } from '../src/ports/persistence-adapter.js';
import { PersistenceError } from '../src/ports/persistence-error.js';
import { accountId, completeContactInfo, fewUsers, laura, viewers } from './support/scenario-adapter.js';

/** Changing users, and what a rule refuses. Each story goes as far as a person would, and stops before the end. */
export default { title: 'Users tab/Changing', component: 'users-tab' };

const mailingLists = [{ key: 'product-news', label: 'Product news' }, { key: 'incidents', label: 'Incidents' }];
const ada: User = { ...laura, id: 'ada', name: 'Ada King', email: 'ada.king@mesa.example', mailingLists: ['incidents'] };
const namesake: User = { ...fewUsers[1], id: 'diego-2', email: 'diego.ruiz@bar.example', role: 'tester' };

interface Setting {
  users?: readonly User[];
  contactInfo?: ContactInfo;
  directory?: Partial<UserDirectory>;
  properties?: Partial<UsersTab>;
}

function adapterOf({ users = [...fewUsers, ada], contactInfo, directory, properties }: Setting): PersistenceAdapter {
  const adapter = new MemoryAdapter({ accounts: { [accountId]: { users: [...users], contactInfo } }, viewer: properties?.viewer ?? viewers.administrator, roles: properties?.roles });
  return directory ? { loadContactInfo: (request) => adapter.loadContactInfo(request), saveContactInfo: (request) => adapter.saveContactInfo(request), users: { ...adapter.users, ...directory } } : adapter;
}

/** What a person presses, one after another: each as soon as it is there. */
function pressing(setting: Setting, ...names: string[]): TemplateResult {
  const element = Object.assign(document.createElement('users-tab'), {
    accountId, viewer: viewers.administrator, mailingLists, adapter: adapterOf(setting), ...setting.properties,
  } satisfies Partial<UsersTab>);
  const left = [...names];
  const next = () => {
    const scope = element.shadowRoot?.querySelector('dialog[open]') ?? element.shadowRoot;
    const found = [...scope?.querySelectorAll<HTMLElement>('button, label.choice') ?? []].find((one) => (one.ariaLabel ?? one.textContent ?? '').trim().startsWith(left[0]));
    if (!found || found.ariaDisabled === 'true') return;
    left.shift();
    found.click();
  };
  const follow = async () => {
    while (left.length > 0 && element.isConnected) {
      await element.updateComplete;
      next();
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  requestAnimationFrame(() => void follow());
  return html`${element}`;
}

const never = () => new Promise<never>(() => undefined);
const refuse = () => Promise.reject(new PersistenceError('unavailable', 'The story refuses.'));

export const Menu = { render: () => pressing({}, 'Actions for Diego Ruiz') };
/** Who has a role above one's own. */
export const AboveOneself = {
  render: () => {
    const roles = [...defaultRoles, { key: 'owner', canEditContactInfo: true, canManageUsers: true, rank: 50 }];
    return pressing({ users: [...fewUsers, { ...ada, role: 'owner' }], properties: { roles, strings: { 'role.owner': 'Owner' } } }, 'Actions for Ada King');
  },
};
export const LastAdministrator = { render: () => pressing({ users: fewUsers }, 'Actions for Laura Méndez') };
export const Edit = { render: () => pressing({}, 'Actions for Diego Ruiz', 'Edit') };
/** What the role gives and takes. */
export const Role = { render: () => pressing({}, 'Actions for Ada King', 'Change role', 'Tester') };
/** Roles of the host's own, one of them with an ability that it has words for. */
export const OwnRoles = {
  render: () => {
    const roles = [...defaultRoles, { key: 'auditor', canEditContactInfo: false, canManageUsers: true, rank: 35, canSeeReports: true }, { key: 'kitchen', canEditContactInfo: false, canManageUsers: false, rank: 5 }];
    const strings = { 'role.auditor': 'Auditor', 'role.auditor.can': 'Reads all reports, and decides who else does.', 'ability.canSeeReports': 'see the reports' };
    return pressing({ properties: { roles, strings } }, 'Actions for Diego Ruiz', 'Change role', 'Auditor');
  },
};
export const RolesOfTheLastAdministrator = { render: () => pressing({ users: fewUsers }, 'Actions for Laura Méndez', 'Change role') };
export const OneselfDemoted = { render: () => pressing({}, 'Actions for Laura Méndez', 'Change role', 'Editor') };
export const OneselfRemoved = { render: () => pressing({}, 'Actions for Laura Méndez', 'Remove') };
export const Deactivate = { render: () => pressing({}, 'Actions for Diego Ruiz', 'Deactivate') };
/** Two people have the name: the address tells them apart. */
export const RemoveNamesake = { render: () => pressing({ users: [...fewUsers, namesake] }, 'Actions for Diego Ruiz', 'Remove') };
/** An alert contact: somebody has to take over. */
export const RemoveAlertContact = { render: () => pressing({ contactInfo: { ...completeContactInfo, alertContacts: ['diego'] } }, 'Actions for Diego Ruiz', 'Remove') };
export const RemoveAlertContactUnanswered = { render: () => pressing({ contactInfo: { ...completeContactInfo, alertContacts: ['diego'] } }, 'Actions for Diego Ruiz', 'Remove', 'Remove') };
/** Nobody else is active. */
export const NobodyTakesOver = {
  render: () => pressing({
    users: [{ ...laura, role: 'editor' }, ...fewUsers.slice(2)], contactInfo: completeContactInfo, properties: { viewer: { id: 'chief', role: 'administrator' } },
  }, 'Actions for Laura Méndez', 'Remove'),
};
export const Saving = { parameters: { busy: true }, render: () => pressing({ directory: { updateUser: never } }, 'Actions for Diego Ruiz', 'Deactivate', 'Deactivate') };
/** The dialog was closed: the row goes on. */
export const RemovingAtItsRow = { parameters: { busy: true }, render: () => pressing({ directory: { removeUser: never } }, 'Actions for Diego Ruiz', 'Remove', 'Remove', 'Close') };
export const FailedInItsDialog = { render: () => pressing({ directory: { updateUser: refuse } }, 'Actions for Diego Ruiz', 'Change role', 'Tester', 'Change role') };
/** The dialog was closed before: the row says what failed. */
export const FailedAtItsRow = {
  render: () => pressing({ directory: { updateUser: () => new Promise((_, reject) => setTimeout(() => void refuse().catch(reject), 300)) } }, 'Actions for Diego Ruiz', 'Deactivate', 'Deactivate', 'Close'),
};
export const Dark = {
  render: () => html`<style>.dark { color-scheme: dark; background: #15181e; padding: 1rem; }</style><div class="dark">${pressing({}, 'Actions for Ada King', 'Change role', 'Tester')}</div>`,
};
export const RightToLeft = { render: () => html`<div lang="ar" dir="rtl">${pressing({ users: fewUsers }, 'Actions for Laura Méndez')}</div>` };
export const Spanish = {
  render: () => html`<div lang="es">${pressing({ contactInfo: { ...completeContactInfo, alertContacts: ['diego'] } }, 'Acciones para Diego Ruiz', 'Quitar')}</div>`,
};
