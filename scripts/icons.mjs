#!/usr/bin/env node
// @ts-check
/** Draws every icon from scripts/icons/ into build/. Usage: node scripts/icons.mjs */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { appleIconFile, iconFiles } from "./icons/files.mjs";

const build = fileURLToPath(new URL("../build/", import.meta.url));
const files = iconFiles();

for (const folder of ["tray", "icons"]) rmSync(join(build, folder), { recursive: true, force: true });
for (const { path, png } of files) {
  mkdirSync(dirname(join(build, path)), { recursive: true });
  writeFileSync(join(build, path), png);
}
const { path: applePath, icns } = appleIconFile();
writeFileSync(join(build, applePath), icns);
console.log(`${files.length} pictures written to ${build}`);
