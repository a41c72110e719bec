// @ts-check
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from "@electron/fuses";

/** @typedef {keyof typeof FuseV1Options} FuseName */

/**
 * How each of Electron's fuses is set in what people install (helper-security §4). One table for all systems: Linux knows no
 * integrity of archives and takes no notice of that fuse (seen with Electron 33: a changed archive starts with it as without).
 * electron-builder 26.17 could set eight of them by itself, but neither the ninth nor that all must be named.
 *
 * @type {Readonly<Record<FuseName, boolean>>}
 */
export const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};

/**
 * Sets all fuses that an Electron has; to be done before it is signed.
 *
 * @param {string} program path of the executable, or of the application bundle; changed in place
 * @throws {Error} when it has a fuse that the table does not name
 */
export async function setShippedFuses(program) {
  // A key that is beyond the end of the wire is refused, and an older Electron has a shorter one.
  const there = Object.keys(await readFuses(program));
  const wanted = Object.entries(FUSES).filter(([name]) => there.includes(name));
  await flipFuses(
    program,
    /** @type {import("@electron/fuses").FuseConfig} */ ({
      version: FuseVersion.V1,
      strictlyRequireAllFuses: true,
      ...Object.fromEntries(wanted.map(([name, on]) => [FuseV1Options[/** @type {FuseName} */ (name)], on])),
    }),
  );
}

/**
 * How the fuses of an Electron are set.
 *
 * @param {string} program path of the executable, or of the application bundle
 * @returns {Promise<Record<string, boolean | undefined>>} by name, or by number when it has more than are known; undefined:
 *   it has been taken out of that Electron
 */
export async function readFuses(program) {
  const { version: _version, ...wire } = await getCurrentFuseWire(program);
  return Object.fromEntries(Object.entries(wire).map(([at, state]) => [FuseV1Options[Number(at)] ?? at, isOn(state)]));
}

/** @param {unknown} state */
function isOn(state) {
  if (state === FuseState.ENABLE) return true;
  return state === FuseState.DISABLE ? false : undefined;
}
