import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";

const ANNOUNCEMENT = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//;

/**
 * The port on which Chromium says that its debugger listens.
 * @param milliseconds how long to wait for that
 * @throws Error with what the program said instead
 */
export async function debuggerPort({ stderr }: ChildProcess, milliseconds: number): Promise<number> {
  if (stderr === null) throw new Error("nobody can hear what the program says");
  const said: string[] = [];
  for await (const line of createInterface({ input: stderr, signal: AbortSignal.timeout(milliseconds) })) {
    const port = ANNOUNCEMENT.exec(line)?.[1];
    if (port !== undefined) {
      // What it says from now on interests nobody, but a full pipe would stop it.
      stderr.resume();
      return Number(port);
    }
    said.push(line);
  }
  throw new Error(`no debugger was opened:\n${said.join("\n")}`);
}
