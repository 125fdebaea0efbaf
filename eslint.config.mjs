import tseslint from 'typescript-eslint';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';

/** What each folder of `src/` may import, by folder. Imports point down only; see docs/decisions/0002. */
const mayImport = {
  domain: [],
  ports: ['domain'],
  adapters: ['domain', 'ports'],
  testing: ['domain', 'ports'],
  context: ['domain', 'ports'],
  controllers: ['domain', 'ports', 'context', 'internal'],
  internal: ['domain', 'ports', 'context', 'controllers', 'locales'],
  elements: ['domain', 'ports', 'context', 'controllers', 'internal'],
  locales: [],
  define: ['domain', 'ports', 'adapters', 'context', 'controllers', 'internal', 'elements'],
};
const folders = Object.keys(mayImport);
const everywhere = [
  { name: 'zod', message: "Import 'zod/mini': the classic build is three times the size and probes new Function under a strict CSP." },
  { name: 'lit/directives/unsafe-html.js', message: 'Nothing that an adapter, host or user supplies is ever parsed as HTML.' },
  { name: 'lit/directives/style-map.js', message: 'Inline styles break a strict CSP: use a class or CSSOM.' },
];
const layers = folders.map((folder) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', {
      paths: everywhere,
      patterns: [
        ...folders.filter((other) => other !== folder && !mayImport[folder].includes(other)).map((other) => ({
          // Locales take the types of the catalogues they translate, and nothing else from above.
          group: [`**/${other}/**`], allowTypeImports: folder === 'locales',
          message: `src/${folder} does not import src/${other}: imports point down only.`,
        })),
        { group: ['**/index.js', '!**/domain/index.js', '!./index.js'], message: 'Import the file that holds it, not the package entry.' },
      ],
    }],
  },
}));
const betweenElements = ['onboarding-gate', 'contact-info-form', 'users-tab', 'support-hours-picker'].map((tag, _, tags) => ({
  files: [`src/elements/${tag}/**/*.ts`],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: tags.filter((other) => other !== tag).map((other) => ({
        group: [`**/${other}/**`], message: `<${tag}> uses <${other}> by its tag; src/define brings them together.`,
      })),
    }],
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'storybook-static/', 'node_modules/', 'examples/**/dist/'] },
  { files: ['**/*.ts'], extends: [...tseslint.configs.recommended] },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended'] ?? wc['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: { ...litA11y.configs.recommended.rules, 'max-lines': ['error', 400], 'no-console': 'error' },
    settings: { wc: { elementBaseClasses: ['LitElement', 'PorteroElement'] } },
  },
  { files: ['src/**/*.ts'], rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: everywhere }] } },
  ...layers,
  ...betweenElements,
  // Typed listeners: the interface beside a class only narrows what EventTarget has.
  { files: ['src/elements/**/*.ts'], rules: { '@typescript-eslint/no-unsafe-declaration-merging': 'off' } },
  // The focus of a modal starts on its heading; there is no page whose focus it could steal.
  { files: ['src/elements/onboarding-gate/gate-view.ts'], rules: { 'lit-a11y/no-autofocus': 'off' } },
  // Narrow places change the table's `display`, which takes implicit roles away in some engines.
  { files: ['src/elements/users-tab/**/*.ts'], rules: { 'lit-a11y/no-redundant-role': 'off' } },
  // The keys of a list are handled in its text box, which keeps the focus.
  { files: ['src/internal/widgets/combobox.ts'], rules: { 'lit-a11y/click-events-have-key-events': 'off' } },
  { files: ['src/internal/warn.ts'], rules: { 'no-console': 'off' } },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-unused-expressions': 'off', 'max-lines': ['error', 400] } },
);
