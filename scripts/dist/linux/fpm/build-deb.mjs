// @ts-check
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { controlText } from "./control-text.mjs";
import { settleFiles } from "./settle-files.mjs";

/** Option of fpm, and the name that dpkg knows the script by. */
const scripts = /** @type {const} */ ([
  ["before-install", "preinst"],
  ["after-install", "postinst"],
  ["before-remove", "prerm"],
  ["after-remove", "postrm"],
]);

/** dpkg-deb(1): gzip is for trying, at its quickest. With xz -z9 saves 3 MB of 101 beside -z6. */
const compressions = new Map([
  ["gz", ["-Zgzip", "-z1"]],
  ["xz", ["-Zxz", "-z9"]],
]);

/**
 * Builds a .deb with dpkg-deb.
 *
 * @param {import("./read-fpm-arguments.mjs").DebRequest} request
 */
export function buildDeb({ options, depends, recommends, places }) {
  const compression = compressions.get(options.get("deb-compression") ?? "xz");
  const output = options.get("package");
  if (compression === undefined || output === undefined)
    throw new Error("fpm: no file, or no compression that is known");
  const root = mkdtempSync(join(tmpdir(), "holdfast-deb-"));
  try {
    for (const [from, to] of places) put(from, join(root, to));
    const { kibibytes, sums } = settleFiles(root);
    const control = join(root, "DEBIAN");
    mkdirSync(control, { mode: 0o755 });
    writeFileSync(join(control, "control"), controlText({ options, depends, recommends, kibibytes }));
    writeFileSync(join(control, "md5sums"), sums);
    for (const [option, name] of scripts) putScript(options.get(option), join(control, name));
    execFileSync("/usr/bin/dpkg-deb", ["--root-owner-group", ...compression, "--build", root, output], {
      stdio: "inherit",
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function put(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  if (statSync(from).isDirectory()) {
    cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    return;
  }
  copyFileSync(from, to);
  chmodSync(to, 0o644);
}

/**
 * @param {string | undefined} from
 * @param {string} to
 */
function putScript(from, to) {
  if (from === undefined) return;
  copyFileSync(from, to);
  chmodSync(to, 0o755);
}
