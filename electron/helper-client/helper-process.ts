import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { handedOnEnvironment } from "./handed-on-environment.ts";
import { linesOf } from "./helper-lines.ts";
import type { HelperEnd, HelperLines } from "./helper-lines.ts";

const MAX_ERRORS = 4096;
const CLOSE_MILLISECONDS = 2_000;

/** Starts the helper by an argument vector with an absolute path, without a shell. */
export function startHelper([program = "", ...words]: readonly string[]): HelperLines {
  const child = spawn(program, words, { shell: false, cwd: "/", env: handedOnEnvironment(), stdio: "pipe" });
  const ended = endOf(child);
  // A process that has ended takes no more; that it has ended is what `next` says.
  child.stdin.on("error", () => undefined);
  return {
    send: (line) => void child.stdin.write(`${line}\n`),
    next: linesOf(child.stdout, ended),
    async close() {
      child.stdin.end();
      const timer = setTimeout(() => child.kill("SIGKILL"), CLOSE_MILLISECONDS);
      await ended;
      clearTimeout(timer);
    },
  };
}

function endOf(child: ChildProcessWithoutNullStreams): Promise<HelperEnd> {
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors = (errors + text).slice(0, MAX_ERRORS);
  });
  return new Promise((settle) => {
    child.on("error", (error) => settle({ status: null, errors: String(error) }));
    child.on("close", (status) => settle({ status, errors }));
  });
}
