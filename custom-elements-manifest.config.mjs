export default { globs: ['src/elements/**/*.ts', 'src/internal/*-element.ts'], outdir: '.', litelement: true, dependencies: false };
