import type { ClientKind } from "./client-kind.ts";

/** WireGuard: marks its sockets on Linux; wg-quick on macOS keeps its own pins fresh by a route monitor (openconnect-facts §5). */
export const wireguard: ClientKind = {
  kind: "wireguard",
  family: "marks-sockets",
  executables: ["wireguard-go", "wg-quick", "boringtun-cli", "wireguardnetworkextension"],
  service: false,
  guardsRoutes: true,
};
