export default { globs: ['src/elements/**/*.ts', 'src/internal/*-element.ts', 'src/internal/with-account.ts'], outdir: 'dist', litelement: true, dependencies: false };
