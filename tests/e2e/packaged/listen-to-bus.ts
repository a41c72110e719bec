import type { Desktop } from "../stage/desktop.ts";
import { eventually } from "../stage/eventually.ts";
import { ownProcess } from "../stage/owned-processes.ts";

/** Whoever hears all that is said on a desktop's session bus. */
export interface BusListener {
  /** All that was said until now, one JSON document per message. */
  heard(): string;
  stop(): Promise<void>;
}

/** Listens from now on. */
export async function listenToBus({ env }: Desktop): Promise<BusListener> {
  const listener = ownProcess("busctl", ["--user", "--json=short", "monitor"], env);
  let heard = "";
  listener.stdout.on("data", (text: string) => (heard += text));
  const listening = async () => listener.talk().includes("Monitoring bus message stream");
  await Promise.race([eventually("the bus is listened to", listening), listener.failure]);
  return { heard: () => heard, stop: listener.stop };
}
