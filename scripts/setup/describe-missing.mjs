// @ts-check

/**
 * A sentence that names missing Debian packages and how to get them.
 *
 * @param {readonly string[]} missing each may name alternatives, separated by `|`
 */
export function describeMissing(missing) {
  const names = missing.map((alternatives) => alternatives.split("|")[0]).join(" ");
  return `Debian packages are missing; an administrator installs them by: sudo apt-get install ${names}`;
}
