import type { ClientKind } from "./client-kind.ts";

/** Pritunl: its service starts OpenVPN or WireGuard anew when the network changes (macos-facts §8). */
export const pritunl: ClientKind = {
  kind: "pritunl",
  family: "pins-host-route",
  executables: ["pritunl-service"],
  service: true,
  guardsRoutes: true,
};
