import type { Route } from "../../shared/snapshot/route.ts";
import { darwinRoute, linuxRoute } from "./example-route.ts";

/** The rows that macOS keeps for Wi-Fi on the hotspot of the story: default and connected network of en0. */
export const HOTSPOT: readonly Route[] = [
  darwinRoute({ destination: "0.0.0.0/0", gateway: "172.20.10.1", host: false, flags: ["U", "G", "S", "c", "g"] }),
  darwinRoute({ destination: "172.20.10.0/28", gateway: "link", host: false, flags: ["U", "C", "S"] }),
];

/** The rows that Linux keeps for Wi-Fi at home: default and connected network of wlan0. */
export const HOME: readonly Route[] = [
  linuxRoute({ destination: "0.0.0.0/0", gateway: "192.168.1.1", host: false, metric: 600, protocol: "dhcp" }),
  linuxRoute({ destination: "192.168.1.0/24", gateway: "link", host: false, protocol: "kernel", scope: "link" }),
];

/** A row of macOS into a tunnel, as vpnc-script adds it. */
export function intoUtun(destination: string, name = "utun6"): Route {
  const host = destination.endsWith("/32");
  return darwinRoute({
    destination,
    gateway: "link",
    interface: name,
    host,
    flags: ["U", ...(host ? ["H"] : []), "S"],
  });
}

/** A row of Linux into a tunnel, as vpnc-script adds it. */
export function intoTun(destination: string, name = "tun0"): Route {
  return linuxRoute({
    destination,
    gateway: "link",
    interface: name,
    host: destination.endsWith("/32"),
    scope: "link",
  });
}
