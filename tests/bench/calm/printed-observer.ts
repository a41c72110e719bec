import { readFile } from "node:fs/promises";
import { once } from "node:events";
import type { Capture } from "../../../shared/capture/capture.ts";
import type { Observer } from "../../../electron/observe/observer.ts";

/** An observer of a machine whose tables are in a file, as iproute2 printed them; nothing changes there. */
export function printedObserver(file: string): Observer {
  return {
    async capture(): Promise<Capture> {
      const text = await readFile(file, "utf8");
      const routes = { name: "routes.json", source: "ip -j route show table all" };
      return { os: "linux", osVersion: null, takenAt: null, files: [{ ...routes, content: { read: true, text } }] };
    },
    async *changes(signal) {
      if (!signal.aborted) await once(signal, "abort");
      yield* [];
    },
    setPace: () => undefined,
    hint: () => undefined,
  };
}
