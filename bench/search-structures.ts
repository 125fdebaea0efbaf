import { writeFile } from 'node:fs/promises';
import { inChromium } from './in-chromium.js';
import type { StructureRow } from './search-structures.page.js';
import { figure, grouped, markdownTable } from './table.js';

/* What docs/decisions/0011 chose from. Prints the table, and writes it to `bench/results/`. */

const sizes = [1_000, 10_000, 50_000];
const { version, result } = await inChromium('bench/search-structures.page.ts', async (page) => {
  const all: StructureRow[][] = [];
  for (const size of sizes) {
    console.log(`${grouped.format(size)} users:`);
    all.push(await page.evaluate(`measureStructures(${size})`) as StructureRow[]);
  }
  return all;
});

const cells = [
  ['', ...sizes.map((size) => `search, ${grouped.format(size)}`), `writing ${grouped.format(sizes[sizes.length - 1])}`],
  ...result[0].map(({ name }, index) => [
    name, ...result.map((rows) => `${figure(rows[index].timing.median)} (${figure(rows[index].timing.min)}–${figure(rows[index].timing.max)})`),
    figure(result[result.length - 1][index].written),
  ]),
];
const report = `# What an infix search in IndexedDB could look in

Written by \`npm run bench:search\`. Chromium ${version}; milliseconds, the median of seven rounds with the fastest and the slowest.

${markdownTable(cells)}
`;
console.log(`\n${report}`);
await writeFile('bench/results/search-structures.md', report);
