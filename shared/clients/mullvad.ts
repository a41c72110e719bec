import type { ClientKind } from "./client-kind.ts";

/** Mullvad: its daemon keeps routes and firewall up to date (macos-facts §8). */
export const mullvad: ClientKind = {
  kind: "mullvad",
  family: "pins-host-route",
  executables: ["mullvad-daemon"],
  service: true,
  guardsRoutes: true,
};
