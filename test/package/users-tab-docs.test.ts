import { expect } from 'chai';
import { DocsPage } from './docs-page.js';

const page = new DocsPage('docs/users-tab.md');

describe('docs/users-tab.md', () => {
  before(() => page.write());
  after(() => page.remove());

  it('is linked from the README, and leads to files and headings that exist', () => {
    expect(page.isLinkedFromReadme).to.equal(true);
    expect(page.brokenLinks).to.deep.equal([]);
  });

  it('has code with the right types, and none that is not checked', function () {
    this.timeout(180_000);
    expect(page.modules.map(({ name }) => name)).to.deep.equal(['embed.ts', 'ask.ts']);
    expect(page.uncheckedBlocks).to.equal(0);
    expect(page.diagnostics()).to.deep.equal([]);
  });
});
