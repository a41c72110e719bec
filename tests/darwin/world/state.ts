import type { Configd } from "./configd.ts";
import type { DynamicStore } from "./dynamic-store.ts";
import type { Kernel } from "./kernel/kernel.ts";
import type { Processes } from "./processes.ts";

/** Everything about the Mac that its programs can ask and change. */
export interface MacState {
  readonly kernel: Kernel;
  readonly configd: Configd;
  readonly processes: Processes;
  readonly store: DynamicStore;
  /** Name servers set for a network service by `networksetup -setdnsservers`, by the service's name; a preference that outlives a reboot. */
  readonly manualResolvers: Map<string, readonly string[]>;
  readonly version: string;
  /** `kern.bootsessionuuid`. */
  boot: string;
  now(): number;
}

/** How a program ends and what it prints. */
export interface Answer {
  readonly out: string;
  readonly errors: string;
  readonly status: number;
}

/** An answer that is nothing but text on standard output. */
export function printed(out: string): Answer {
  return { out, errors: "", status: 0 };
}

/** An answer that is nothing but one line on standard error. */
export function failed(errors: string, status: number): Answer {
  return { out: "", errors, status };
}
