import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';

/** Builds `dist/portero.js`, the entry for a script tag, with its lazy chunks beside it. `scripts/build.mjs` makes the modules. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    sourcemap: true,
    modulePreload: false,
    rolldownOptions: {
      input: { portero: 'src/bundle.ts' },
      preserveEntrySignatures: 'strict',
      output: {
        format: 'es',
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
  plugins: [{
    name: 'portero-tokens',
    writeBundle() {
      const { root } = this.environment.config;
      copyFileSync(path.join(root, 'src/tokens.css'), path.join(root, 'dist/tokens.css'));
    },
  }],
});
