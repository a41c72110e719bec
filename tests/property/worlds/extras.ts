import fc from "fast-check";
import type { Resolver, StateFile } from "../../../shared/snapshot/resolver.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { row } from "./rows.ts";

/** Next hops on and off the networks of worlds/uplinks.ts, and one that no world is ever connected to. */
const GATEWAYS = ["10.51.0.1", "172.20.10.1", "192.168.1.1", "192.168.178.1", "198.51.100.1", "10.99.99.1"] as const;

/** Rows that somebody made by hand or by a script: pins, static networks, null routes, in any condition. */
export function handMadeRows(os: OperatingSystem, names: readonly string[]): fc.Arbitrary<Route[]> {
  const through = { gateway: fc.constantFrom(...GATEWAYS), interface: fc.constantFrom(...names) };
  const pin = fc
    .record({ ...through, server: fc.integer({ min: 9, max: 12 }), host: fc.boolean(), scoped: fc.boolean() })
    .map(({ server, scoped, ...rest }) =>
      row(os, { ...rest, destination: `203.0.113.${server}/32`, scoped: os === "darwin" && scoped }),
    );
  const network = fc
    .record({
      ...through,
      destination: fc.constantFrom("13.107.6.0/24", "10.30.0.0/16", "192.168.77.5/32", "10.99.99.0/24"),
    })
    .map((given) => row(os, { ...given, protocol: os === "linux" ? "static" : null }));
  const daemon = fc
    .record({ ...through, destination: fc.constantFrom("10.40.0.0/16", "203.0.113.77/32") })
    .map((given) => row(os, { ...given, protocol: os === "linux" ? "bird" : null }));
  const nullRoute = fc.constantFrom("203.0.113.11/32", "10.20.0.0/16", "128.0.0.0/1").map((destination) =>
    row(os, {
      destination,
      interface: os === "linux" ? null : "lo0",
      type: "blackhole",
      gateway: os === "linux" ? "link" : "127.0.0.1",
    }),
  );
  return fc.array(fc.oneof({ arbitrary: pin, weight: 4 }, network, daemon, nullRoute), { maxLength: 6 });
}

/** Resolver files with and without the script's marker, state files of living and dead processes. */
export const resolverFiles: fc.Arbitrary<{ resolvers: Resolver[]; stateFiles: StateFile[] }> = fc.record({
  resolvers: fc.boolean().map((marked): Resolver[] => [
    {
      origin: "resolv.conf",
      name: "/etc/resolv.conf",
      servers: ["10.20.99.14"],
      domains: [],
      interface: null,
      writtenBy: marked ? "vpnc-script" : null,
      scoped: false,
      supplemental: false,
    },
  ]),
  stateFiles: fc.uniqueArray(fc.constantFrom(4000, 4001, 7777), { maxLength: 2 }).map((pids): StateFile[] =>
    pids.map((pid) => ({
      path: `/var/run/vpnc/resolv.conf-backup.${pid}`,
      kind: "resolver-backup",
      pid,
      content: null,
    })),
  ),
});
