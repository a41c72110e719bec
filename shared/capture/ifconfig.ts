import { canonicalLinkAddress } from "../network/link-address.ts";
import { observed, partlyObserved } from "../snapshot/part.ts";
import type { Interface } from "../snapshot/interface.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { OutputParser } from "./contribution.ts";
import { readInterfaceAddress } from "./ifconfig-address.ts";
import { isCommand, isFiltered, ownArguments } from "./source.ts";
import type { CommandSource } from "./source.ts";
import { endsWithWholeLine, isBlank, isPrompt, linesOf } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

const HEADER = /^([A-Za-z][\w.-]*): flags=[0-9a-f]+<([^>]*)>(?:.*? mtu (\d+))?/;
const SCOPE_ID = /\bscopeid 0x([0-9a-f]+)\b/;
const LINK_ADDRESS = /^(?:ether|lladdr) (\S+)/;
const STATUS = /^status: (active|inactive)$/;
const OWN_ERROR = /^ifconfig: /;

/**
 * Reads Darwin's `ifconfig`, `ifconfig -a`, `ifconfig IF` and `ifconfig | grep utun` (macos-facts §5). Only the first
 * two list all interfaces; blocks that a filter has thinned out are accepted. Throws {@link UnreadableOutput} `bad-line`.
 */
export const ifconfig: OutputParser = {
  os: "darwin",
  understands(source) {
    return isCommand(source, "ifconfig");
  },
  parse(text, source) {
    if (source.kind !== "command") return {};
    const lines = linesOf(text).filter((line) => !isBlank(line));
    if (lines.length > 0 && lines.every((line) => OWN_ERROR.test(line.text))) return {};
    const interfaces = readBlocks(lines);
    if (interfaces.length === 0 && !isFiltered(source)) throw new UnreadableOutput(0, "no-interface");
    const complete = listsAll(source) && endsWithWholeLine(text) && endsWithWholeBlock(lines);
    return { interfaces: complete ? observed(interfaces) : partlyObserved(interfaces) };
  },
};

function listsAll(source: CommandSource): boolean {
  return !isFiltered(source) && ownArguments(source).every((word) => /^-[av]+$/.test(word));
}

// The block of a card goes on after its addresses: `media` and `status` close it. Without them it may lack addresses, too.
function endsWithWholeBlock(lines: readonly Line[]): boolean {
  const start = lines.findLastIndex((line) => HEADER.test(line.text));
  const isCard = /[<,]BROADCAST\b/.test(lines[start]?.text ?? "");
  return !isCard || lines.slice(start).some((line) => /^\s+(?:media|status):/.test(line.text));
}

function readBlocks(lines: readonly Line[]): Interface[] {
  const interfaces: Interface[] = [];
  for (const line of lines) {
    const header = readHeader(line);
    const current = interfaces.at(-1);
    if (header !== null) interfaces.push(header);
    else if (/^\s/.test(line.text) && current !== undefined) interfaces.splice(-1, 1, withDetail(current, line));
    else if (!isPrompt(line)) throw new UnreadableOutput(line.number, "bad-line");
  }
  return interfaces;
}

function readHeader(line: Line): Interface | null {
  const [, name, flagText = "", mtu] = HEADER.exec(line.text) ?? [];
  if (name === undefined) return null;
  const flags = flagText.split(",");
  return {
    name,
    index: null,
    up: flags.includes("UP"),
    carrier: null,
    loopback: flags.includes("LOOPBACK"),
    pointToPoint: flags.includes("POINTOPOINT"),
    kind: null,
    persistent: null,
    mtu: mtu === undefined ? null : Number(mtu),
    linkAddress: null,
    addresses: [],
  };
}

/** Adds what an indented line tells; most of them (options, media, nd6 …) hold nothing that the model knows. */
function withDetail(current: Interface, line: Line): Interface {
  const text = line.text.trim();
  const status = STATUS.exec(text)?.[1];
  if (status !== undefined) return { ...current, carrier: status === "active" };
  const linkAddress = LINK_ADDRESS.exec(text)?.[1];
  if (linkAddress !== undefined) return { ...current, linkAddress: canonicalLinkAddress(linkAddress) };
  if (!/^inet6? /.test(text)) return current;
  const address = readInterfaceAddress(text);
  if (address === null) throw new UnreadableOutput(line.number, "bad-address");
  const scopeId = SCOPE_ID.exec(text)?.[1];
  const index = scopeId === undefined ? current.index : Number.parseInt(scopeId, 16);
  return { ...current, index, addresses: [...current.addresses, address] };
}
