import { styleText } from 'node:util';

/** Levels that are asked for only where they are claimed. */
const claimable = ['validation', 'users', 'guards', 'roles', 'watch', 'history'];

/**
 * What was found, for people as it is found, or as JSON at the end. `end` returns the exit code.
 *
 * As JSON: `{ passed, failed, cases: [{ level, name, ms, status: 'passed' | 'failed', message? }] }`.
 */
export function createReport({ file, json = false, capabilities = {}, write }) {
  const style = (format, text) => (process.stdout.isTTY && !process.env.NO_COLOR ? styleText(format, text) : text);
  const results = [];
  let level;

  function tell({ name, error, ...result }) {
    if (result.level !== level) write(`\n${style('bold', result.level)}\n`);
    level = result.level;
    if (!error) return write(`  ${style('green', '✓')} ${name}\n`);
    write(`  ${style('red', '✗')} ${name}\n`);
    for (const line of linesOf(error)) write(`      ${style('red', line)}\n`);
  }

  if (!json) write(`portero-conformance ${file}\n`);
  return {
    add(result) {
      results.push(result);
      if (!json) tell(result);
    },
    end() {
      const failed = results.filter(({ error }) => error).length;
      const passed = results.length - failed;
      if (json) {
        const cases = results.map(({ error, ...result }) => ({ ...result, status: error ? 'failed' : 'passed', ...(error && { message: linesOf(error).join('\n') }) }));
        write(`${JSON.stringify({ passed, failed, cases }, null, 2)}\n`);
      } else {
        const unclaimed = claimable.filter((one) => !capabilities[one]);
        if (unclaimed.length > 0) write(`\nNot asked for, since it is not claimed: ${unclaimed.join(', ')}.\n`);
        write(`\n${passed} passed, ${failed} failed\n`);
      }
      return failed > 0 ? 1 : 0;
    },
  };
}

/** The message, and what led to it. */
function linesOf(error) {
  const causes = [];
  for (let one = error; one; one = one.cause) causes.push(one);
  return causes.map((one, index) => `${index > 0 ? 'because: ' : ''}${one.message ?? one}`);
}
