import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes how many browser tests passed and failed, so that `scripts/test.mjs` can add them up. */
export function countsReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0 };
      const walk = (suite) => {
        for (const test of suite.tests) if (!test.skipped) counts[test.passed ? 'passed' : 'failed'] += 1;
        suite.suites.forEach(walk);
      };
      for (const session of sessions) {
        if (session.testResults) walk(session.testResults);
        // A file that could not be loaded ran no test, but it did fail.
        if (!session.passed && session.errors.length > 0) counts.failed += 1;
      }
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}
