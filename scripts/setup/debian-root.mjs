// @ts-check
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "js-yaml";
import { cacheFolder, inProject } from "../paths.mjs";
import { runLogged } from "../processes/logged.mjs";
import { makeWorkFolder } from "../processes/work-folder.mjs";
import { alive } from "../terminal/alive.mjs";
import { forPackageRoot, forPackageRootLater } from "./debian-lists.mjs";

const cache = join(cacheFolder, "debian-root");
const log = inProject(".cache", "logs", "debian-root.log");
const release = "bookworm";
const debootstrap = "/usr/sbin/debootstrap";
/** Packages are unpacked without waiting for the disk: what breaks off is thrown away. */
const install = ["apt-get", "install", "-y", "--no-install-recommends", "-o", "Dpkg::Options::=--force-unsafe-io"];

/** What Holdfast's package asks for, and nothing else: what it forgets is missing in the root, too. */
function packageDependencies() {
  const settings = /** @type {{ deb: { depends: string[] } }} */ (
    load(readFileSync(inProject("electron-builder.yml"), "utf8"))
  );
  return settings.deb.depends.map((names) => names.split("|")[0]?.trim() ?? names);
}

/**
 * The folder of a Debian that holds what the package depends on and hardly more, in which packages can be tried (as the lower
 * layer of a root that is thrown away). Made once: it takes a minute.
 *
 * @returns {Promise<string | undefined>} absolute path; nothing where it cannot be had
 */
export async function provideDebianRoot() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync(debootstrap)) return undefined;
  const place = debianRootFolder();
  if (existsSync(place)) return place;
  // Not in the project's folder: debootstrap fails where a path has a blank.
  const work = makeWorkFolder(join(tmpdir(), "holdfast-debian-root"));
  try {
    const root = join(work, "root");
    if (!(await alive("Making a Debian to try the package in", makeRoot(root)))) return undefined;
    mkdirSync(cache, { recursive: true });
    return (await move(root, place)) ? place : undefined;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {Promise<boolean>} false when it could not be copied
 */
async function move(from, to) {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EXDEV") throw error;
    // Whole or not at all, also on another file system.
    const copied = (await runLogged("/usr/bin/cp", ["--archive", from, `${to}.new`], { log, env })) === 0;
    if (copied) renameSync(`${to}.new`, to);
    return copied;
  }
}

/** Where it is, once it has been made; another one whenever other packages are wanted in it. */
export function debianRootFolder() {
  const wanted = JSON.stringify([release, forPackageRoot, forPackageRootLater, packageDependencies()]);
  return join(cache, createHash("sha256").update(wanted).digest("hex").slice(0, 12));
}

/**
 * @param {string} root
 * @returns {Promise<boolean>}
 */
async function makeRoot(root) {
  const run = async (/** @type {string} */ program, /** @type {readonly string[]} */ words) =>
    (await runLogged(program, words, { log, env })) === 0;
  const inRoot = (/** @type {readonly string[]} */ ...words) => run("/usr/sbin/chroot", [root, ...words]);
  const include = `--include=${forPackageRoot.join(",")}`;
  if (!(await run(debootstrap, ["--variant=minbase", include, release, root]))) return false;
  const [names, policy] = [join(root, "etc/resolv.conf"), join(root, "usr/sbin/policy-rc.d")];
  copyFileSync("/etc/resolv.conf", names);
  // Nothing that is installed may start on this machine (invoke-rc.d(8)).
  writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  const made =
    (await inRoot("apt-get", "update")) &&
    (await inRoot(...install, ...packageDependencies())) &&
    (await inRoot(...install, "--download-only", ...forPackageRootLater));
  for (const path of [names, policy]) rmSync(path);
  return made;
}

const env = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C.UTF-8", DEBIAN_FRONTEND: "noninteractive" };
