import { canonicalAddress } from "../network/address.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Process } from "../snapshot/process.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { ClientDetails, ClientKind } from "./client-kind.ts";

/** OpenVPN and Tunnelblick: pins its remote as /32 net route; computes it once (openconnect-facts §5). */
export const openvpn: ClientKind = {
  kind: "openvpn",
  family: "pins-host-route",
  executables: ["openvpn", "openvpn2", "openvpn3-service-client"],
  service: false,
  guardsRoutes: false,
  details: openvpnDetails,
};

function openvpnDetails(process: Process, snapshot: Snapshot): Partial<ClientDetails> {
  const after = (option: string) => process.arguments.filter((_, index) => process.arguments[index - 1] === option);
  const remotes = after("--remote");
  const [device = null] = after("--dev");
  const addresses = remotes.flatMap((remote) => canonicalAddress(remote) ?? []);
  return {
    server: remotes[0] ?? null,
    serverAddresses: remotes.length > 1 ? addresses.filter((address) => isPinned(address, snapshot)) : addresses,
    interface: namedDevice(device),
  };
}

// Of several remotes OpenVPN tries one after the other: it is connected to one that it has pinned.
function isPinned(address: string, { routes: { inet, inet6 } }: Snapshot): boolean {
  const rows = address.includes(":") ? valuesOf(inet6) : valuesOf(inet);
  return rows.some(({ destination, flags }) => destination.startsWith(`${address}/`) && !flags.includes("W"));
}

// `--dev tun` asks for any free unit; only `--dev tun0` names one.
function namedDevice(device: string | null): string | null {
  return device !== null && /\d$/.test(device) ? device : null;
}
