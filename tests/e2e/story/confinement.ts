import { readlinkSync } from "node:fs";
import { descendantsOf, readProcess } from "../../lab/room/processes.ts";

/** What the kernel holds a process to. */
export interface Confinement {
  readonly user: number;
  readonly systemCalls: "filtered" | "free";
  /** Whether its network and its users are others than the app's, so that it reaches nobody and has no rights outside. */
  readonly network: "own" | "shared";
  readonly users: "own" | "shared";
}

/** How the process that shows the page of an app is confined: what Chromium calls its sandbox. `pid` is the app's main process. */
export function confinementOf(pid: number): Confinement {
  const renderer = descendantsOf(pid).find((each) => readProcess(each, "cmdline").includes("--type=renderer"));
  if (renderer === undefined) throw new Error(`process ${pid} has none that shows a page`);
  const status = readProcess(renderer, "status");
  const namespace = (kind: string) => (linkOf(pid, kind) === linkOf(renderer, kind) ? "shared" : "own");
  return {
    user: Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]),
    // proc(5): 2 is a filter.
    systemCalls: /^Seccomp:\s+2$/m.test(status) ? "filtered" : "free",
    network: namespace("net"),
    users: namespace("user"),
  };
}

function linkOf(pid: number, kind: string): string {
  return readlinkSync(`/proc/${pid}/ns/${kind}`);
}
