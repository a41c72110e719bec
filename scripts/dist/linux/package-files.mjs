// @ts-check
import {
  chmodSync,
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { inProject } from "../../paths.mjs";
import { Stop } from "../../terminal/stop.mjs";

/** Where electron-builder.yml looks for what goes beside the app's archive, and for what goes beside the app. */
export const resources = inProject("out", "package", "resources");
const root = inProject("out", "package", "root");
/** Where the package has the Node that runs the helper and the command line program. */
const node = "/usr/lib/holdfast-helper/node";
const OTHERS = `Holdfast is shipped together with the work of others, under their own licences:
/opt/Holdfast/LICENSES.chromium.html, /opt/Holdfast/LICENSE.electron.txt and
/opt/Holdfast/resources/THIRD-PARTY-LICENCES.txt.
`;

/**
 * Puts together what the packages for Linux hold besides Electron and the app's archive, out of what was built.
 *
 * @throws {Stop} when the Node for the helper could not be had
 */
export function writePackageFiles() {
  rmSync(inProject("out", "package"), { recursive: true, force: true });
  writeCommandLineProgram(join(resources, "cli"));
  cpSync(inProject("build", "linux", "root"), root, { recursive: true });
  writeHelper(join(root, "usr/lib/holdfast-helper"));
  mkdirSync(join(root, "usr/bin"), { recursive: true });
  symlinkSync("/opt/Holdfast/resources/cli/holdfast.js", join(root, "usr/bin/holdfast"));
  writeDocuments(join(root, "usr/share"));
}

/** @param {string} folder */
function writeCommandLineProgram(folder) {
  const built = readFileSync(inProject("out", "cli", "holdfast.js"), "utf8");
  // Without the line that a build for this folder begins with: it would take any Node that is in the PATH.
  const program = built.slice(built.indexOf("\n") + 1);
  put(join(folder, "holdfast.js"), `#!${node}\n${program}`, 0o755);
  // Node reads a file with this ending as its folder's package says.
  put(join(folder, "package.json"), '{ "type": "module" }\n');
}

/** @param {string} folder */
function writeHelper(folder) {
  const runtime = inProject("out", "helper", "node");
  try {
    linkSync(runtime, join(folder, "node"));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") throw error;
    throw new Stop("The Node for the helper could not be had, and without it there is no package.");
  }
  const firstLine = readFileSync(inProject("build", "linux", "helper-first-line"), "utf8");
  put(join(folder, "helper.cjs"), firstLine + readFileSync(inProject("out", "helper", "helper.cjs"), "utf8"), 0o755);
}

/** @param {string} share */
function writeDocuments(share) {
  const built = (/** @type {string[]} */ ...parts) => inProject("build", "linux", ...parts);
  copy(built("completions", "holdfast.bash"), join(share, "bash-completion/completions/holdfast"));
  copy(built("completions", "_holdfast"), join(share, "zsh/vendor-completions/_holdfast"));
  copy(built("completions", "holdfast.fish"), join(share, "fish/vendor_completions.d/holdfast.fish"));
  put(join(share, "man/man1/holdfast.1.gz"), packed(built("holdfast.1")));
  put(join(share, "doc/holdfast/NEWS.gz"), packed(inProject("CHANGELOG.md")));
  put(join(share, "doc/holdfast/copyright"), `${readFileSync(inProject("LICENSE"), "utf8")}\n${OTHERS}`);
}

/**
 * The same bytes for the same file, whenever it is packed.
 *
 * @param {string} path
 */
const packed = (path) => gzipSync(readFileSync(path), { level: 9 });

/**
 * @param {string} from
 * @param {string} to
 */
function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/**
 * @param {string} path
 * @param {string | Uint8Array} content
 * @param {number} mode
 */
function put(path, content, mode = 0o644) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  chmodSync(path, mode);
}
