// @ts-check

/** @typedef {Record<string, number>} Figures what some tests counted, by name (tests/captures/figures.ts) */

/** @typedef {(figures: Figures) => string} Cell */

/** @type {readonly (readonly [string, Cell])[]} */
const ROWS = [
  ["machines judged", count("captures")],
  ["good rows changed", count("wrongChanges")],
  ["stale routes named", share("staleRoutesNamed", "staleRoutes")],
  ["labels agreed", share("labelsAgreed", "labels")],
  ["with a file less", count("filesRemoved")],
  ["with two files less", count("pairsRemoved")],
  ["shuffled", count("shuffles")],
  ["cut off", count("truncations")],
  ["mutated", count("mutations")],
];

const TITLE = "recorded machines";
const TOTAL = "all";

/**
 * What the tests of a tier counted, added up for each column that they name.
 *
 * @param {any} report of Vitest's `json` reporter, which holds the `meta` of each test
 * @returns {ReadonlyMap<string, Figures>} columns in order of their names; empty when no test counted anything
 */
export function figuresOf(report) {
  /** @type {{ assertionResults: { meta?: { figures?: Figures & { column: string } } }[] }[]} */
  const files = report.testResults;
  /** @type {Map<string, Figures>} */
  const columns = new Map();
  for (const { meta } of files.flatMap(({ assertionResults }) => assertionResults)) {
    if (meta?.figures === undefined) continue;
    const { column, ...figures } = meta.figures;
    columns.set(column, addUp([columns.get(column) ?? {}, figures]));
  }
  return new Map([...columns].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The figures as a table of text, with a column for the sum of all.
 *
 * @param {ReadonlyMap<string, Figures>} columns
 */
export function figuresTable(columns) {
  const all = [...columns, /** @type {const} */ ([TOTAL, addUp([...columns.values()])])];
  const lines = [
    [TITLE, ...all.map(([name]) => name)],
    ...ROWS.map(([name, cell]) => [name, ...all.map(([, figures]) => cell(figures))]),
  ];
  const widths = lines[0]?.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line.map((text, index) => (index === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[index] ?? 0))),
    )
    .map((line) => line.join("  "))
    .join("\n");
}

/** @param {readonly Figures[]} many */
function addUp(many) {
  /** @type {Figures} */
  const sum = {};
  for (const [name, number] of many.flatMap(Object.entries)) sum[name] = (sum[name] ?? 0) + number;
  return sum;
}

/**
 * @param {string} name
 * @returns {Cell}
 */
function count(name) {
  return (figures) => (figures[name] === undefined ? "–" : figures[name].toLocaleString("en"));
}

/**
 * @param {string} part
 * @param {string} whole
 * @returns {Cell}
 */
function share(part, whole) {
  return (figures) => {
    const [some, most] = [figures[part] ?? 0, figures[whole] ?? 0];
    return most === 0 ? "–" : `${some} of ${most} (${((100 * some) / most).toFixed(1)} %)`;
  };
}
