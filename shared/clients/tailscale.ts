import type { ClientKind } from "./client-kind.ts";

/** Tailscale: marks or binds its sockets; table 52 on Linux, never touched (openconnect-facts §5). */
export const tailscale: ClientKind = {
  kind: "tailscale",
  family: "marks-sockets",
  executables: ["tailscaled", "ipnextension", "io.tailscale.ipn.macsys.network-extension"],
  service: true,
  guardsRoutes: true,
  // 100.100.100.100 is the name server inside every Tailscale node, routed into its tunnel (macos-facts §8).
  recognisesTunnel: ({ name, destinations }) => /^tailscale\d/.test(name) || destinations.has("100.100.100.100/32"),
};
