import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { DocsPage } from './docs-page.js';

const page = new DocsPage('docs/http-adapter.md');

describe('docs/http-adapter.md', () => {
  before(() => page.write());
  after(() => page.remove());

  it('is linked from the README, and leads to files and headings that exist', () => {
    expect(page.isLinkedFromReadme).to.equal(true);
    expect(page.brokenLinks).to.deep.equal([]);
  });

  it('has code with the right types, and none that is not checked', function () {
    this.timeout(180_000);
    expect(page.modules.map(({ name }) => name)).to.deep.equal(['connect.ts', 'check.ts']);
    expect(page.uncheckedBlocks).to.equal(0);
    expect(page.diagnostics()).to.deep.equal([]);
  });

  it('names the statuses that have a code of their own', () => {
    const [, source] = /const codes[^{]*\{([^}]*)\}/.exec(readFileSync('src/adapters/http-problem.ts', 'utf8'))!;
    for (const [, status, code] of source.matchAll(/(\d+): '([\w-]+)'/g)) {
      expect(page.text, `${status} is ${code}`).to.match(new RegExp(`^\\|[^|]*\\b${status}\\b[^|]*\\| \`${code}\``, 'm'));
    }
  });
});
