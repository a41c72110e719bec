// @ts-check

/**
 * One sentence that names missing Debian packages and how to get them.
 *
 * @param {readonly string[]} missing each may name alternatives, separated by `|`
 */
export function describeMissing(missing) {
  const names = missing.map((alternatives) => alternatives.split("|")[0]).join(" ");
  return `Missing Debian packages, which need an administrator: sudo apt-get install ${names}`;
}
