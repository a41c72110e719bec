import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How a program in the place of pkexec was started. */
interface Start {
  readonly pid: number;
  readonly words: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

/** A program in the place of pkexec; tests/lab/systemd/app-setup.test.ts has the real one. */
export interface PasswordStandIn {
  readonly path: string;
  /** Lets it do this (JavaScript), after it has noted how it was started. */
  does(script: string): void;
  /** How it was started, null when it was not. */
  start(): Start | null;
  remove(): void;
}

/** Makes one, in a folder of its own, that does nothing. */
export function makePasswordStandIn(): PasswordStandIn {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-set-up-"));
  const path = join(folder, "pkexec");
  const note = join(folder, "start.json");
  const does = (script: string) => {
    const what = "{ pid: process.pid, words: process.argv.slice(2), env: process.env, cwd: process.cwd() }";
    const lines = [
      `#!${process.execPath}`,
      'const { renameSync, writeFileSync } = require("node:fs");',
      `writeFileSync(${JSON.stringify(`${note}.new`)}, JSON.stringify(${what}));`,
      `renameSync(${JSON.stringify(`${note}.new`)}, ${JSON.stringify(note)});`,
      script,
    ];
    writeFileSync(path, lines.join("\n"));
    chmodSync(path, 0o755);
  };
  does("");
  return {
    path,
    does,
    start: () => (existsSync(note) ? JSON.parse(readFileSync(note, "utf8")) : null),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
