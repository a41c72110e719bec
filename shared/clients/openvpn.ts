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
  logFile: openvpnLogFile,
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

const LOG_OPTIONS = new Set(["--log", "--log-append"]);

// Only the first of these options counts (OpenVPN 2.7, error.c, redirect_stdout_stderr), and `--log=x` is none. To an
// option belong all words up to the next with two dashes (options_parse.c, parse_argv): so a path is put together again
// that ps has cut at its blanks, as Tunnelblick's.
function openvpnLogFile(words: readonly string[]): string | null {
  const start = words.findIndex((word) => LOG_OPTIONS.has(word)) + 1;
  if (start === 0) return null;
  const end = words.findIndex((word, index) => index >= start && word.startsWith("--"));
  const path = words.slice(start, end < 0 ? undefined : end).join(" ");
  return path === "" ? null : path;
}

// `--dev tun` asks for any free unit; only `--dev tun0` names one.
function namedDevice(device: string | null): string | null {
  return device !== null && /\d$/.test(device) ? device : null;
}
