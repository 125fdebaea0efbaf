/*
 * Measures things side by side in one run: rounds of each in turn, so that whatever else the machine does meets all of them
 * alike, and the median of each. What counts is the ratio; milliseconds are those of this machine, today. Runs in Node and in
 * a page.
 */

export interface Contender {
  name: string;
  run(): unknown;
  /** What each round needs first; not measured. */
  prepare?(): unknown;
}

/** In milliseconds. */
export interface Timing {
  name: string;
  median: number;
  min: number;
  max: number;
}

/** One round more than that: the first warms up, and does not count. */
export async function measure(contenders: readonly Contender[], rounds = 15): Promise<Timing[]> {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { run, prepare }] of contenders.entries()) {
      await prepare?.();
      const begin = performance.now();
      await run();
      if (round > 0) times[index].push(performance.now() - begin);
    }
  }
  return contenders.map(({ name }, index) => {
    const sorted = times[index].sort((a, b) => a - b);
    return { name, median: sorted[Math.floor(sorted.length / 2)], min: sorted[0], max: sorted[sorted.length - 1] };
  });
}

export async function sideBySide(title: string, contenders: readonly Contender[], rounds?: number): Promise<void> {
  const timings = await measure(contenders, rounds);
  console.log(`\n${title}`);
  for (const { name, median } of timings) {
    const ratio = median / timings[0].median;
    console.log(`  ${name.padEnd(44)} ${median.toFixed(2).padStart(9)} ms ${ratio.toFixed(2).padStart(9)} ×`);
  }
}
