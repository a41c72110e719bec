import type { VpnClient } from "../../../shared/clients/vpn-client.ts";
import type { Look, TunnelFacts } from "../../../shared/contract/view-state.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";

/** One line: `name` is a key of `app:session`, and so is the value's code. */
export interface SessionFact {
  readonly name: string;
  readonly value: CodedText;
}

/** The facts about living VPN clients that have a tunnel, or that are openconnect trying to get one, and about the network. */
export function sessionFacts({ assessment, tunnels }: Look): SessionFact[] {
  const clients = assessment.clients.filter(
    (client) => client.alive && (client.interface !== null || client.kind === "openconnect"),
  );
  const { network } = assessment;
  return [
    ...clients.flatMap((client) => clientFacts(client, tunnels)),
    ...(network === null
      ? []
      : [
          fact("network", network.address === null ? "network-value-short" : "network-value", {
            interface: network.interface,
            address: network.address ?? "",
          }),
        ]),
  ];
}

function clientFacts(client: VpnClient, tunnels: readonly TunnelFacts[]): SessionFact[] {
  const tunnel = tunnels.find((entry) => entry.interface === client.interface);
  const server = client.server ?? client.serverAddresses[0];
  return [
    client.pid === null
      ? fact("client", "client-value-short", { client: client.kind })
      : fact("client", "client-value", { client: client.kind, pid: client.pid }),
    ...(server === undefined ? [] : [fact("server", "server-value", { server })]),
    ...(tunnel === undefined ? [] : tunnelFacts(tunnel)),
    ...(client.managedBy === null
      ? []
      : [fact("managed", "managed-value", { client: client.kind, manager: client.managedBy })]),
  ];
}

function tunnelFacts({ interface: name, address, routes }: TunnelFacts): SessionFact[] {
  return [
    address === null
      ? fact("tunnel", "tunnel-value-short", { interface: name })
      : fact("tunnel", "tunnel-value", { interface: name, address }),
    ...(routes === null ? [] : [fact("routes", "routes-value", { count: routes })]),
  ];
}

function fact(name: string, code: string, args: CodedText["args"]): SessionFact {
  return { name, value: { code, args } };
}
