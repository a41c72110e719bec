import type { ClientKind } from "./client-kind.ts";

/** ExpressVPN: its daemon keeps routes and firewall up to date. */
export const expressVpn: ClientKind = {
  kind: "expressvpn",
  family: "pins-host-route",
  executables: ["expressvpnd", "expressvpn-daemon"],
  service: true,
  guardsRoutes: true,
};
