import type { ClientKind } from "./client-kind.ts";

/** openconnect-gui: openconnect's library inside a window, with the same vpnc-script, but without its signals (openconnect-facts §6). */
export const openconnectGui: ClientKind = {
  kind: "openconnect-gui",
  family: "pins-host-route",
  executables: ["openconnect-gui"],
  service: true,
  guardsRoutes: false,
};
