import { createObserver } from "../../observe/observer.ts";
import type { Observer } from "../../observe/observer.ts";
import { quickObserver } from "../../observe/quick/quick-observer-here.ts";
import type { QuickObserver } from "../../observe/quick/quick-observer.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import type { SystemFiles } from "../host.ts";
import { Refusal } from "../refusal.ts";
import { findTool } from "./find-tool.ts";
import { requireTrustedTools } from "./observing-tools.ts";
import { systemFiles } from "./system-files.ts";

/** What the helper sees and touches of the system around it: this machine's, or that of a model which a test brings. */
export interface Surroundings {
  readonly os: OperatingSystem;
  readonly observer: Pick<Observer, "capture">;
  /** Begins to look quickly. */
  quickObserver(): QuickObserver;
  readonly files: SystemFiles;
  /** The program to run for the usual path of a tool; see {@link findTool}. Throws Refusal `tool_missing`. */
  findTool(usual: string): string;
  /** Sends SIGUSR2. Throws Refusal `conflict` when the process is gone. */
  nudge(pid: number): void;
}

/** The machine that the helper runs on. Throws Refusal `unsupported_os`, `tool_missing` when its tools are not root's alone. */
export function thisMachine(): Surroundings {
  const os = operatingSystem();
  requireTrustedTools(os);
  return { os, observer: createObserver(), quickObserver, files: systemFiles, findTool, nudge };
}

/** The system that this program runs on. Throws Refusal `unsupported_os`. */
export function operatingSystem(): OperatingSystem {
  if (process.platform === "linux" || process.platform === "darwin") return process.platform;
  throw new Refusal("unsupported_os");
}

function nudge(pid: number): void {
  try {
    process.kill(pid, "SIGUSR2");
  } catch {
    // It ended since it was looked at.
    throw new Refusal("conflict");
  }
}
