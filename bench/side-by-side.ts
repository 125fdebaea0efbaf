/*
 * Measures things side by side in one run: rounds of each in turn, so that whatever else the machine does meets all of them
 * alike, and the median of each. What counts is the ratio; milliseconds are those of this machine, today.
 */

export interface Contender {
  name: string;
  run(): unknown;
}

export function sideBySide(title: string, contenders: readonly Contender[], rounds = 15): void {
  const times = contenders.map((): number[] => []);
  for (const { run } of contenders) run();
  for (let round = 0; round < rounds; round += 1) {
    contenders.forEach(({ run }, index) => {
      const begin = performance.now();
      run();
      times[index].push(performance.now() - begin);
    });
  }
  const medians = times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]);
  console.log(`\n${title}`);
  contenders.forEach(({ name }, index) => {
    const ratio = medians[index] / medians[0];
    console.log(`  ${name.padEnd(44)} ${medians[index].toFixed(2).padStart(9)} ms ${ratio.toFixed(2).padStart(9)} ×`);
  });
}
