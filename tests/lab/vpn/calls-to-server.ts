import type { Lab } from "../lab.ts";
import { SERVER } from "../network/addresses.ts";
import { readProcess } from "../room/processes.ts";

/** The standing TCP connections from this address of the laptop to the VPN server, by their ports on the laptop in hex. */
export function callsFrom({ laptop }: Lab, address: string): string[] {
  // "<n>: <local address>:<port> <remote address>:<port> <state>", all in hex; 01BB is 443, state 01 ESTABLISHED.
  const row = new RegExp(`: ${hex(address)}:(\\w+) ${hex(SERVER)}:01BB 01 `, "g");
  return [...readProcess(laptop.pid, "net/tcp").matchAll(row)].map(([, port = ""]) => port);
}

/** An address as the kernel prints it: the bytes as a number of this machine, the last one first. */
function hex(address: string): string {
  const bytes = address.split(".").map((byte) => Number(byte).toString(16).padStart(2, "0").toUpperCase());
  return bytes.toReversed().join("");
}
