import type { ClientKind } from "./client-kind.ts";

/** NetBird: pins its peers and watches the network itself (macos-facts §8). */
export const netbird: ClientKind = {
  kind: "netbird",
  family: "pins-host-route",
  executables: ["netbird"],
  service: true,
  guardsRoutes: true,
  recognisesTunnel: ({ name }) => /^(?:wt\d|utun100$)/.test(name),
};
