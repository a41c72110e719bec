import { formatAddress } from "../../../../shared/network/address.ts";
import { isDefaultEntry } from "../kernel/entry.ts";
import type { Entry } from "../kernel/entry.ts";
import { flagNames } from "../kernel/flag-names.ts";
import type { Answer, MacState } from "../state.ts";
import { failed, printed } from "../state.ts";
import { readDestination } from "./route-words.ts";
import type { RouteWords } from "./route-words.ts";

const TITLES = " recvpipe  sendpipe  ssthresh  rtt,msec    rttvar  hopcount      mtu     expire";

/** `route -n get X` (macos-facts §4.1): the row that a packet would take; the clone that XNU makes on the way is not modelled. */
export function routeGet(words: RouteWords, { kernel }: MacState): Answer {
  const asked = readDestination(words);
  if (asked === null) return failed(`route: bad address: ${words.destination}`, 68);
  const row = kernel.table.lookup(asked.prefix, words.scope);
  if (row === null) return { out: "", errors: "route: writing to routing socket: not in table", status: 0 };
  const mtu = kernel.link(row.interface)?.mtu ?? 0;
  const numbers = [0, 0, 0, 0, 0, 0, mtu, 0].map((value) => `${String(value).padStart(8)} `).join(" ");
  const gateway = /^(?:link#|[a-z])/.test(row.gateway) ? [] : [`    gateway: ${row.gateway}`];
  return printed(
    [
      `   route to: ${words.destination}`,
      `destination: ${destinationText(row)}`,
      ...(row.host ? [] : [`       mask: ${maskText(row)}`]),
      ...gateway,
      `  interface: ${row.interface}`,
      `      flags: <${flagNames(`${row.flags}d`)}>`,
      TITLES,
      numbers,
      "",
    ].join("\n"),
  );
}

function destinationText(row: Entry): string {
  return isDefaultEntry(row) ? "default" : formatAddress(row.prefix);
}

function maskText(row: Entry): string {
  if (isDefaultEntry(row)) return "default";
  const mask = (0xffff_ffff << (32 - row.prefix.length)) >>> 0;
  return [24, 16, 8, 0].map((shift) => (mask >>> shift) & 0xff).join(".");
}
