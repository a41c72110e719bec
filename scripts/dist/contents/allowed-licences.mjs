// @ts-check
import satisfies from "spdx-satisfies";

/** What asks for no more than that its text and its names are passed on, which THIRD-PARTY-LICENCES.txt does. */
export const ALLOWED_LICENCES = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT"];

/**
 * @param {string} licence as an SPDX expression
 * @returns {boolean} whether it lets itself be passed on under one of the allowed ones; false also for what is no expression
 */
export function isAllowed(licence) {
  try {
    return satisfies(licence, ALLOWED_LICENCES);
  } catch {
    // "SEE LICENSE IN …", "UNLICENSED" and the like: nothing that could be allowed.
    return false;
  }
}
