// @ts-check
import { Stop } from "../../terminal/stop.mjs";

/**
 * @typedef {{ appleApiKey: string, appleApiKeyId: string, appleApiIssuer: string }
 *   | { appleId: string, appleIdPassword: string, teamId: string }
 *   | { keychainProfile: string, keychain?: string }} NotaryCredentials as @electron/notarize takes them
 *
 * @typedef {object} Signing with whose certificates the packages for macOS are signed, and as whom they are sent to Apple
 * @property {string} application name of the certificate for programs, as codesign(1) takes it
 * @property {string} installer name of the certificate for packages, as pkgbuild(1) takes it
 * @property {string | null} keychain path of the keychain that has both; null: the user's
 * @property {NotaryCredentials} notary
 */

/** The variables that together are one way to be known to Apple's notary, as electron-builder reads them. */
const NOTARY_WAYS = [
  ["APPLE_API_KEY", "APPLE_API_KEY_ID", "APPLE_API_ISSUER"],
  ["APPLE_ID", "APPLE_APP_SPECIFIC_PASSWORD", "APPLE_TEAM_ID"],
  ["APPLE_KEYCHAIN_PROFILE"],
];
const CERTIFICATES = { CSC_NAME: "Developer ID Application: ", CSC_INSTALLER_NAME: "Developer ID Installer: " };
/** Certificates as files: electron-builder would unpack them for itself alone, and the helper's package would stay unsigned. */
const FILES = ["CSC_LINK", "CSC_INSTALLER_LINK"];

/**
 * What the environment says about signing. Either all of it is there or nothing is.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Signing | null} null: nothing, and the packages stay unsigned
 * @throws {Stop} when a part is missing or cannot be used: a package that is half signed looks finished and is refused elsewhere
 */
export function signingOf(environment) {
  const isSet = (/** @type {string} */ name) => Boolean(environment[name]);
  const begun = NOTARY_WAYS.filter((way) => way.some(isSet));
  if (begun.length === 0 && ![...Object.keys(CERTIFICATES), ...FILES].some(isSet)) return null;
  if (begun.length > 1) {
    throw new Stop(
      `Set the variables of one way to the notary only, not of ${begun.map(([name]) => name).join(" and ")}.`,
    );
  }
  const wanted = [...Object.keys(CERTIFICATES), ...(begun[0] ?? [])];
  const missing = wanted.filter((name) => !isSet(name));
  if (begun.length === 0) missing.push(NOTARY_WAYS.map((way) => way.join(", ")).join(", or "));
  if (missing.length > 0)
    throw new Stop(`Nothing is signed by halves. Also set ${missing.join(", ")} (docs/release.md).`);
  return {
    application: certificate("CSC_NAME", environment),
    installer: certificate("CSC_INSTALLER_NAME", environment),
    keychain: environment["CSC_KEYCHAIN"] || null,
    notary: credentialsOf(environment),
  };
}

/**
 * @param {keyof typeof CERTIFICATES} variable
 * @param {NodeJS.ProcessEnv} environment
 */
function certificate(variable, { [variable]: name = "" }) {
  // electron-builder refuses it with the kind in front, but only after minutes.
  if (name.startsWith("Developer ID")) {
    throw new Stop(`${variable} is the name without its kind: leave out "${CERTIFICATES[variable].trim()}".`);
  }
  return `${CERTIFICATES[variable]}${name}`;
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NotaryCredentials}
 */
function credentialsOf(environment) {
  const { APPLE_API_KEY, APPLE_API_KEY_ID = "", APPLE_API_ISSUER = "" } = environment;
  if (APPLE_API_KEY) {
    return { appleApiKey: APPLE_API_KEY, appleApiKeyId: APPLE_API_KEY_ID, appleApiIssuer: APPLE_API_ISSUER };
  }
  const { APPLE_ID, APPLE_APP_SPECIFIC_PASSWORD = "", APPLE_TEAM_ID = "" } = environment;
  if (APPLE_ID) return { appleId: APPLE_ID, appleIdPassword: APPLE_APP_SPECIFIC_PASSWORD, teamId: APPLE_TEAM_ID };
  const { APPLE_KEYCHAIN_PROFILE = "", APPLE_KEYCHAIN } = environment;
  return { keychainProfile: APPLE_KEYCHAIN_PROFILE, ...(APPLE_KEYCHAIN && { keychain: APPLE_KEYCHAIN }) };
}
