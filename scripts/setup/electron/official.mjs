// @ts-check
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inPackage, inProject } from "../../paths.mjs";
import { runLogged } from "../../processes/logged.mjs";
import { alive } from "../../terminal/alive.mjs";
import { executableIn } from "./platform.mjs";

const log = inProject(".cache", "logs", "electron.log");
const failure = inProject(".cache", "electron", "official-not-reachable");

/** A download that has brought nothing for so long is given up; milliseconds. */
const silence = 20_000;

/** For so long a failed download is not tried again when there is something else to run; milliseconds. */
const oneDay = 24 * 60 * 60 * 1_000;

/** @param {string} file in the `electron` package */
const readJson = (file) => JSON.parse(readFileSync(inPackage("electron", file), "utf8"));

/** The version that the project is locked to and ships. */
export const officialVersion = () => /** @type {string} */ (readJson("package.json").version);

/**
 * The official executable, when the `electron` package has it already in the right version.
 *
 * @returns {string | undefined} absolute path
 */
export function officialBinary() {
  const version = inPackage("electron", "dist/version");
  const binary = inPackage("electron", `dist/${executableIn(process.platform)}`);
  if (!existsSync(version) || !existsSync(binary)) return undefined;
  return readFileSync(version, "utf8").replace(/^v/, "") === officialVersion() ? binary : undefined;
}

/** Whether the download was tried in vain during the last day. */
export const failedRecently = () => existsSync(failure) && Date.now() - statSync(failure).mtimeMs < oneDay;

/** Notes that the download was tried in vain now. */
export function rememberFailure() {
  mkdirSync(dirname(failure), { recursive: true });
  writeFileSync(failure, new Date().toISOString());
}

/**
 * Downloads the official Electron, checks it, unpacks it.
 *
 * @returns {Promise<string | undefined>} the executable's path; nothing when it cannot be had now
 */
export async function downloadOfficial() {
  const fetched = await alive(`Downloading Electron ${officialVersion()}`, fetchArtifact());
  if (!fetched) return undefined;
  // The package's own installer finds the file in the download cache, checks it again and unpacks it.
  await alive("Unpacking Electron", runLogged(process.execPath, [inPackage("electron", "install.js")], { log }));
  return officialBinary();
}

/** @returns {Promise<boolean>} whether the file is in Electron's download cache, complete and with the right checksum */
async function fetchArtifact() {
  const { downloadArtifact } = await import("@electron/get");
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), silence);
  const { platform, arch } = process;
  try {
    await downloadArtifact({
      artifactName: "electron",
      version: officialVersion(),
      platform,
      arch,
      checksums: readJson("checksums.json"),
      downloadOptions: { quiet: true, signal: abort.signal, getProgressCallback: async () => void timer.refresh() },
    });
    return true;
  } catch (error) {
    mkdirSync(dirname(log), { recursive: true });
    writeFileSync(log, String(error instanceof Error ? error.stack : error));
    return false;
  } finally {
    clearTimeout(timer);
  }
}
