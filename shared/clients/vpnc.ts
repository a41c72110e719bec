import type { ClientKind } from "./client-kind.ts";

/** vpnc: uses the same vpnc-script as openconnect (openconnect-facts §2). */
export const vpnc: ClientKind = {
  kind: "vpnc",
  family: "pins-host-route",
  executables: ["vpnc"],
  service: false,
  guardsRoutes: false,
};
