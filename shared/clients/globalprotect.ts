import type { ClientKind } from "./client-kind.ts";

/** GlobalProtect: reacts to every route event; explained, never written beside (openconnect-facts §5). */
export const globalprotect: ClientKind = {
  kind: "globalprotect",
  family: "pins-host-route",
  executables: ["pangps", "pangpa", "globalprotect", "com.paloaltonetworks.globalprotect.client.extension"],
  service: true,
  guardsRoutes: true,
};
