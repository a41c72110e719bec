import { createInterface } from "node:readline";
import * as v from "valibot";
import { DEADLINE, eventually } from "../../e2e/stage/eventually.ts";
import { ownProcess } from "../../e2e/stage/owned-processes.ts";
import type { Environment } from "../../e2e/stage/environment.ts";

/** The signal by which the tray's host says that an icon stands in it; the time in microseconds since 1970. */
const Registered = v.object({
  type: v.literal("signal"),
  member: v.literal("StatusNotifierItemRegistered"),
  "timestamp-realtime": v.number(),
});

/** When icons came into the tray. */
export interface TrayRegistrations {
  /** Waits until one has come after this moment, and says when; both in milliseconds since 1970. */
  after(moment: number): Promise<number>;
  stop(): Promise<void>;
}

/** Listens to the tray of a desktop; resolves when it does. */
export async function listenToTray(env: Environment): Promise<TrayRegistrations> {
  const listener = ownProcess("busctl", ["--user", "--json=short", "monitor", "org.kde.StatusNotifierWatcher"], env);
  const moments: number[] = [];
  createInterface({ input: listener.stdout }).on("line", (line) => {
    // Behind each message that holds a picture it prints an empty line.
    const parsed = line === "" ? null : v.safeParse(Registered, JSON.parse(line));
    if (parsed?.success === true) moments.push(parsed.output["timestamp-realtime"] / 1_000);
  });
  const isListening = async () => listener.talk().includes("Monitoring bus message stream");
  await Promise.race([eventually("the tray is listened to", isListening), listener.failure]);
  return {
    after: (moment) =>
      eventually(`an icon comes within ${DEADLINE} ms`, async () => moments.find((come) => come > moment)),
    stop: () => listener.stop(),
  };
}
