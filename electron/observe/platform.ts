import type { OperatingSystem } from "../../shared/snapshot/snapshot.ts";
import type { CommandLine } from "./command-line.ts";
import type { Sensor } from "./sensor.ts";

/** How one operating system is observed. To add a system, write its file and name it in observer.ts. */
export interface Platform {
  readonly os: OperatingSystem;
  /** The version that people know, e.g. `15.1`; the kernel's on Linux; null when it cannot be told. */
  osVersion(signal: AbortSignal | undefined): Promise<string | null>;
  /** Everything that a capture holds, asked anew for each capture. */
  sensors(): readonly Sensor[];
  /** A program that prints lines for ever, whenever something about the network changes. */
  readonly monitor: CommandLine;
  /** Whether a line of the monitor is worth another look; never what changed, which only a capture can tell. */
  isNews(line: string): boolean;
  /**
   * Begins to watch what the monitor does not report, without starting a program: what is given back tells whether it has
   * changed since it was asked last. Left out where that cannot be told.
   */
  glimpse?(): () => boolean;
}
