// @ts-check

/** npm's words for a network that is not there. */
const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/**
 * One sentence on why npm could not install.
 *
 * @param {number} code npm's exit code; 127: there is no npm
 * @param {string} output what npm printed
 * @param {string} log where that was kept
 */
export function npmFailure(code, output, log) {
  if (code === 127) return "npm was not found; install Node 20.19 or newer together with its npm, then try again.";
  const network = unreachable.exec(output);
  if (network) {
    return `The dependencies could not be downloaded (${network[1]}): connect to the Internet and run the same command again (details: ${log}).`;
  }
  if (/\bENOSPC\b/.test(output)) return `The dependencies do not fit: the disk is full (details: ${log}).`;
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) {
    return `The dependencies could not be written: this user may not write to the project's folder (details: ${log}).`;
  }
  return `npm could not install the dependencies (exit code ${code}); its own words are in ${log}.`;
}
