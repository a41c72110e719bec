import type { CaptureFile } from "../../../shared/capture/capture.ts";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import { systemClock } from "../clock.ts";
import { darwinPlatform, quickDarwinSensors, socketsSensor } from "../darwin.ts";
import type { DarwinTools } from "../darwin-tools.ts";
import { DARWIN_TOOLS } from "../darwin-tools.ts";
import { keepMonitor } from "../monitor.ts";
import { readSensors } from "../sensor.ts";
import type { QuickLook, QuickObserver } from "./quick-observer.ts";

/**
 * Quick looks at macOS: the few programs that tell where packets go and who runs. What came out of a tunnel is not read
 * there, so that a client is seen to be back by its connection.
 */
export function darwinQuickObserver(
  tools: DarwinTools = DARWIN_TOOLS,
  connected?: () => readonly string[],
  root?: string,
): QuickObserver {
  const { monitor, isNews } = darwinPlatform(tools, connected, root);
  let sockets: readonly CaptureFile[] = [];
  const look = async (readSockets: () => Promise<readonly CaptureFile[]>): Promise<QuickLook> => {
    // The sockets first, as on Linux: the addresses must not be older than they.
    sockets = await readSockets();
    const files = [...sockets, ...(await readSensors(quickDarwinSensors(tools, connected?.()), undefined))];
    const { snapshot } = snapshotOf({ os: "darwin", osVersion: null, takenAt: null, files });
    return { snapshot, received: new Map() };
  };
  const glance = () => look(async () => sockets);
  return {
    look: () => look(() => socketsSensor(tools)(undefined)),
    // lsof takes longer than all the others together.
    glance,
    received: () => new Map(),
    lookAtProcesses: async () => (await glance()).snapshot,
    listen(onChange) {
      const onLine = (line: string) => {
        if (isNews(line)) onChange("routing");
      };
      return keepMonitor(monitor, { onLine, onStart: () => onChange("routing") }, systemClock);
    },
    answer: async () => null,
    // arp(8) only shows and sets entries.
    askForNeighbour: async () => undefined,
    end: () => undefined,
  };
}
