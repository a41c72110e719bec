import type { ClientKind } from "./client-kind.ts";

/** IVPN: its agent keeps routes and firewall up to date (macos-facts §8). */
export const ivpn: ClientKind = {
  kind: "ivpn",
  family: "pins-host-route",
  executables: ["ivpn-service", "ivpn agent"],
  service: true,
  guardsRoutes: true,
};
