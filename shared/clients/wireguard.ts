import type { Process } from "../snapshot/process.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { ClientDetails, ClientKind } from "./client-kind.ts";
import { programName } from "./client-kind.ts";

/** The tunnel of the app for macOS, under its names of several versions. */
const APP_EXTENSIONS = ["wireguardnetworkextension", "com.wireguard.macos.network-extension"];

/** WireGuard: marks its sockets on Linux; wg-quick on macOS pins its endpoints and keeps them fresh by a route monitor (openconnect-facts §5). */
export const wireguard: ClientKind = {
  kind: "wireguard",
  family: "marks-sockets",
  executables: ["wireguard-go", "wg-quick", "boringtun-cli", ...APP_EXTENSIONS],
  service: false,
  guardsRoutes: true,
  recognisesTunnel: ({ name, kind }) => kind === "wireguard" || name.startsWith("wg"),
  details: wireguardDetails,
};

// The app for macOS is an extension that the system keeps; wireguard-go is what wg-quick runs there, which pins.
function wireguardDetails(process: Process, { os }: Snapshot): Partial<ClientDetails> {
  if (APP_EXTENSIONS.includes(programName(process))) return { family: "platform-managed" };
  return os === "darwin" ? { family: "pins-host-route" } : {};
}
