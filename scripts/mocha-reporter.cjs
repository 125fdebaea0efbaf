const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

/** Prints what the dot reporter does (failures in full), and writes what became of the tests for `scripts/test.mjs`. */
module.exports = class CountingReporter extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const { output } = options.reporterOptions ?? {};
    const failures = [];
    runner.on('fail', (test, error) => failures.push(`${test.fullTitle()}: ${error.message}`));
    runner.once('end', () => writeFileSync(output, JSON.stringify({ passed: runner.stats.passes, failed: runner.stats.failures, failures })));
  }
};
