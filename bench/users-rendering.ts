import { mkdir, writeFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'playwright-core';
import { growthPlot } from './growth-plot.js';
import { inChromium } from './in-chromium.js';
import { grouped, markdownTable } from './table.js';
import type { Mounted, Moved } from './users-rendering.page.js';

/*
 * A table of 50 to 100,000 users, shown by the users tab (pages of 50), by rows in a window (TanStack Virtual) and by all rows
 * at once (`content-visibility`), in a real Chromium at its own speed and six times slower. Prints the tables, and writes
 * them and a plot to `bench/results/`.
 */

/** `SIZES=50,1000` for a shorter run. */
const sizes = (process.env.SIZES ?? '50,1000,10000,100000').split(',').map(Number);
const speeds = [1, 6];
const ways = ['users-tab', 'TanStack Virtual', 'content-visibility'];
const pageSizes = ['users-tab, 25 rows', 'users-tab', 'users-tab, 100 rows'];
const rounds = Number(process.env.ROUNDS ?? 7);

interface Result extends Mounted, Moved {
  /** Milliseconds of work of the main thread for one step. */
  work: number;
}

/** Everything at once takes seconds at 10,000 and minutes beyond: what cannot be waited for is not waited for here either. */
const roundsOf = (way: string, size: number, speed: number) => (way !== 'content-visibility' || size <= 1_000 ? rounds : size <= 10_000 && speed === 1 ? 1 : 0);
const keyOf = (way: string, size: number, speed: number) => `${way} ${size} ${speed}`;
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function taskDuration(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000;
}

async function measureOnce(page: Page, session: CDPSession, way: string, size: number, speed: number): Promise<Result> {
  await page.reload();
  await page.evaluate(`prepare(${JSON.stringify(way)}, ${size})`);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Emulation.setCPUThrottlingRate', { rate: speed });
  const mounted = (await page.evaluate('mount()')) as Mounted;
  const before = await taskDuration(session);
  const moved = (await page.evaluate('move()')) as Moved;
  const work = ((await taskDuration(session)) - before) / Math.max(1, moved.steps);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { ...mounted, ...moved, work };
}

/** Each way in turn, so that whatever else the machine does meets all of them alike. */
async function measureAll(page: Page): Promise<Map<string, Result[]>> {
  const results = new Map<string, Result[]>();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  page.setDefaultTimeout(0);
  for (const speed of speeds) {
    for (let round = 0; round < rounds; round += 1) {
      for (const size of sizes) {
        const others = size === 100_000 ? pageSizes.filter((way) => !ways.includes(way)) : [];
        for (const way of [...ways, ...others].filter((one) => round < roundsOf(one, size, speed))) {
          const key = keyOf(way, size, speed);
          results.set(key, [...(results.get(key) ?? []), await measureOnce(page, session, way, size, speed)]);
          if (process.env.VERBOSE) console.log(`  ${key}: ${JSON.stringify(results.get(key)!.at(-1))}`);
        }
      }
      console.log(`  ${speed}×: round ${round + 1} of ${rounds}`);
    }
  }
  return results;
}

const digits = (value: number | undefined) => (value === undefined ? '–' : value < 10 ? value.toFixed(1) : grouped.format(Math.round(value)));

const { version, result: results } = await inChromium('bench/users-rendering.page.ts', measureAll);
const of = (way: string, size: number, speed: number, what: keyof Result) => (results.get(keyOf(way, size, speed)) ?? []).map((result) => result[what]);
const medianOf = (way: string, size: number, speed: number, what: keyof Result) => median(of(way, size, speed, what));
const header = ['', ...sizes.map((size) => grouped.format(size))];
const rowsOf = (cell: (way: string, size: number, speed: number) => string) => speeds.flatMap((speed) => ways.map((way) => [`${way}, ${speed}×`, ...sizes.map((size) => cell(way, size, speed))]));
const ratio = (a: number, b: number) => `${(a / b).toFixed(2)} ×`;

const mountTable = markdownTable([header, ...rowsOf((way, size, speed) => {
  const values = of(way, size, speed, 'mount');
  if (values.length === 0) return 'not waited for';
  return `${digits(median(values))} (${digits(Math.min(...values))}–${digits(Math.max(...values))})`;
})]);
const moveTable = markdownTable([header, ...rowsOf((way, size, speed) => {
  if (of(way, size, speed, 'steps').length === 0) return 'not waited for';
  if (medianOf(way, size, speed, 'steps') === 0) return 'one page';
  const long = of(way, size, speed, 'longFrames').reduce((sum, count) => sum + count, 0);
  const steps = of(way, size, speed, 'steps').reduce((sum, count) => sum + count, 0);
  return `${digits(medianOf(way, size, speed, 'work'))}; ${long} of ${grouped.format(steps)}${long > 0 ? `, ≤ ${digits(Math.max(...of(way, size, speed, 'longest')))} ms` : ''}`;
})]);
const sizeTable = markdownTable([header, ...ways.map((way) => [way, ...sizes.map((size) => digits(medianOf(way, size, 1, 'elements')))])]);
const pageTable = markdownTable([
  ['100,000 users', ...speeds.map((speed) => `mount, ${speed}×`), ...speeds.map((speed) => `one page on, ${speed}×`), 'elements'],
  ...pageSizes.map((way) => [way === 'users-tab' ? 'users-tab, 50 rows' : way, ...speeds.map((speed) => digits(medianOf(way, 100_000, speed, 'mount'))), ...speeds.map((speed) => digits(medianOf(way, 100_000, speed, 'work'))), digits(medianOf(way, 100_000, 1, 'elements'))]),
]);

const report = `# Ways of showing many users

Written by \`npm run bench:users-rendering\`. Chromium ${version}; milliseconds, the median of ${rounds} rounds (of fewer where
everything is there at once) with the fastest and the slowest, each in a fresh page. What counts is the ratios.

## Until rows are laid out

${mountTable}

The users tab's time has everything in it: the toolbar, the listing through the adapter, the parsing of what it returns. The
others are given all users, and show rows and nothing else.

- The first page of 100,000 takes ${speeds.map((speed) => `${ratio(medianOf('users-tab', 100_000, speed, 'mount'), medianOf('users-tab', 50, speed, 'mount'))} (${speed}×)`).join(' and ')} of that of 50 users.
- Against TanStack Virtual at 100,000: ${speeds.map((speed) => `${ratio(medianOf('users-tab', 100_000, speed, 'mount'), medianOf('TanStack Virtual', 100_000, speed, 'mount'))} (${speed}×)`).join(' and ')}.

## Work for one step, and frames of more than 50 ms

Sixty frames of scrolling by more than a screen each; of the users tab, twenty pages on. The main thread's work for each, then
how many frames of all rounds took more than 50 ms.

${moveTable}

## Elements in the document

${sizeTable}

## Rows on a page

${pageTable}

![Growth of the time until rows are laid out, as a plot](users-rendering.svg)
`;
console.log(`\n${report}`);
await mkdir('bench/results', { recursive: true });
await writeFile('bench/results/users-rendering.md', report);
await writeFile('bench/results/users-rendering.svg', growthPlot(sizes, speeds.map((speed) => ({
  title: `Until rows are laid out, ${speed === 1 ? 'at the machine’s speed' : `${speed} times slower`}`,
  lines: ways.map((name) => ({ name, values: sizes.map((size) => medianOf(name, size, speed, 'mount')).filter((value) => value !== undefined) })),
}))));
