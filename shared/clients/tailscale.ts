import { programName } from "./client-kind.ts";
import type { ClientKind } from "./client-kind.ts";

/** The network extensions of the versions from the App Store and from the maker. */
const APP_EXTENSIONS = ["ipnextension", "io.tailscale.ipn.macsys.network-extension"];

/** Tailscale: marks or binds its sockets; table 52 on Linux, never touched (openconnect-facts §5). */
export const tailscale: ClientKind = {
  kind: "tailscale",
  family: "marks-sockets",
  executables: ["tailscaled", ...APP_EXTENSIONS],
  service: true,
  guardsRoutes: true,
  // 100.100.100.100 is the name server inside every Tailscale node, routed into its tunnel (macos-facts §8).
  recognisesTunnel: ({ name, destinations }) => /^tailscale\d/.test(name) || destinations.has("100.100.100.100/32"),
  details: (process) => (APP_EXTENSIONS.includes(programName(process)) ? { family: "platform-managed" } : {}),
};
