import { expect } from 'chai';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { partnerPortalRequirements } from '../../src/domain/partner-portal-requirements.js';
import type { RequirementSet } from '../../src/domain/requirements.js';
import { completeContactInfo } from '../../stories/support/scenario-adapter.js';
import { DocsPage } from './docs-page.js';

const page = new DocsPage('docs/contact-info-form.md');
const domain = path.resolve('src/domain/index.ts');

describe('docs/contact-info-form.md', () => {
  before(() => page.write());
  after(() => page.remove());

  it('is linked from the README, and leads to files and headings that exist', () => {
    expect(page.isLinkedFromReadme).to.equal(true);
    expect(page.brokenLinks).to.deep.equal([]);
  });

  it('has no code that is not checked', () => {
    expect(page.modules.map(({ name }) => name)).to.deep.equal(['portal-fields.ts', 'settings-page.ts', 'is-complete.ts', 'refuse.ts', 'listen.ts']);
    expect(page.uncheckedBlocks).to.equal(0);
  });

  it('has code with the right types', function () {
    this.timeout(180_000);
    expect(page.diagnostics()).to.deep.equal([]);
  });

  it('has a host’s own fields that are complete and missing as it says', async () => {
    for (const name of ['portal-fields.ts', 'is-complete.ts']) {
      const code = readFileSync(page.pathOf(name), 'utf8').replace("'portero/domain'", JSON.stringify(pathToFileURL(domain).href));
      writeFileSync(page.pathOf(name), code);
    }
    const { requirements, strings } = (await import(pathToFileURL(page.pathOf('portal-fields.ts')).href)) as { requirements: RequirementSet; strings: Record<string, Record<string, string>> };
    const { missingFields } = (await import(pathToFileURL(page.pathOf('is-complete.ts')).href)) as { missingFields(contactInfo: object | null, ids: string[]): string[] };
    const own = requirements.fields.slice(partnerPortalRequirements.fields.length).map(({ key }) => key);
    for (const texts of Object.values(strings)) {
      expect(Object.keys(texts)).to.deep.equal(own.flatMap((key) => [`fields.${key}.label`, `fields.${key}.help`]));
    }
    const complete = { ...completeContactInfo, securityContacts: [{ email: 'a@example.com' }, { email: 'b@example.com' }], signatories: ['laura'], deliveryHours: completeContactInfo.operationalSupport };
    expect(missingFields(complete, ['laura'])).to.deep.equal([]);
    expect(missingFields(complete, [])).to.deep.equal(['alertContacts', 'signatories']);
    expect(missingFields({ ...complete, securityContacts: [{ email: 'a@example.com' }], signatories: [] }, ['laura'])).to.deep.equal(['securityContacts', 'signatories']);
    expect(missingFields(null, [])).to.include.members(['securityContacts', 'signatories', 'deliveryHours']);
  });
});
