// @ts-check

/** After this long a step says that it is still at work; milliseconds. */
const quietFor = 2_000;

/** How often a log file, which cannot be overwritten in place, gets another line; milliseconds. */
const logEvery = 10_000;

/**
 * Waits for `work` and, from the third second on, shows that it is alive: on a terminal one line that counts the
 * seconds, elsewhere a plain line now and then.
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
  }
}

/**
 * @param {number} started
 * @returns {string} such as "12 s"
 */
function since(started) {
  return `${Math.round((Date.now() - started) / 1_000)} s`;
}

/**
 * @param {string} label
 * @param {number} started
 */
function countInPlace(label, started) {
  const show = () => process.stdout.write(`\r${label}… ${since(started)}`);
  show();
  const timer = setInterval(show, 1_000);
  return () => {
    clearInterval(timer);
    process.stdout.write("\r\u001b[2K");
    if (Date.now() - started >= quietFor) console.log(`${label}: ${since(started)}`);
  };
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
    if (Date.now() - started >= quietFor) console.log(`${label}: ${since(started)}`);
  };
}
