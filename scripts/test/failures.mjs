// @ts-check

/**
 * The failed tests in a report of Vitest's `json` reporter, each as its file and title, with the first line of why.
 *
 * @param {any} report
 * @param {string} folder of the project; files are named relative to it
 * @returns {string[]}
 */
export function failuresInVitest(report, folder) {
  /** @type {{ name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[]} */
  const files = report.testResults;
  return files.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.replace(`${folder}/`, "");
    const broken =
      status === "failed" && assertionResults.length === 0 ? [line(file, "could not be loaded", message)] : [];
    const failed = assertionResults.filter((test) => test.status === "failed");
    return [...broken, ...failed.map((test) => line(file, test.fullName, test.failureMessages?.[0]))];
  });
}

/**
 * The same of Playwright's `json` reporter. A test that passed only when it was tried again has failed.
 *
 * @param {any} report
 * @returns {string[]}
 */
export function failuresInPlaywright(report) {
  /** @typedef {{ title: string, file: string, suites?: Suite[], specs?: Spec[] }} Suite */
  /** @typedef {{ title: string, file: string, tests: { status: string, results: { error?: { message?: string } }[] }[] }} Spec */
  /** @type {(suite: Suite) => string[]} */
  const within = ({ suites = [], specs = [] }) => [
    ...specs.flatMap(({ title, file, tests }) => {
      const bad = tests.find(({ status }) => status === "unexpected" || status === "flaky");
      return bad ? [line(file, title, bad.results.find(({ error }) => error)?.error?.message)] : [];
    }),
    ...suites.flatMap(within),
  ];
  return report.suites.flatMap(within);
}

/**
 * @param {string} file
 * @param {string} title
 * @param {string | undefined} message
 */
function line(file, title, message = "") {
  const [why = ""] = message.split("\n");
  return `${file} › ${title}${why === "" ? "" : `: ${why}`}`;
}
