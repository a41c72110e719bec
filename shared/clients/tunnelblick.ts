import type { ClientKind } from "./client-kind.ts";

/** Tunnelblick: starts OpenVPN, whose process is the client; its own two never hold a tunnel (openconnect-facts §5). */
export const tunnelblick: ClientKind = {
  kind: "tunnelblick",
  family: "pins-host-route",
  executables: ["tunnelblick", "tunnelblickd"],
  service: true,
  guardsRoutes: false,
};
