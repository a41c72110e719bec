import type { ClientKind } from "./client-kind.ts";

/** NordVPN: its daemon marks its packets on Linux and leads by rules of its own. */
export const nordVpn: ClientKind = {
  kind: "nordvpn",
  family: "marks-sockets",
  executables: ["nordvpnd", "nordlynxtunnel"],
  service: true,
  guardsRoutes: true,
  recognisesTunnel: ({ name }) => /^nord(?:lynx|tun)/.test(name),
};
