import { observed } from "../../../shared/snapshot/part.ts";
import type { Interface } from "../../../shared/snapshot/interface.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { darwinRoute, linuxRoute } from "../example-route.ts";
import { createMachine } from "./machine.ts";
import type { Machine } from "./machine.ts";

const ADDRESS = { family: "inet", address: "172.20.10.2", prefixLength: 28, peer: null } as const;

/** A physical interface on 172.20.10.0/28. */
export function physical(name: string, changes: Partial<Interface> = {}): Interface {
  return {
    name,
    index: 4,
    up: true,
    carrier: true,
    loopback: false,
    pointToPoint: false,
    kind: null,
    persistent: null,
    mtu: 1500,
    linkAddress: null,
    addresses: [ADDRESS],
    ...changes,
  };
}

/** A Linux laptop that has left 198.51.100.0/28: three host rows and the default through the old router are still there. */
export function linuxAfterSwitch(): Machine {
  const rows = [
    linuxRoute({ destination: "172.20.10.0/28", gateway: "link", protocol: "kernel", scope: "link", host: false }),
    linuxRoute({ destination: "0.0.0.0/0", gateway: "198.51.100.1", host: false, metric: 100 }),
    linuxRoute({ destination: "0.0.0.0/0", gateway: "172.20.10.1", host: false, metric: 600 }),
    linuxRoute(),
    linuxRoute({ destination: "203.0.113.10/32", protocol: "static", metrics: { mtu: 1400 } }),
    linuxRoute({ destination: "203.0.113.11/32", metric: 50 }),
  ];
  return createMachine("linux", rows, { interfaces: observed([physical("wlan0")]) });
}

/** A Mac in the same place. */
export function darwinAfterSwitch(): Machine {
  const rows: Route[] = [
    darwinRoute({ destination: "0.0.0.0/0", gateway: "172.20.10.1", host: false, flags: ["U", "G", "S"] }),
    darwinRoute(),
    darwinRoute({ destination: "203.0.113.0/24", host: false, flags: ["U", "G", "S"] }),
    darwinRoute({ destination: "203.0.113.9/32" }),
    darwinRoute({ destination: "127.0.0.1/32", gateway: "127.0.0.1", interface: "lo0", flags: ["U", "H"] }),
    darwinRoute({ family: "inet6", destination: "::1/128", gateway: "link", interface: "lo0", flags: ["U", "H", "L"] }),
  ];
  return createMachine("darwin", rows, { interfaces: observed([physical("en0", { index: null })]) });
}
