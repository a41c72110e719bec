import { connectHelper } from "../helper-client/connect-helper.ts";
import type { ConnectOptions, HelperConnection } from "../helper-client/helper-connection.ts";
import { readBootId } from "../observe/boot-id.ts";
import { openMemory } from "../observe/kept/memory.ts";
import type { Memory } from "../observe/kept/memory.ts";
import { stateFolder } from "../observe/kept/state-folder.ts";
import { createObserver } from "../observe/observer.ts";
import type { Observer } from "../observe/observer.ts";

/** The machine that commands look at and repair: this one, or one that a test brings. */
export interface Machine {
  readonly observer: Observer;
  /** Id of the running boot of the kernel, any text. */
  bootId(): Promise<string>;
  /** What was kept of earlier runs; see {@link openMemory}. */
  openMemory(boot: string, options: Parameters<typeof openMemory>[2]): Memory;
  /** Throws HelperFailure as `connectHelper` does. */
  connectHelper(options?: Pick<ConnectOptions, "mode" | "purpose">): Promise<HelperConnection>;
}

/** The machine that the program runs on. */
export function thisMachine(): Machine {
  return {
    observer: createObserver(),
    bootId: readBootId,
    openMemory: (boot, options) => openMemory(stateFolder(), boot, options),
    connectHelper,
  };
}
