import type { ClientKind } from "./client-kind.ts";

/** Check Point Endpoint Security: its service keeps the routes (macos-facts §8). */
export const checkPoint: ClientKind = {
  kind: "check-point",
  family: "pins-host-route",
  executables: ["tracsrvwrapper", "endpoint_security_vpn", "snx", "snxd"],
  service: true,
  guardsRoutes: true,
};
