import { expect } from 'chai';
import { ESLint } from 'eslint';

const eslint = new ESLint();

async function complaints(filePath: string, code: string): Promise<string[]> {
  const [{ messages }] = await eslint.lintText(code, { filePath });
  return messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const forbidden: [from: string, what: string][] = [
  ['src/domain/x.ts', '../ports/account-id.js'],
  ['src/domain/x.ts', '../internal/warn.js'],
  ['src/ports/x.ts', '../adapters/memory.js'],
  ['src/adapters/x.ts', '../controllers/record-controller.js'],
  ['src/testing/x.ts', '../adapters/memory.js'],
  ['src/context/x.ts', '../controllers/record-controller.js'],
  ['src/controllers/x.ts', '../adapters/memory.js'],
  ['src/controllers/x.ts', '../elements/users-tab/users-tab.js'],
  ['src/internal/x.ts', '../elements/users-tab/users-tab.js'],
  ['src/elements/users-tab/x.ts', '../../adapters/memory.js'],
  ['src/elements/users-tab/x.ts', '../contact-info-form/contact-info-form.js'],
  ['src/elements/onboarding-gate/x.ts', '../contact-info-form/contact-info-form.js'],
  ['src/elements/users-tab/x.ts', '../../define/index.js'],
  ['src/locales/es/x.ts', '../../internal/warn.js'],
  ['src/domain/x.ts', 'zod'],
  ['src/elements/users-tab/x.ts', 'lit/directives/unsafe-html.js'],
  ['src/internal/x.ts', 'lit/directives/style-map.js'],
];
const allowed: [from: string, what: string][] = [
  ['src/ports/x.ts', '../domain/user.js'],
  ['src/adapters/x.ts', '../ports/account-id.js'],
  ['src/testing/x.ts', '../ports/account-id.js'],
  ['src/controllers/x.ts', '../context/persistence-context.js'],
  ['src/elements/users-tab/x.ts', '../../controllers/record-controller.js'],
  ['src/define/x.ts', '../elements/users-tab/users-tab.js'],
  ['src/domain/x.ts', 'zod/mini'],
];

describe('the layer rule', () => {
  for (const [from, what] of forbidden) {
    it(`refuses ${what} in ${from}`, async () => {
      const found = await complaints(from, `import * as thing from '${what}';\nexport const x = thing;\n`);
      expect(found.join('\n')).to.match(/no-restricted-imports/);
    });
  }
  for (const [from, what] of allowed) {
    it(`allows ${what} in ${from}`, async () => {
      expect(await complaints(from, `import * as thing from '${what}';\nexport const x = thing;\n`)).to.deep.equal([]);
    });
  }
});
