import { html, type TemplateResult } from 'lit';
import '../src/define/users-tab.js';
import type { UsersTab } from '../src/elements/users-tab/users-tab.js';
import type { PersistenceAdapter } from '../src/ports/persistence-adapter.js';
import { PersistenceError } from '../src/ports/persistence-error.js';
import { listing, oddUsers, people } from './support/odd-users.js';
import { accountId, fewUsers, laura, scenarioAdapter, viewers } from './support/scenario-adapter.js';

export default { title: 'Users tab: the list', component: 'users-tab' };

const mailingLists = [{ key: 'product-news', label: 'Product news' }, { key: 'incidents', label: 'Incidents' }];
const [first] = fewUsers;

function users(adapter: PersistenceAdapter, viewer: { id: string; role: string } = viewers.administrator): TemplateResult {
  return html`<users-tab account-id=${accountId} platform-name="Mesa" .viewer=${viewer} .mailingLists=${mailingLists} .adapter=${adapter}></users-tab>`;
}

/** As it looks while somebody searches. */
function searched(adapter: PersistenceAdapter, text: string): UsersTab {
  const element = Object.assign(document.createElement('users-tab'), { accountId, viewer: viewers.administrator, mailingLists, adapter });
  const type = () => {
    const box = element.shadowRoot?.querySelector<HTMLInputElement>('input[type="search"]');
    if (!box) return;
    box.value = text;
    box.dispatchEvent(new Event('input'));
  };
  // It renders once it is in a document.
  requestAnimationFrame(() => void element.updateComplete.then(type));
  return element;
}

/** What is searched for is marked, accents or none. */
export const Found = { render: () => searched(scenarioAdapter('some-users'), 'fernan') };
export const NobodyFound = { render: () => searched(scenarioAdapter('some-users'), 'nobody at all') };
export const ReadOnly = { render: () => users(scenarioAdapter('some-users', viewers.editor), viewers.editor) };
export const StrangeNames = { render: () => users(listing(() => ({ users: oddUsers, total: oddUsers.length, nextCursor: null }))) };
const strangers = [
  first, { ...first, id: 'b', name: 'Ben Auditor', email: 'ben@mesa.example', role: 'auditor' }, { ...first, id: 'c', name: 'Cleo Suspended', email: 'cleo@mesa.example', status: 'suspended' },
  { ...first, id: 'd', name: 'Dan Dateless', email: 'dan@mesa.example', lastActiveAt: 'yesterday', status: 'invited', expiresAt: 'soon' }, { id: 'e', name: 'Eve Fragment' }, null,
];
/** A role and a status that nobody defined, dates that are none, and rows of which half is missing. */
export const StrangeRows = { render: () => users(listing(() => ({ users: strangers, total: strangers.length, nextCursor: null }))) };
/** A cursor that leads back, and a total that cannot be true: turn the page. */
export const LoopingCursor = { render: () => users(listing(({ cursor }) => ({ users: people(50, cursor ? 50 : 0), total: 7, nextCursor: 'again' }))) };
/** Fewer users than there should be. */
export const MissingUsers = { render: () => users(listing(() => ({ users: people(3), total: 100_000, nextCursor: null }))) };
export const FailedAfterwards = {
  render: () => {
    let isFirst = true;
    let announce: (() => void) | undefined;
    const adapter = listing(() => {
      if (!isFirst) throw new PersistenceError('unavailable', 'Down.');
      isFirst = false;
      setTimeout(() => announce?.());
      return { users: fewUsers, total: fewUsers.length, nextCursor: null };
    });
    return users({ ...adapter, watch: (_, listener) => void (announce = () => listener({ kind: 'users' })) });
  },
};
export const StrangeNamesFromRightToLeft = { render: () => html`<div lang="he" dir="rtl">${StrangeNames.render()}</div>` };
export const PagesFromRightToLeft = { render: () => html`<div lang="ar" dir="rtl">${users(scenarioAdapter('some-users'))}</div>` };
export const StrangeNamesIn320Pixels = { render: () => html`<style>.narrow { inline-size: 288px; }</style><div class="narrow">${StrangeNames.render()}</div>` };
export const StrangeRowsIn320Pixels = { render: () => html`<style>.narrow { inline-size: 288px; }</style><div class="narrow">${StrangeRows.render()}</div>` };
export const FoundInTheDark = {
  render: () => html`<style>.dark { color-scheme: dark; background: #15181e; padding: 1rem; }</style><div class="dark">${Found.render()}</div>`,
};
/** Somebody whose name only the address tells, in Spanish. */
export const InSpanish = { render: () => html`<div lang="es">${users(listing(() => ({ users: [{ ...laura, name: '' }], total: 1, nextCursor: null })))}</div>` };
