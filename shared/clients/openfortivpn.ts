import type { ClientKind } from "./client-kind.ts";

/** openfortivpn: pppd tunnel with a host route to the gateway (macos-facts §8). */
export const openfortivpn: ClientKind = {
  kind: "openfortivpn",
  family: "pins-host-route",
  executables: ["openfortivpn"],
  service: false,
  guardsRoutes: false,
};
