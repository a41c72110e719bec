// @ts-check

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const none = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/**
 * Counts the tests in a report of Vitest's `json` reporter. A file that could not even be loaded has no failed test
 * in it, but counts as one.
 *
 * @param {any} report
 * @returns {Counts}
 */
export function countVitest(report) {
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults;
  const broken = files.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/**
 * Counts the tests in a report of Playwright's `json` reporter.
 *
 * @param {any} report
 * @returns {Counts}
 */
export const countPlaywright = ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
});

/**
 * A runner that ends badly although it reports no failure (it crashed, or something failed outside of a test) has
 * failed once.
 *
 * @param {Counts} counts
 * @param {number} exitCode of the runner
 * @returns {Counts}
 */
export const withCrash = (counts, exitCode) =>
  exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;

/**
 * One tier's result in words.
 *
 * @param {Counts} counts
 */
export function describe({ passed, failed, skipped }) {
  const ran = passed + failed;
  const result = failed > 0 ? `${failed} of ${ran} failed` : `all ${ran} passed`;
  if (ran === 0) return "no tests ran";
  return skipped > 0 ? `${result} (${skipped} skipped)` : result;
}

/**
 * The last line of a test run.
 *
 * @param {Counts} counts
 */
export const summaryOf = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
