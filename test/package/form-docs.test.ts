import { expect } from 'chai';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { partnerPortalRequirements } from '../../src/domain/partner-portal-requirements.js';
import type { RequirementSet } from '../../src/domain/requirements.js';
import { completeContactInfo } from '../../stories/support/scenario-adapter.js';

const file = 'docs/contact-info-form.md';
const text = readFileSync(file, 'utf8');
const domain = path.resolve('src/domain/index.ts');
const entry = path.resolve('src/index.ts');

/** The page's modules, each of which says its name in its first line. */
const modules = [...text.matchAll(/```ts\n\/\/ ([\w-]+\.ts)\n([\s\S]*?)```/g)].map(([, name, code]) => ({ name, code }));

describe('docs/contact-info-form.md', () => {
  let folder: string;

  before(() => {
    mkdirSync('node_modules/.cache', { recursive: true });
    folder = mkdtempSync(path.resolve('node_modules/.cache/form-docs-'));
    for (const { name, code } of modules) writeFileSync(path.join(folder, name), code);
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is linked from the README, and leads to files and headings that exist', () => {
    expect(readFileSync('README.md', 'utf8')).to.contain(`(${file})`);
    for (const [, href] of text.matchAll(/\]\(([^)]+)\)/g)) {
      const [target, heading] = href.split('#');
      const linked = path.join('docs', target);
      expect(existsSync(linked), href).to.equal(true);
      if (heading) expect(readFileSync(linked, 'utf8').toLowerCase().replaceAll(' ', '-'), href).to.contain(`\n##-${heading}\n`);
    }
  });

  it('has no code that is not checked', () => {
    expect(modules.map(({ name }) => name)).to.deep.equal(['portal-fields.ts', 'settings-page.ts', 'is-complete.ts', 'refuse.ts', 'listen.ts']);
    expect(text.match(/```(ts|js)\n/g)).to.have.length(modules.length);
  });

  it('has code with the right types', function () {
    // It reads the types of everything that the package exports.
    this.timeout(180_000);
    const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', (name) => readFileSync(name, 'utf8')).config, ts.sys, '.');
    const paths = { portero: [entry], 'portero/domain': [domain], 'portero/define': [path.resolve('src/define/index.ts')] };
    const program = ts.createProgram(modules.map(({ name }) => path.join(folder, name)), { ...options, paths });
    const diagnostics = ts.getPreEmitDiagnostics(program).map(({ messageText, file: where }) => `${where?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
    expect(diagnostics).to.deep.equal([]);
  });

  it('has a host’s own fields that are complete and missing as it says', async () => {
    for (const name of ['portal-fields.ts', 'is-complete.ts']) {
      const code = readFileSync(path.join(folder, name), 'utf8').replace("'portero/domain'", JSON.stringify(pathToFileURL(domain).href));
      writeFileSync(path.join(folder, name), code);
    }
    const { requirements, strings } = (await import(pathToFileURL(path.join(folder, 'portal-fields.ts')).href)) as { requirements: RequirementSet; strings: Record<string, Record<string, string>> };
    const { missingFields } = (await import(pathToFileURL(path.join(folder, 'is-complete.ts')).href)) as { missingFields(contactInfo: object | null, ids: string[]): string[] };
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
