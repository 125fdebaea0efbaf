const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

/** Prints what the spec reporter does (failures in full), and writes the counts for `scripts/test.mjs`. */
module.exports = class CountingReporter extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const { output } = options.reporterOptions ?? {};
    runner.once('end', () => writeFileSync(output, JSON.stringify({ stats: runner.stats })));
  }
};
