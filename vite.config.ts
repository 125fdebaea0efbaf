import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { defineConfig, type Plugin } from 'vite';

/** Minifies what is between the backticks of a stylesheet module: to the bundler it is a text like any other. */
const minifiedStyles: Plugin = {
  name: 'portero-styles',
  async transform(code, id) {
    if (!id.endsWith('.styles.ts')) return undefined;
    let minified = code;
    for (const [whole, style] of code.matchAll(/(?<=[=[,] )css`([^`\\$]+)`/g)) {
      const { code: shorter } = await transform(style, { loader: 'css', minify: true, target: 'es2022' });
      minified = minified.replace(whole, () => `css\`${shorter.trim().replaceAll('\\', '\\\\')}\``);
    }
    return { code: minified, map: null };
  },
};

/*
 * What every page needs is one file, and what every element that shows something needs is another: many small files would
 * be more bytes, since each is compressed by itself.
 */
const core = [
  'node_modules/(zod|@lit)/', 'src/(context|controllers|ports)/', 'src/define/(context-root|define-element|lazy-adapter|persistence)', 'src/elements/onboarding-gate/(onboarding-gate|completion-memory|gate-scene|gate-status|plain-dialog|portal-frame|portal.styles|retry-controller).ts',
  'src/internal/(emit|error-code|property-kinds|warn|with-account).ts',
  'src/domain/(contact|contact-info|email-address|equal|evaluate-contact-info|field-value|interval-minutes|issue|local-date|local-time|partner-portal-requirements|requirements|support-hours|user|validate-support-hours).ts',
];
const shown = ['node_modules/(lit|lit-html|lit-element)/', 'src/internal/(ancestors|announcement|base.styles|failure-text|icon|issue-text|locales|localize-controller|messages|portero-element|shared.strings).ts'];
const isCore = new RegExp(core.join('|'));
const isShown = new RegExp(shown.join('|'));

/** Builds `dist/portero.js`, the entry for a script tag, with its lazy chunks beside it. `scripts/build.mjs` makes the modules. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    sourcemap: true,
    modulePreload: false,
    lib: { entry: { portero: 'src/bundle.ts' }, formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'strict',
      output: {
        format: 'es',
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: { groups: [{ name: 'core', test: isCore }, { name: 'shown', test: isShown }] },
      },
    },
  },
  plugins: [minifiedStyles, {
    name: 'portero-tokens',
    writeBundle() {
      const { root } = this.environment.config;
      copyFileSync(path.join(root, 'src/tokens.css'), path.join(root, 'dist/tokens.css'));
    },
  }],
});
