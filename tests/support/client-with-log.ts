import { spawn } from "node:child_process";
import type { StdioOptions } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of its own for the test that runs, removed after it. */
export async function folderForTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "hf-client-log-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A process that stands for a client; it runs until the test ends. */
export interface RunningProcess {
  readonly pid: number;
  /** Kills it and waits until it is gone. */
  end(): Promise<void>;
}

/** Starts a process that prints `text` and stays, with its standard output and standard error as given. */
export async function startPrinting(
  text: string,
  output: "pipe" | number,
  errors: "pipe" | number,
): Promise<RunningProcess> {
  const program = "process.stdout.write(process.argv[1], () => process.send('printed')); setInterval(() => {}, 1e6)";
  const stdio: StdioOptions = ["ignore", output, errors, "ipc"];
  const child = spawn(process.execPath, ["-e", program, text], { stdio });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const end = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  onTestFinished(end);
  await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("error", reject);
    child.once("exit", () => reject(new Error("the process ended before it had printed")));
  });
  if (child.pid === undefined) throw new Error("the process has no number");
  return { pid: child.pid, end };
}

/** The same, with both of its outputs appended to a file, as in `openconnect … >> vpn.log 2>&1`. */
export async function startLoggingTo(path: string, text: string): Promise<RunningProcess> {
  const file = openSync(path, "a");
  try {
    return await startPrinting(text, file, file);
  } finally {
    closeSync(file);
  }
}
