import { valuesOf } from "../snapshot/part.ts";
import type { Process } from "../snapshot/process.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

/** NetworkManager's VPN services and the scripts that they give to their clients, e.g. `nm-openvpn-service-openvpn-helper`. */
const NETWORK_MANAGER_SERVICE = /(?:^|\/)nm-[a-z0-9]+-(?:service|pppd-plugin)/;

/**
 * Who looks after the client and its routes, null when nobody does. NetworkManager pins the server by itself and ends
 * or restarts the session when the network changes (openconnect-facts §5): it must not be fought.
 */
export function supervisorOf(process: Process, snapshot: Snapshot): "NetworkManager" | null {
  const parent = valuesOf(snapshot.processes).find((entry) => entry.pid === process.parentPid);
  const words = [...process.arguments.slice(1), parent?.arguments[0] ?? ""];
  return words.some((word) => NETWORK_MANAGER_SERVICE.test(word)) ? "NetworkManager" : null;
}
