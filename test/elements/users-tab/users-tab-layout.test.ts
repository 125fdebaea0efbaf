import { nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { fewUsers, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole } from '../../support/deep-query.js';
import { UsersTabHarness } from './users-tab.harness.js';

const wordy = {
  ...fewUsers[1], id: 'wordy', name: 'Bartholomew Featherstonehaugh-Cholmondeley', mailingLists: ['product-news', 'incidents'],
  email: 'bartholomew.featherstonehaugh.cholmondeley.the.third@international-restaurants.subsidiary.mesa.example',
};

async function showIn(width: string): Promise<UsersTabHarness> {
  const users = await (await UsersTabHarness.show(new MemoryAdapter({ store: storeWith(undefined, [...fewUsers, wordy]), viewer: viewers.administrator }))).listed();
  const { style } = users.element.parentElement!;
  Object.assign(style, { width, maxWidth: '100vw' });
  await users.settled();
  return users;
}

const fits = (inner: DOMRect, outer: DOMRect) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1;

describe('users-tab: room', () => {
  for (const width of ['760px', '480px', '300px']) {
    it(`shows every column and every action in ${width}, however long an address is`, async () => {
      const users = await showIn(width);
      const box = byRole(users.root, 'table').parentElement!;
      expect(box.scrollWidth, 'nothing to scroll to').to.be.at.most(box.clientWidth);
      for (const button of allByRole(users.root, 'button', { name: /^Actions for/ })) expect(fits(button.getBoundingClientRect(), box.getBoundingClientRect()), button.id).to.equal(true);
    });
  }

  for (const width of ['798px', '900px', '1200px']) {
    it(`has its actions in sight in ${width}`, async () => {
      const users = await showIn(width);
      users.element.parentElement!.style.maxWidth = 'none';
      const box = byRole(users.root, 'table').parentElement!;
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
      for (const button of allByRole(users.root, 'button', { name: /^Actions for/ })) expect(fits(button.getBoundingClientRect(), box.getBoundingClientRect()), button.id).to.equal(true);
    });
  }

  it('says when an invitation expires in two lines at most', async () => {
    const users = await showIn('900px');
    users.element.parentElement!.style.maxWidth = 'none';
    const cell = allByRole(users.root, 'cell').find((one) => /^\s*Invited\s+expires/.test(one.textContent ?? ''))!;
    // Below the badge: a text has one box for each of its lines.
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    let text = texts.nextNode();
    while (text && !/expires/.test(text.textContent ?? '')) text = texts.nextNode();
    const range = document.createRange();
    range.selectNodeContents(text!);
    expect(range.getClientRects().length).to.equal(1);
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`keeps menus 8 px from the edges of the window, ${dir}`, async () => {
      const users = await showIn('300px');
      const { parentElement } = users.element;
      Object.assign(parentElement!.style, { position: 'absolute', top: '0', right: dir === 'ltr' ? '0' : 'auto', left: dir === 'ltr' ? 'auto' : '0' });
      parentElement!.dir = dir;
      // A menu closes when its button is scrolled out of sight: here it is in sight, and stays there.
      byRole(users.root, 'button', 'Actions for Laura Méndez').scrollIntoView({ block: 'center' });
      await nextFrame();
      // Near the top: a menu whose button is out of sight closes.
      await users.type('Search users', 'laura');
      await users.shows('Laura Méndez');
      await users.menu('Laura Méndez');
      const { left, right } = byRole(users.root, 'menu').getBoundingClientRect();
      expect(left).to.be.at.least(8);
      expect(right).to.be.at.most(document.documentElement.clientWidth - 8);
      await sendKeys({ press: 'Escape' });
    });
  }
});
