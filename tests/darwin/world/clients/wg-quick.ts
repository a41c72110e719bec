import type { BareMac } from "../bare-mac.ts";
import { openTunnel } from "./open-tunnel.ts";
import { defaultGateway } from "./session.ts";

const ENDPOINT = "198.51.100.7";
const OWN = "10.0.0.2";
const RESOLVER = "10.0.0.1";

/** A tunnel that `wg-quick up` made (macos-facts §8, openconnect-facts §5). */
export interface WgQuick {
  readonly endpoint: string;
  readonly pid: number;
  /** `kill -9` of wireguard-go and of the script that watches the routes. */
  isKilled(): void;
  /** `kill -9` of the script alone: the tunnel lives, nobody looks after its endpoint any more. */
  losesItsMonitor(): void;
}

/**
 * Starts wg-quick: both halves of the default into the tunnel, a host row to the endpoint, its name server on every
 * service. While its monitor runs, each message of the routing socket makes it delete and add the endpoint anew; without
 * a router it leads to the loopback as a blackhole.
 */
export function startWgQuick(mac: BareMac): WgQuick {
  const { processes } = mac;
  const { pid } = processes.start({ command: "wireguard-go utun" });
  const tunnel = openTunnel(mac, pid, 1420);
  const script = processes.start({ command: "/opt/homebrew/bin/bash /opt/homebrew/bin/wg-quick up wg0" });
  const monitor = processes.start({ command: "route -n monitor", parentPid: script.pid });
  const route = (...words: readonly string[]) => mac.run(["route", "-q", "-n", ...words], script.pid);
  let router: string | null = null;
  let isBusy = false;
  const pin = () => {
    const now = defaultGateway(mac);
    if (isBusy || now === router) return;
    // Its own changes are messages, too.
    isBusy = true;
    if (router !== null) route("delete", "-inet", ENDPOINT);
    if (now === "") route("add", "-inet", ENDPOINT, "127.0.0.1", "-blackhole");
    else route("add", "-inet", ENDPOINT, "-gateway", now);
    router = now;
    isBusy = false;
  };
  mac.kernel.addAddress(tunnel, { family: "inet", address: OWN, length: 24, peer: OWN });
  for (const half of ["0.0.0.0/1", "128.0.0.0/1"]) route("add", "-inet", half, "-interface", tunnel);
  pin();
  for (const { name } of mac.configd.services) mac.run(["networksetup", "-setdnsservers", name, RESOLVER]);
  const stopListening = mac.kernel.listen(pin);
  const losesItsMonitor = () => {
    stopListening();
    mac.endProcess(monitor.pid);
    mac.endProcess(script.pid);
  };
  return {
    endpoint: ENDPOINT,
    pid,
    losesItsMonitor,
    isKilled() {
      losesItsMonitor();
      mac.endProcess(pid);
    },
  };
}
