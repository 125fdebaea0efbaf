import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { testOf } from './bundle-tests.mjs';

/**
 * Writes what became of the browser tests for `scripts/test.mjs`: how many passed and failed, which failed and why, and the
 * files that were never finished because the browser itself stopped answering.
 */
export function countsReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const result = { passed: 0, failed: 0, failures: [], unfinished: [] };
      const fail = (name, { message } = {}) => {
        result.failed += 1;
        result.failures.push(`${name}: ${message ?? 'failed'}`);
      };
      const walk = (suite, where) => {
        for (const test of suite.tests) {
          if (test.passed) result.passed += 1;
          else if (!test.skipped) fail(`${where} › ${test.name}`, test.error);
        }
        for (const inner of suite.suites) walk(inner, `${where} › ${inner.name}`);
      };
      for (const session of sessions) {
        const name = testOf(path.relative(process.cwd(), session.testFile));
        if (session.testResults) walk(session.testResults, name);
        // A file that could not be loaded ran no test, but it did fail.
        if (session.passed || session.errors.length === 0) continue;
        fail(name, session.errors[0]);
        if (!session.testResults) result.unfinished.push(name);
      }
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(result));
    },
  };
}
