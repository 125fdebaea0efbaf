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

/** Takes the indentation from templates, where it would be downloaded, parsed and kept as text. The lines stay, as the spaces that they are. */
const minifiedTemplates: Plugin = {
  name: 'portero-templates',
  transform: (code, id) => (id.endsWith('.ts') ? { code: code.replace(/\n +(?=[<@$])/g, '\n'), map: null } : undefined),
};

/*
 * What every page needs is one file, and what every element that shows something needs is another: many small files would
 * be more bytes, since each is compressed by itself.
 */
const core = [
  'node_modules/(zod|@lit)/', 'src/(context|controllers|ports)/', 'src/define/(context-root|define-element|lazy-adapter|persistence)', 'src/elements/onboarding-gate/(onboarding-gate|completion-memory|gate-scene|gate-status|plain-dialog|portal-frame|portal.styles|retry-controller).ts',
  'src/internal/(emit|error-code|property-kinds|warn|with-account).ts',
  'src/domain/(contact|contact-info|email-address|equal|evaluate-contact-info|field-value|interval-minutes|issue|local-date|local-time|placed-intervals|partner-portal-requirements|requirements|support-hours|user|validate-support-hours).ts',
];
const shown = ['node_modules/(lit|lit-html|lit-element)/', 'src/internal/(ancestors|announcement|base.styles|failure-text|icon|issue-text|lazy-part|adopt-styles|copy-text|locales|localize-controller|messages|next-task|portero-element|shared.strings|texts-with|when-idle).ts'];
/** What the picker needs to begin with: parts of it that come later, and its neighbours, need some of that too. */
const hours = [
  'src/domain/(describe/(locale-formats|first-days)|full-day|open-hours|real-intervals|time-entry|time-zone-aliases|zoned-time).ts',
  'src/elements/support-hours-picker/[a-z.-]+(?<!timetable|timetable.styles|week-summary|hours-conversion.strings|zone-directory).ts',
];
const isCore = new RegExp(core.join('|'));
const isShown = new RegExp(shown.join('|'));
const isHours = new RegExp(hours.join('|'));

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
        codeSplitting: { groups: [{ name: 'core', test: isCore }, { name: 'shown', test: isShown }, { name: 'combobox', test: /src\/(domain\/fold-text|internal\/widgets\/combobox(.styles)?).ts/ }, { name: 'hours', test: isHours }] },
      },
    },
  },
  plugins: [minifiedStyles, minifiedTemplates, {
    name: 'portero-tokens',
    writeBundle() {
      const { root } = this.environment.config;
      copyFileSync(path.join(root, 'src/tokens.css'), path.join(root, 'dist/tokens.css'));
    },
  }],
});
