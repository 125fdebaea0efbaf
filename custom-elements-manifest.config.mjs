export default { globs: ['src/elements/**/*.ts', 'src/internal/*-element.ts'], outdir: 'dist', litelement: true, dependencies: false };
