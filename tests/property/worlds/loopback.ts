import type { Interface } from "../../../shared/snapshot/interface.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { row } from "./rows.ts";

/** The loopback interface, which every machine has. */
export function loopbackInterface(os: OperatingSystem): Interface {
  return {
    name: os === "darwin" ? "lo0" : "lo",
    index: 1,
    up: true,
    carrier: os === "darwin" ? null : true,
    loopback: true,
    pointToPoint: false,
    kind: null,
    persistent: null,
    mtu: 16_384,
    linkAddress: null,
    addresses: [
      { family: "inet", address: "127.0.0.1", prefixLength: 8, peer: null },
      { family: "inet6", address: "::1", prefixLength: 128, peer: null },
    ],
  };
}

/** The rows of the loopback: on Linux in the table `local`. */
export function loopbackRows(os: OperatingSystem): Route[] {
  if (os === "darwin") {
    return [
      row(os, { destination: "127.0.0.0/8", interface: "lo0", gateway: "127.0.0.1" }),
      row(os, { destination: "::1/128", interface: "lo0", gateway: "::1", flags: ["U", "H", "L"] }),
    ];
  }
  const local = { interface: "lo", type: "local", table: "local", protocol: "kernel" } as const;
  return [row(os, { ...local, destination: "127.0.0.0/8" }), row(os, { ...local, destination: "::1/128", metric: 0 })];
}
