import type { ClientKind } from "./client-kind.ts";

/** GlobalProtect-openconnect: openconnect's library inside its own service, with the same vpnc-script, but without its signals (openconnect-facts §6). */
export const gpclient: ClientKind = {
  kind: "gpclient",
  family: "pins-host-route",
  executables: ["gpservice", "gpclient"],
  service: true,
  guardsRoutes: false,
};
