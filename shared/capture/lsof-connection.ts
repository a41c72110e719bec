import { canonicalAddress } from "../network/address.ts";
import type { Socket } from "../snapshot/process.ts";

/** A socket without the process that holds it. */
type Connection = Omit<Socket, "pid">;

const CONNECTED = /\sIPv[46]\s.*\s(TCP|UDP)\s+(\S+)->(\S+)(?:\s+\(([A-Z_0-9]+)\))?\s*$/;
const END_POINT = /^(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5})$/;

/**
 * Reads the connection in a line of lsof (`TCP 10.51.23.7:50212->222.66.117.109:443 (ESTABLISHED)`). Null for lines
 * about anything else, listening and unconnected sockets included; `unreadable` when an end is not a plain address and
 * port, as when names were looked up.
 */
export function readConnection(text: string): Connection | "unreadable" | null {
  const [, transport, localText = "", remoteText = "", state] = CONNECTED.exec(text) ?? [];
  if (transport === undefined) return null;
  const local = readEndPoint(localText);
  const remote = readEndPoint(remoteText);
  if (local === null || remote === null) return "unreadable";
  return {
    transport: transport === "TCP" ? "tcp" : "udp",
    localAddress: local.address,
    localPort: local.port,
    remoteAddress: remote.address,
    remotePort: remote.port,
    state: state?.toLowerCase().replaceAll("_", "-") ?? null,
  };
}

function readEndPoint(text: string): { address: string; port: number } | null {
  const [, inet6, inet, port] = END_POINT.exec(text) ?? [];
  const address = canonicalAddress(inet6 ?? inet ?? "");
  return address === null || port === undefined || Number(port) > 65535 ? null : { address, port: Number(port) };
}
