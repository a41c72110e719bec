import { formatAddress } from "../../../../shared/network/address.ts";
import type { Entry } from "./entry.ts";
import { ERRNO } from "./errno.ts";
import type { Errno } from "./errno.ts";
import { flagNames } from "./flag-names.ts";
import { shortLinkAddress } from "./link-address-text.ts";
import { orderedFlags } from "./link.ts";
import type { Link, LinkAddress } from "./link.ts";

/** What everybody who listens to a routing socket hears (macos-facts §4.5). */
export type RoutingMessage = RowMessage | AddressMessage | LinkMessage;

interface RowMessage {
  readonly kind: "add" | "delete" | "change";
  readonly entry: Entry;
  /** Process that asked; 0 is the kernel itself. */
  readonly pid: number;
  readonly sequence: number;
  readonly error: Errno | null;
  /** Of the interface. */
  readonly index: number;
}

interface AddressMessage {
  readonly kind: "new-address" | "lost-address";
  readonly link: Link;
  readonly address: LinkAddress;
}

interface LinkMessage {
  readonly kind: "link";
  readonly link: Link;
}

const TITLES = {
  add: "RTM_ADD: Add Route",
  delete: "RTM_DELETE: Delete Route",
  change: "RTM_CHANGE: Change Metrics or flags",
} as const;
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The lines that `route -n monitor` prints for a message; `now` in milliseconds since 1970. */
export function printMessage(message: RoutingMessage, now: number): string {
  const { size, lines } = bodyOf(message);
  return ["", `got message of size ${size} on ${cTime(now)}`, ...lines, ""].join("\n");
}

/** `Sat Jul 19 13:40:09 2025`, as ctime(3) writes a time (the world's time zone is UTC). */
export function cTime(now: number): string {
  const date = new Date(now);
  const day = String(date.getUTCDate()).padStart(2);
  const time = date.toISOString().slice(11, 19);
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${day} ${time} ${date.getUTCFullYear()}`;
}

function bodyOf(message: RoutingMessage): { size: number; lines: string[] } {
  if (message.kind === "link") {
    const flags = orderedFlags(message.link.flags).map((flag) => (flag === "SMART" ? "b6" : flag));
    const title = `RTM_IFINFO: iface status change: len 112, if# ${message.link.index}, flags:<${flags.join()}>`;
    return { size: 112, lines: [title] };
  }
  return "entry" in message ? routeBody(message) : addressBody(message);
}

function addressBody({ kind, link, address }: AddressMessage) {
  const isNew = kind === "new-address";
  const title = isNew ? "RTM_NEWADDR: address being added to iface" : "RTM_DELADDR: address being removed from iface";
  const own = `${link.name}${link.ether === null ? "" : `:${shortLinkAddress(link.ether).replaceAll(":", ".")}`}`;
  const words = [maskText(address.length), own, address.address, address.broadcast ?? address.peer ?? ""];
  return {
    size: 120,
    lines: [
      `${title}: len 120, metric 0, flags:${isNew ? "<UP,CLONING>" : ""}`,
      "sockaddrs: <NETMASK,IFP,IFA,BRD>",
      ` ${words.join(" ")}`,
    ],
  };
}

function routeBody(message: RowMessage) {
  const { entry, error } = message;
  const size = entry.host ? 124 : entry.prefix.length === 0 ? 128 : 132;
  const scope = entry.scope === null ? "" : `ifscope ${message.index}, `;
  // A deleted row is not up any more; a request that failed is repeated as it was made, neither up nor done.
  const gone = message.kind === "delete" || error !== null ? entry.flags.replace("U", "") : entry.flags;
  const names = flagNames(error === null ? `${gone}d` : gone);
  const about = `len ${size}, pid: ${message.pid}, seq ${message.sequence}, errno ${error === null ? 0 : ERRNO[error].number}`;
  // A link-level address without a name prints as nothing.
  const gateway = /^(?:link#|[a-z])/.test(entry.gateway) ? "" : entry.gateway;
  const isDefault = !entry.host && entry.prefix.length === 0;
  const destination = isDefault ? "default" : formatAddress(entry.prefix);
  const mask = entry.host ? [] : [isDefault ? "default" : maskText(entry.prefix.length)];
  return {
    size,
    lines: [
      `${TITLES[message.kind]}: ${about}, ${scope}flags:<${names}>`,
      "locks:  inits: ",
      `sockaddrs: <DST,GATEWAY${entry.host ? "" : ",NETMASK"}>`,
      ` ${[destination, gateway, ...mask].join(" ")}`,
    ],
  };
}

function maskText(length: number): string {
  const mask = length === 0 ? 0 : (0xffff_ffff << (32 - length)) >>> 0;
  return [24, 16, 8, 0].map((shift) => (mask >>> shift) & 0xff).join(".");
}
