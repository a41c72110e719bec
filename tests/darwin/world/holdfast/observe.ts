import { darwinPlatform } from "../../../../electron/observe/darwin.ts";
import { createObserver } from "../../../../electron/observe/observer.ts";
import type { Observer } from "../../../../electron/observe/observer.ts";
import type { Platform } from "../../../../electron/observe/platform.ts";
import { snapshotOf } from "../../../../shared/capture/snapshot-of.ts";
import type { Snapshot } from "../../../../shared/snapshot/snapshot.ts";
import type { Mac } from "../mac.ts";
import { toolsUnder } from "../tool-folder.ts";

/** The real platform of macOS, whose programs and files are those of this Mac. */
function platformOf(mac: Mac): Platform {
  return darwinPlatform(toolsUnder(mac.root), () => connectedInterfaces(mac), mac.root);
}

/** The real observer, looking at this Mac. */
export function observerOf(mac: Mac): Observer {
  return createObserver({ platform: platformOf(mac), clock: mac.clock });
}

/** One look at this Mac through its programs. */
export async function lookAtMac(mac: Mac): Promise<Snapshot> {
  return snapshotOf(await observerOf(mac).capture()).snapshot;
}

/** What os.networkInterfaces() would say on this Mac. */
export function connectedInterfaces({ kernel }: Mac): string[] {
  return kernel
    .links()
    .filter(({ flags, addresses }) => !flags.includes("LOOPBACK") && addresses.some(({ family }) => family === "inet"))
    .map(({ name }) => name);
}
