import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import { systemClock } from "../clock.ts";
import { darwinPlatform, quickDarwinSensors } from "../darwin.ts";
import type { DarwinTools } from "../darwin-tools.ts";
import { DARWIN_TOOLS } from "../darwin-tools.ts";
import { keepMonitor } from "../monitor.ts";
import { readSensors } from "../sensor.ts";
import type { QuickObserver } from "./quick-observer.ts";

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
  const read = async () => {
    const files = await readSensors(quickDarwinSensors(tools, connected?.()), undefined);
    return snapshotOf({ os: "darwin", osVersion: null, takenAt: null, files }).snapshot;
  };
  const seen = async () => ({ snapshot: await read(), received: new Map<string, number>() });
  return {
    look: seen,
    glance: seen,
    received: () => new Map(),
    lookAtProcesses: read,
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
