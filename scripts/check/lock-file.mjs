// @ts-check
import { readFileSync } from "node:fs";
import { inProject } from "../paths.mjs";
import { lockFileBreaches } from "./lock-file/judge.mjs";

// Checks that what is installed is exactly what is locked: package.json names single versions, the lock file fits it, and every
// package has a checksum and comes from a registry. lockfile-lint cannot do it: it judges the addresses that this lock file
// leaves out, so that everybody may use a registry of their own. Prints one line for each breach; exit code 1 if any.

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(inProject(file), "utf8"));

/** @type {Record<string, import("./lock-file/judge.mjs").Locked>} */
const packages = readJson("package-lock.json").packages;
const breaches = lockFileBreaches(readJson("package.json"), packages);
// A checker that sees nothing finds nothing: that is no success.
if (Object.keys(packages).length < 2) breaches.push("No packages were seen: the check itself is broken.");

for (const breach of breaches) console.error(breach);
if (breaches.length === 0) console.log(`${Object.keys(packages).length - 1} packages are locked`);
process.exitCode = breaches.length === 0 ? 0 : 1;
