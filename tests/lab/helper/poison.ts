import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A folder full of traps: whatever is run, read or loaded from it leaves a mark in its folder of marks. */
export interface Poison {
  readonly folder: string;
  /** Variables that lead into the traps, in groups that only work together. */
  readonly variables: readonly NodeJS.ProcessEnv[];
  /** Marks that were left: one for each trap that somebody stepped into. */
  marks(): string[];
  clear(): void;
  remove(): void;
}

/** Makes the traps below a folder that anybody may enter, so that nobody is kept from them by rights alone. */
export function layPoison(): Poison {
  const folder = mkdtempSync("/tmp/holdfast-poison-");
  chmodSync(folder, 0o755);
  const marks = join(folder, "marks");
  const at = (...names: string[]) => join(folder, ...names);
  mkdirSync(marks, { mode: 0o777 });
  chmodSync(marks, 0o1777);
  const shellTrap = (name: string) => `#!/bin/sh\n: > ${marks}/${name}\n`;
  const nodeTrap = (name: string) => `require("node:fs").writeFileSync(${JSON.stringify(join(marks, name))}, "");`;
  for (const tool of ["ip", "flock", "ss", "sh", "ps", "node", "nmcli", "resolvectl", "setpriv", "sudo"]) {
    writeFileSync(at(tool), shellTrap(`program-${tool}`), { mode: 0o755 });
  }
  writeFileSync(at("profile"), shellTrap("profile"));
  writeFileSync(at("hook.cjs"), nodeTrap("hook"));
  writeFileSync(
    at("hook.mjs"),
    `import fs from "node:fs"; fs.writeFileSync(${JSON.stringify(join(marks, "module"))}, "");`,
  );
  for (const module of ["valibot", "ip-address", "fs", "node_modules/valibot", "node_modules/ip-address"]) {
    mkdirSync(at("node_modules", module), { recursive: true });
    writeFileSync(at("node_modules", module, "index.js"), nodeTrap("node_modules"));
  }
  for (const library of ["libc.so.6", "libm.so.6", "libstdc++.so.6", "libpthread.so.0", "libmnl.so.0"]) {
    writeFileSync(at(library), "no library");
  }
  writeFileSync(at(".env"), `NODE_OPTIONS=--require=${at("hook.cjs")}\n`);
  writeFileSync(at("bunfig.toml"), `preload = ["${at("hook.cjs")}"]\n`);
  writeFileSync(at("package.json"), `{"type":"module","imports":{"#x":"./hook.cjs"}}`);
  writeFileSync(at(".noderc"), nodeTrap("noderc"));
  writeFileSync(at("openssl.cnf"), "nodejs_conf = nodejs_init\n");
  return {
    folder,
    variables: [
      { PATH: folder },
      { NODE_OPTIONS: `--require=${at("hook.cjs")}` },
      { NODE_OPTIONS: `--import=${at("hook.mjs")}` },
      // The loader writes what it does into a file with this name and the process behind it.
      { LD_DEBUG: "files", LD_DEBUG_OUTPUT: join(marks, "loader") },
      { LD_LIBRARY_PATH: folder },
      { LD_PRELOAD: at("libm.so.6") },
      { LD_AUDIT: at("libm.so.6") },
      { DYLD_INSERT_LIBRARIES: at("libm.so.6"), DYLD_LIBRARY_PATH: folder },
      { NODE_PATH: at("node_modules") },
      { NODE_V8_COVERAGE: join(marks, "coverage") },
      { NODE_REDIRECT_WARNINGS: join(marks, "warnings"), NODE_PENDING_DEPRECATION: "1" },
      { NODE_COMPILE_CACHE: join(marks, "cache") },
      { NODE_EXTRA_CA_CERTS: at("hook.cjs"), OPENSSL_CONF: at("openssl.cnf"), SSLKEYLOGFILE: join(marks, "keys") },
      { ELECTRON_RUN_AS_NODE: "1", ELECTRON_ENABLE_LOGGING: "file", ELECTRON_LOG_FILE: join(marks, "electron") },
      { BASH_ENV: at("profile"), ENV: at("profile"), SHELLOPTS: "xtrace", PS4: `$(:>${marks}/ps4)` },
      { IFS: "/", CDPATH: folder, GLOBIGNORE: "*" },
      { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", LANGUAGE: "tr", LOCPATH: folder, TZ: at("hook.cjs") },
      { HOME: folder, XDG_CONFIG_HOME: folder, XDG_STATE_HOME: marks, TMPDIR: marks },
      { HOLDFAST_STATE_DIRECTORY: join(marks, "state"), STATE_DIRECTORY: join(marks, "state") },
      { BUN_OPTIONS: `--preload=${at("hook.cjs")}`, BUN_BE_BUN: "1", DENO_DIR: marks },
    ],
    marks: () => readdirSync(marks),
    clear: () => {
      for (const name of readdirSync(marks)) rmSync(join(marks, name), { recursive: true });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
