import { spawnSync } from "node:child_process";
import { SetupFailure } from "./setup-failure.ts";

const ENVIRONMENT = { LC_ALL: "C", PATH: "/usr/sbin:/usr/bin:/sbin:/bin" };
const LONGEST_DETAIL = 300;

/**
 * Runs a system program by its absolute path, without a shell, and waits for its end. `accepted` are the exit statuses that
 * are no failure. Gives what it printed. Throws SetupFailure `tool-failed`.
 */
export function runProgram([path = "", ...words]: readonly string[], accepted: readonly number[] = [0]): string {
  const { status, stdout, stderr, error } = spawnSync(path, words, { env: ENVIRONMENT, cwd: "/", encoding: "utf8" });
  if (status !== null && accepted.includes(status)) return stdout;
  const detail = (error?.message ?? stderr).trim().slice(0, LONGEST_DETAIL);
  throw new SetupFailure("tool-failed", { command: [path, ...words].join(" "), status: status ?? -1, detail });
}
