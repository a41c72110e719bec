import { canonicalAddress } from "../network/address.ts";
import type { Process } from "../snapshot/process.ts";
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

function openvpnDetails(process: Process): Partial<ClientDetails> {
  const words = process.arguments;
  const after = (option: string) => {
    const index = words.indexOf(option);
    return index < 0 ? null : (words[index + 1] ?? null);
  };
  const server = after("--remote");
  const address = server === null ? null : canonicalAddress(server);
  return { server, serverAddresses: address === null ? [] : [address], interface: namedDevice(after("--dev")) };
}

// `--dev tun` asks for any free unit; only `--dev tun0` names one.
function namedDevice(device: string | null): string | null {
  return device !== null && /\d$/.test(device) ? device : null;
}
