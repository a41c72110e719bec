import type { ClientKind } from "./client-kind.ts";

/** Cisco AnyConnect / Secure Client: watches the table and re-asserts its routes (openconnect-facts §5). */
export const anyconnect: ClientKind = {
  kind: "anyconnect",
  family: "pins-host-route",
  executables: ["vpnagentd", "acvpnagent", "cisco secure client - anyconnect vpn service"],
  service: true,
  guardsRoutes: true,
};
