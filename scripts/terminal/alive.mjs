// @ts-check

/** After this long a step says that it is still at work; milliseconds. */
const quietFor = 2_000;

/** How often a log file, which cannot be overwritten in place, gets another line; milliseconds. */
const logEvery = 10_000;

/** The steps now at work, and since when (milliseconds). @type {Map<string, number>} */
const atWork = new Map();

/** @type {NodeJS.Timeout | undefined} */
let clock;

/**
 * Waits for `work` and, from the third second on, shows that it is alive: on a terminal one line for all that is at
 * work, which counts the seconds; elsewhere a plain line now and then.
 *
 * @template T
 * @param {string} label what is being done, such as "Installing the dependencies"
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alive(label, work) {
  const started = Date.now();
  const stopShowing = process.stdout.isTTY ? countInPlace(label, started) : addLines(label, started);
  try {
    return await work;
  } finally {
    stopShowing();
    if (Date.now() - started >= quietFor) console.log(`${label}: ${since(started)}`);
    if (process.stdout.isTTY) draw();
  }
}

/**
 * @param {number} started
 * @returns {string} such as "12 s"
 */
const since = (started) => `${Math.round((Date.now() - started) / 1_000)} s`;

/**
 * @param {string} label
 * @param {number} started
 */
function countInPlace(label, started) {
  atWork.set(label, started);
  clock ??= setInterval(draw, 1_000);
  draw();
  return () => {
    atWork.delete(label);
    process.stdout.write("\r\u001b[2K");
    if (atWork.size > 0) return;
    clearInterval(clock);
    clock = undefined;
  };
}

/** Draws the one line anew; it must not wrap, or it could not be overwritten. */
function draw() {
  if (atWork.size === 0) return;
  const line = [...atWork].map(([label, started]) => `${label}… ${since(started)}`).join("   ");
  process.stdout.write(`\r\u001b[2K${line.slice(0, (process.stdout.columns || 80) - 1)}`);
}

/**
 * @param {string} label
 * @param {number} started
 */
function addLines(label, started) {
  const first = setTimeout(() => console.log(`${label}…`), quietFor);
  const later = setInterval(() => console.log(`${label}… ${since(started)}`), logEvery);
  return () => {
    clearTimeout(first);
    clearInterval(later);
  };
}
