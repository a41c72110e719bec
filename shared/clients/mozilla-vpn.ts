import type { ClientKind } from "./client-kind.ts";

/** Mozilla VPN: its daemon watches the route table (anchors §1.7). */
export const mozillaVpn: ClientKind = {
  kind: "mozilla-vpn",
  family: "pins-host-route",
  executables: ["mozillavpn", "mozillavpn-daemon"],
  service: true,
  guardsRoutes: true,
};
