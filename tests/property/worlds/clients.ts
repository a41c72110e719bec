import type { Process, Socket, TunnelOwner } from "../../../shared/snapshot/process.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import type { Tunnel } from "./tunnels.ts";

/** The client's process, none when it is gone; on Linux NetworkManager may be its parent. */
export function tunnelProcesses(tunnel: Tunnel): Process[] {
  const target = tunnel.named === "by-address" ? tunnel.server : "vpn.example.edu";
  const words = {
    openconnect: ["openconnect", target],
    openvpn: ["openvpn", "--remote", target],
    globalprotect: ["/opt/PanGPS"],
    wireguard: ["wireguard-go", tunnel.name],
    tailscale: ["/usr/sbin/tailscaled"],
    unrecognised: ["/opt/acme/tunneld"],
    gone: null,
  }[tunnel.client];
  if (words === null) return [];
  const manager = 3000 + tunnel.unit;
  const plain = { parentPid: 1, user: "root", startedAt: "100", executable: null, children: null };
  const client = { ...plain, pid: tunnel.pid, arguments: words };
  if (!tunnel.managed) return [client];
  const service = { ...plain, pid: manager, arguments: ["/usr/lib/NetworkManager/nm-openconnect-service"] };
  return [service, { ...client, parentPid: manager }];
}

/** Who holds the tunnel. */
export function tunnelOwners(tunnel: Tunnel): TunnelOwner[] {
  return tunnel.client === "gone" ? [] : [{ interface: tunnel.name, pid: tunnel.pid }];
}

/** The client's connection to its server. */
export function tunnelSockets(tunnel: Tunnel): Socket[] {
  if (tunnel.client !== "openconnect" || tunnel.named === "by-name") return [];
  const ends = { localAddress: "192.168.1.2", remoteAddress: tunnel.server, localPort: null, remotePort: 443 };
  return [{ pid: tunnel.pid, transport: "tcp", state: "established", ...ends }];
}

/** What the log of an openconnect says of its session. */
export function tunnelLogs(
  tunnel: Tunnel,
  unresponsive: boolean,
): Extract<Snapshot["clientLogs"], { observed: true }>["value"] {
  return tunnel.client === "openconnect"
    ? [{ client: "openconnect", servers: [tunnel.server], session: unresponsive ? "reconnecting" : "up" }]
    : [];
}
