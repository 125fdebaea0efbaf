import { writeFile } from 'node:fs/promises';
import { growthPlot, type Panel } from './growth-plot.js';
import { inChromium } from './in-chromium.js';
import { figure, grouped, markdownTable } from './table.js';
import type { Row } from './users-adapters.page.js';

/*
 * Listing, finding and changing users in the adapters that browsers keep accounts with, at 50 to 100,000 users, in a real
 * Chromium. Prints the tables, and writes them and a plot to `bench/results/`.
 */

const sizes = [50, 1_000, 10_000, 100_000];

function tableOf(rows: readonly Row[]): string {
  return markdownTable([
    ['', ...sizes.map((size) => grouped.format(size)), '100,000 : 50', '100,000 : 1,000'],
    ...rows.map(({ operation, timings }) => [
      operation,
      ...timings.map(({ median, min, max }) => `${figure(median)} (${figure(min)}–${figure(max)})`),
      `${figure(timings[3].median / timings[0].median)} ×`, `${figure(timings[3].median / timings[1].median)} ×`,
    ]),
  ]);
}

const medianOf = (rows: readonly Row[], operation: string, size: number) => rows.find((row) => row.operation === operation)!.timings[size].median;

/** What is drawn, by its name in the tables. */
const drawn: [operation: string, name: string][] = [
  ['first page', 'first page'],
  ['search, inside a name, with an accent', 'search'],
  ['filtered by role and status, with the total', 'filters'],
  ['one update', 'one update'],
  ['for comparison: folding everybody at each search', 'folding everybody'],
  ['first search of another page or adapter', 'first search of a page'],
];

function panelOf(title: string, rows: readonly Row[], without: string): Panel {
  const lines = drawn.filter(([operation]) => operation !== without && rows.some((row) => row.operation === operation));
  return { title, lines: lines.map(([operation, name]) => ({ name, values: sizes.map((_, size) => medianOf(rows, operation, size)) })) };
}

console.log('In memory:');
const memory = await inChromium('bench/users-adapters.page.ts', (page) => page.evaluate('measureMemory()') as Promise<Row[]>);
console.log('In IndexedDB:');
const indexedDb = await inChromium('bench/users-adapters.page.ts', (page) => page.evaluate('measureIndexedDb()') as Promise<Row[]>);

const fastestOf = (operation: string) => memory.result.find((row) => row.operation === operation)!.timings[3].min;
const folded = fastestOf('search, inside a name, with an accent') / fastestOf('for comparison: folding everybody at each search');
const report = `# Users in the adapters, by the number of users

Written by \`npm run bench:users\`. Chromium ${memory.version}; milliseconds, the median of the rounds with the fastest and the slowest.
Every line is measured at all sizes in turn; a page has 50 rows. What counts is the ratios.

## MemoryAdapter

${tableOf(memory.result)}

At 100,000 users a search takes ${folded.toFixed(3)} of the time that folding everybody at each search takes (the fastest rounds of both).
The first listing makes the order, which is then kept in step.

## IndexedDbAdapter

${tableOf(indexedDb.result)}

The first search of a page reads the search text, which later ones keep as long as nobody changes it. An update is
acknowledged when it is durable, and is found by every tab from then on.

![Growth of both, as a plot](users-adapters.svg)
`;
console.log(`\n${report}`);
await writeFile('bench/results/users-adapters.md', report);
await writeFile('bench/results/users-adapters.svg', growthPlot(sizes, [
  panelOf('MemoryAdapter', memory.result, 'first search of another page or adapter'), panelOf('IndexedDbAdapter', indexedDb.result, ''),
]));
