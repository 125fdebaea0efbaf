import * as fc from 'fast-check';

/** What `npm run test:model` asks for; see `test/model/README.md`. */
interface Settings {
  runs?: number;
  seed?: number;
  path?: string;
}
const { runs, seed, path } = (globalThis as { modelSettings?: Settings }).modelSettings ?? {};

/** Chromium runs the most; the others run the same, less often. */
const isChromium = 'userAgentData' in navigator;
const isLong = runs !== undefined || path !== undefined;

export const plan = {
  isLong,
  /** Sequences of commands, in each of three kinds. */
  runs: runs ?? (isChromium ? 150 : 12),
  /** Commands in a sequence, at most; not all of them have something to do when their turn comes. */
  length: 80,
  seed: seed ?? 20_261_125,
  path,
  /** How many commands have to have done something, in each of three kinds: 10,200 in Chromium. */
  commands: isLong ? 0 : isChromium ? 3_400 : 150,
  interleavings: runs ?? (isChromium ? 1_000 : 50),
  timeout: isLong ? 0 : 280_000,
};

/** As `fc.assert`; what failed is part of the message, for runners that print nothing else. */
export async function assertProperty<T>(property: fc.IAsyncProperty<T>, numRuns = plan.runs): Promise<void> {
  const result = await fc.check(property, { numRuns, seed: plan.seed, ...(plan.path && { path: plan.path }) });
  if (!result.failed) return;
  const cause = result.errorInstance;
  throw new Error(`${cause instanceof Error ? cause.message : String(cause)}\n${fc.defaultReportMessage(result)}`, { cause });
}
