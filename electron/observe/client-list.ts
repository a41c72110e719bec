import { readdirSync } from "node:fs";
import { networkOf, readProcess } from "./proc-process.ts";
import { isClient } from "./proc-sensor.ts";

/**
 * Lists the VPN clients in the network namespace of `place`, the folder of a process, as text that changes when one comes or
 * goes. What was seen twice and was no client is not read again: a process becomes another program soon after it was started.
 */
export function clientList(place: string): () => string {
  let others = new Map<string, number>();
  return () => {
    const network = networkOf(place);
    const pids = network === null ? [] : readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    const clients: string[] = [];
    const seen = new Map<string, number>();
    for (const pid of pids) {
      const times = others.get(pid) ?? 0;
      const process = times < 2 && network !== null ? readProcess(Number(pid), network) : null;
      if (process !== null && isClient(process)) clients.push(`${pid} ${process.start}`);
      else seen.set(pid, times + 1);
    }
    others = seen;
    return clients.join("\n");
  };
}
