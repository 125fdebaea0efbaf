import { html, type TemplateResult } from 'lit';
import '../src/define/users-tab.js';
import { MemoryAdapter } from '../src/adapters/memory.js';
import { accountId, fewUsers, scenarioAdapter, viewers, type ScenarioName } from './support/scenario-adapter.js';

export default { title: 'Users tab', component: 'users-tab' };

const mailingLists = [{ key: 'product-news', label: 'Product news' }, { key: 'incidents', label: 'Incidents' }];

function users(scenario: ScenarioName, viewer: { id: string; role: string } | null = viewers.administrator): TemplateResult {
  return html`<users-tab account-id=${accountId} platform-name="Mesa" .viewer=${viewer} .mailingLists=${mailingLists}
    .adapter=${scenarioAdapter(scenario, viewer)}></users-tab>`;
}

/** Every property by hand. */
export const Playground = {
  args: { accountId, platformName: 'Mesa', mailingLists },
  render: (args: object) => Object.assign(document.createElement('users-tab'), args, { adapter: scenarioAdapter('some-users') }),
};
export const Few = { render: () => users('empty') };
export const Nobody = { render: () => users('no-users', null) };
export const SeveralPages = { render: () => users('some-users') };
/** 100,000 users. */
export const Many = { render: () => users('many-users') };
export const Loading = { parameters: { busy: true }, render: () => users('never') };
export const Slow = { parameters: { busy: true }, render: () => users('slow') };
export const Offline = { render: () => users('offline') };
export const WithoutDirectory = { render: () => users('no-directory') };
export const ViewerMayNotManage = { render: () => users('empty', viewers.editor) };
/** Deactivate or remove Laura Méndez: she is the last administrator, and an alert contact. */
export const Guarded = { render: () => users('complete') };
export const WithoutAccount = { render: () => html`<users-tab .adapter=${scenarioAdapter('empty')}></users-tab>` };
export const WithoutAdapter = { render: () => html`<users-tab account-id=${accountId}></users-tab>` };
export const Spanish = { render: () => html`<div lang="es">${users('empty')}</div>` };
export const RightToLeft = { render: () => html`<div lang="ar" dir="rtl">${users('empty')}</div>` };
export const Narrow = { render: () => html`<style>.narrow { inline-size: 288px; }</style><div class="narrow">${users('some-users')}</div>` };
const wordy = {
  ...fewUsers[1], id: 'wordy', name: 'Bartholomew Featherstonehaugh-Cholmondeley', mailingLists: ['product-news', 'incidents'],
  email: 'bartholomew.featherstonehaugh.cholmondeley.the.third@international-restaurants.subsidiary.mesa.example',
};
/** Names and addresses that need more room than there is: the actions stay in sight. */
export const LongNames = {
  render: () => html`<users-tab account-id=${accountId} .viewer=${viewers.administrator} .mailingLists=${mailingLists}
    .adapter=${new MemoryAdapter({ accounts: { [accountId]: { users: [...fewUsers, wordy] } } })}></users-tab>`,
};
export const Dark = {
  render: () => html`<style>.dark { color-scheme: dark; background: #15181e; padding: 1rem; }</style><div class="dark">${users('some-users')}</div>`,
};
