import * as v from "valibot";
import { addressBits, formatAddress, parseAddress } from "../network/address.ts";
import type { Family } from "../network/address.ts";
import type { Interface, InterfaceAddress } from "../snapshot/interface.ts";
import { observed, partlyObserved } from "../snapshot/part.ts";
import type { OutputParser } from "./contribution.ts";
import { UnreadableOutput } from "./contribution.ts";
import { ipCommandOf, readIpCommand, shows } from "./ip-command.ts";
import { linkFields } from "./ip-links-text.ts";
import { readIpOutput } from "./ip-text.ts";

const AddressRow = v.object({
  family: v.string(),
  local: v.optional(v.string()),
  /** The peer of a point-to-point address. */
  address: v.optional(v.string()),
  prefixlen: v.optional(v.number()),
});
type AddressRow = v.InferOutput<typeof AddressRow>;

const LinkRow = v.object({
  ifindex: v.number(),
  ifname: v.string(),
  flags: v.array(v.string()),
  mtu: v.optional(v.number()),
  address: v.optional(v.string()),
  linkinfo: v.optional(
    v.object({
      info_kind: v.optional(v.string()),
      info_data: v.optional(v.object({ persist: v.optional(v.boolean()) })),
    }),
  ),
  addr_info: v.optional(v.array(AddressRow)),
});
type LinkRow = v.InferOutput<typeof LinkRow>;

/**
 * `ip -d link` and `ip addr`, also both in one as `ip -d addr`, as JSON or text. The first does not say which addresses
 * there are, so alone it is a partial view.
 */
export const ipInterfaces: OutputParser = {
  os: "linux",
  understands: (source) => shows(readIpCommand(source), "link", "address"),
  parse(text, source) {
    const command = ipCommandOf(source);
    // iproute2 prints `{}` in the place of each link that its own filter left out.
    const shape = v.union([LinkRow, v.strictObject({})]);
    const { values: rows, isWhole } = readIpOutput(text, command, linkFields, shape, (row) => row);
    const interfaces = rows.filter((row) => "ifname" in row).map(interfaceOf);
    const isList = isWhole(isWholeBlock(rows.at(-1)));
    const all = isList && command.object === "address" && command.family === null && command.words.length === 0;
    return { interfaces: all ? observed(interfaces) : partlyObserved(interfaces) };
  },
};

// The addresses of a link stand at the end of its block: a text that ends before them may have been cut there.
function isWholeBlock(last: LinkRow | Record<string, never> | undefined): boolean {
  if (last === undefined || !("ifname" in last)) return false;
  return !last.flags.includes("UP") || (last.addr_info ?? []).length > 0;
}

function interfaceOf(row: LinkRow): Interface {
  return {
    name: row.ifname,
    index: row.ifindex,
    up: row.flags.includes("UP"),
    carrier: row.flags.includes("LOWER_UP"),
    loopback: row.flags.includes("LOOPBACK"),
    pointToPoint: row.flags.includes("POINTOPOINT"),
    kind: row.linkinfo?.info_kind ?? null,
    persistent: row.linkinfo?.info_data?.persist ?? null,
    mtu: row.mtu ?? null,
    linkAddress: row.address ?? null,
    addresses: (row.addr_info ?? []).flatMap(addressesOf),
  };
}

function addressesOf(row: AddressRow): InterfaceAddress[] {
  if (row.family !== "inet" && row.family !== "inet6") return [];
  const { family, prefixlen } = row;
  if (prefixlen === undefined) throw new UnreadableOutput(0, "address-without-length");
  if (!Number.isInteger(prefixlen) || prefixlen < 0 || prefixlen > addressBits(family))
    throw new UnreadableOutput(0, `bad-length:${prefixlen}`);
  const address = addressOf(row.local ?? row.address, family);
  const peer = row.local !== undefined && row.address !== undefined ? addressOf(row.address, family) : null;
  return [{ family, address, prefixLength: prefixlen, peer }];
}

function addressOf(text: string | undefined, family: Family): string {
  const address = text === undefined ? null : parseAddress(text);
  if (address?.family !== family) throw new UnreadableOutput(0, `bad-address:${text ?? ""}`);
  return formatAddress(address);
}
