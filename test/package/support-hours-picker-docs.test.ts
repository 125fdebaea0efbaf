import { expect } from 'chai';
import { parseDayEntry } from '../../src/elements/support-hours-picker/day-entry.js';
import { textsFor } from '../elements/support-hours-picker/texts.js';
import { DocsPage } from './docs-page.js';

const page = new DocsPage('docs/support-hours-picker.md');

describe('docs/support-hours-picker.md', () => {
  before(() => page.write());
  after(() => page.remove());

  it('is linked from the README, and leads to files and headings that exist', () => {
    expect(page.isLinkedFromReadme).to.equal(true);
    expect(page.brokenLinks).to.deep.equal([]);
  });

  it('has code with the right types, and none that is not checked', function () {
    this.timeout(180_000);
    expect(page.modules.map(({ name }) => name)).to.deep.equal(['embed.ts']);
    expect(page.uncheckedBlocks).to.equal(0);
    expect(page.diagnostics()).to.deep.equal([]);
  });

  it('says what is understood as it is understood', () => {
    const examples = [...page.text.matchAll(/^\| `(.+)` \| ([\d:–, ]+|closed) \|$/gm)].map(([, written, understood]) => ({ written, understood }));
    expect(examples).to.have.length(9);
    for (const { written, understood } of examples) {
      const result = parseDayEntry(textsFor('en'), written);
      const intervals = result.ok ? result.value.map(({ open, close }) => `${open}–${close}`).join(', ') : 'not understood';
      expect(intervals || 'closed', written).to.equal(understood);
    }
  });
});
