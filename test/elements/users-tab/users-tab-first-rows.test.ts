import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { UsersTab } from '../../../src/elements/users-tab/users-tab.js';
import { generateUsers } from '../../../stories/support/generate-users.js';
import { accountId, storeWith, viewers } from '../../support/accounts.js';
import { eventually } from '../../support/eventually.js';
import { UsersTabHarness } from './users-tab.harness.js';

describe('users-tab: the first page', () => {
  const rowsOf = (tab: UsersTab) => tab.shadowRoot!.querySelectorAll('tbody tr[data-user]').length;

  /** How many rows there were each time that their number changed. */
  async function counts(size: number): Promise<{ seen: number[]; tab: UsersTab }> {
    const tab = document.createElement('users-tab');
    Object.assign(tab, { accountId, viewer: viewers.administrator, adapter: new MemoryAdapter({ store: storeWith({}, generateUsers(size)), viewer: viewers.administrator }) });
    const seen: number[] = [];
    document.body.append(tab);
    await tab.updateComplete;
    const observer = new MutationObserver(() => {
      if (rowsOf(tab) !== (seen.at(-1) ?? 0)) seen.push(rowsOf(tab));
    });
    observer.observe(tab.shadowRoot!, { childList: true, subtree: true });
    await eventually(() => rowsOf(tab) > 0, 'there are rows');
    await tab.updateComplete;
    observer.disconnect();
    return { seen: [...seen, rowsOf(tab)], tab };
  }

  it('is there at once as far as it is seen, and whole when its update is complete', async () => {
    const { seen, tab } = await counts(120);
    expect(seen[0]).to.equal(16);
    expect(seen.at(-1)).to.equal(50);
    expect(tab.shadowRoot!.querySelector('#page-next'), 'pages can be turned').not.to.equal(null);
    tab.remove();
  });

  it('is there at once where all of it is seen', async () => {
    const { seen, tab } = await counts(10);
    expect([...new Set(seen)]).to.have.length(1);
    tab.remove();
  });

  it('has all of its rows for whoever waits until it is listed', async () => {
    const users = await (await UsersTabHarness.show(new MemoryAdapter({ store: storeWith({}, generateUsers(120)), viewer: viewers.administrator }))).listed();
    expect(rowsOf(users.element)).to.equal(50);
  });
});
