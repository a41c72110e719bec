// @ts-check

/**
 * Command lines of Apple's tools, as vectors that begin with the tool's absolute path.
 *
 * @typedef {import("./signing.mjs").Signing} Signing
 * @typedef {readonly [program: string, ...words: string[]]} CommandLine
 */

/**
 * Makes one program for several processors out of one for each (lipo(1)).
 *
 * @param {readonly string[]} programs
 * @param {string} output
 * @returns {CommandLine}
 */
export const joinPrograms = (programs, output) => ["/usr/bin/lipo", "-create", ...programs, "-output", output];

/**
 * Signs a program for the hardened runtime, in place of whatever signature it has (codesign(1)).
 *
 * @param {{ program: string, identifier: string, entitlements: string, signing: Signing | null }} what
 *   `entitlements`: path of the property list. Without `signing` by nobody in particular: Apple's own processors start
 *   nothing that is not signed at all.
 * @returns {CommandLine}
 */
export function signProgram({ program, identifier, entitlements, signing }) {
  const by =
    signing === null ? ["--sign", "-"] : ["--sign", signing.application, "--timestamp", ...inKeychain(signing)];
  const how = ["--options", "runtime", "--identifier", identifier, "--entitlements", entitlements];
  return ["/usr/bin/codesign", "--force", ...by, ...how, program];
}

/**
 * Makes a component package (pkgbuild(1)). Its files will be root's. Folders above the one that it is installed into are not
 * part of it, so that no mode of the system's own folders is changed.
 *
 * @param {{ files: string, installInto: string, scripts: string, identifier: string, version: string, output: string, signing: Signing | null }} what
 *   `files`: the folder whose content comes into the folder `installInto`
 * @returns {CommandLine}
 */
export function buildPackage({ files, installInto, scripts, identifier, version, output, signing }) {
  const by = signing === null ? [] : ["--sign", signing.installer, "--timestamp", ...inKeychain(signing)];
  const what = ["--root", files, "--install-location", installInto, "--ownership", "recommended", "--scripts", scripts];
  return ["/usr/bin/pkgbuild", ...what, "--identifier", identifier, "--version", version, ...by, output];
}

/**
 * What must all succeed for a finished app to be opened on other Macs without a warning.
 *
 * @param {string} app path of the application bundle
 * @returns {readonly CommandLine[]}
 */
export const appChecks = (app) => [
  ["/usr/bin/codesign", "--verify", "--deep", "--strict", app],
  ["/usr/sbin/spctl", "--assess", "--type", "execute", app],
  ["/usr/bin/xcrun", "stapler", "validate", app],
];

/**
 * The same for a package and Apple's Installer.
 *
 * @param {string} path of the package
 * @returns {readonly CommandLine[]}
 */
export const packageChecks = (path) => [
  ["/usr/sbin/pkgutil", "--check-signature", path],
  ["/usr/sbin/spctl", "--assess", "--type", "install", path],
  ["/usr/bin/xcrun", "stapler", "validate", path],
];

/** @param {Signing} signing */
const inKeychain = ({ keychain }) => (keychain === null ? [] : ["--keychain", keychain]);
