import { html, type TemplateResult } from 'lit';
import '../src/define/contact-info-form.js';
import { MemoryAdapter, MemoryStore } from '../src/adapters/memory.js';
import type { RequirementSet } from '../src/domain/requirements.js';
import type { User } from '../src/domain/user.js';
import type { PersistenceAdapter } from '../src/ports/persistence-adapter.js';
import { PersistenceError } from '../src/ports/persistence-error.js';
import { generateUsers } from './support/generate-users.js';
import { accountId, fewUsers, scenarioAdapter, viewers } from './support/scenario-adapter.js';

export default { title: 'Contact info form/Users', component: 'contact-info-form' };

function requirementsOf(limits: { min?: number; max?: number } = {}): RequirementSet {
  return { version: 'users-1', fields: [{ key: 'alertContacts', kind: 'users', audience: 'internal', requirement: 'required', ...limits }] };
}

function form(adapter: PersistenceAdapter, requirements = requirementsOf()): TemplateResult {
  return html`<contact-info-form account-id=${accountId} platform-name="Mesa" .viewer=${viewers.administrator} .requirements=${requirements}
    .adapter=${adapter}></contact-info-form>`;
}

function adapterWith(alertContacts: string[], users: readonly User[] = fewUsers): MemoryAdapter {
  return new MemoryAdapter({ store: new MemoryStore({ [accountId]: { contactInfo: { alertContacts }, users: [...users] } }), viewer: viewers.administrator });
}

/** The same, with a directory that can answer nothing, or nothing but who is who. */
function withoutDirectory(adapter: MemoryAdapter, what: 'listing' | 'everything'): PersistenceAdapter {
  const refuse = () => Promise.reject(new PersistenceError('unavailable', 'The scenario has no directory at the moment.'));
  adapter.users.listUsers = refuse;
  if (what === 'everything') adapter.users.getUsers = refuse;
  return adapter;
}

/** Open the list, type a name or an address, scroll. */
export const HundredThousandUsers = { render: () => form(scenarioAdapter('many-users')) };
/** A page and a half of them: the list goes on where it is scrolled. */
export const MoreThanOnePage = { render: () => form(adapterWith(['laura'], [...fewUsers, ...generateUsers(30)])) };
/** Deactivated, invited and removed meanwhile. */
export const NotActive = { render: () => form(adapterWith(['laura', 'noor', 'ana', 'removed-in-march'])) };
export const AsManyAsAllowed = { render: () => form(adapterWith(['laura', 'diego'], [...fewUsers, ...generateUsers(30)]), requirementsOf({ max: 2 })) };
export const TooFew = { render: () => form(adapterWith(['laura']), requirementsOf({ min: 2 })) };
export const NobodyActive = { render: () => form(adapterWith([], fewUsers.filter(({ status }) => status !== 'active'))) };
/** Open the list. */
export const SearchFails = { render: () => form(withoutDirectory(adapterWith(['laura']), 'listing')) };
export const NamesUnreachable = { render: () => form(withoutDirectory(adapterWith(['laura', 'noor']), 'everything')) };
