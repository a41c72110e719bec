import { canonicalAddress } from "../network/address.ts";
import { observed } from "../snapshot/part.ts";
import type { Resolver } from "../snapshot/resolver.ts";
import type { OutputParser } from "./contribution.ts";
import { UnreadableOutput } from "./contribution.ts";
import { isBlank, linesOf, wordsOf } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

/** `Global`, or a link with its interface. */
interface Block {
  readonly interface: string | null;
  /** Words by key, e.g. `DNS Servers`. */
  readonly values: Map<string, Line[]>;
}

const HEADER = /^(?:(Global)|Link \d+ \((.+)\)|Delegate .+)$/;
// Keys hold no digit or colon, so that an IPv6 address on a continuation line is not taken for one.
const ENTRY = /^\s*([A-Z][A-Za-z. ]*):(?:\s+(.*))?$/;

/** `resolvectl status`: which servers each link brings (macos-facts §12). Throws {@link UnreadableOutput}. */
export const resolvectlStatus: OutputParser = {
  os: "linux",
  understands(source) {
    if (source.kind !== "command") return false;
    if (source.program === "systemd-resolve") return source.arguments.includes("--status");
    const words = source.arguments.filter((word) => !word.startsWith("-"));
    return source.program === "resolvectl" && (words.length === 0 || words.join(" ") === "status");
  },
  parse(text) {
    const resolvers = blocksOf(linesOf(text)).map(resolverOf);
    return {
      resolvers: observed(resolvers.filter((resolver) => resolver.servers.length + resolver.domains.length > 0)),
    };
  },
};

function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let key = "";
  for (const line of lines.filter((candidate) => !isBlank(candidate))) {
    const header = HEADER.exec(line.text);
    if (header !== null) {
      blocks.push({ interface: header[2] ?? null, values: new Map() });
      continue;
    }
    const block = blocks.at(-1);
    if (block === undefined) throw new UnreadableOutput(line.number, "no-resolver-status");
    const [, name, rest] = ENTRY.exec(line.text) ?? [];
    key = name ?? key;
    const known = block.values.get(key) ?? [];
    block.values.set(key, [...known, { number: line.number, text: name === undefined ? line.text : (rest ?? "") }]);
  }
  if (blocks.length === 0) throw new UnreadableOutput(0, "no-resolver-status");
  return blocks;
}

function resolverOf(block: Block): Resolver {
  const protocols = block.values.get("Protocols")?.flatMap((line) => wordsOf(line.text)) ?? [];
  return {
    origin: "resolvectl",
    name: null,
    servers: (block.values.get("DNS Servers") ?? []).flatMap(serversOf),
    domains: (block.values.get("DNS Domain") ?? []).flatMap((line) => wordsOf(line.text)),
    interface: block.interface,
    writtenBy: null,
    scoped: block.interface !== null,
    supplemental: protocols.includes("-DefaultRoute"),
  };
}

function serversOf(line: Line): string[] {
  return wordsOf(line.text).map((word) => serverOf(word, line.number));
}

// `192.0.2.1`, `192.0.2.1:53#name`, `fe80::1%2`, `[2001:db8::1]:53#name`.
function serverOf(word: string, line: number): string {
  const bare = word.replace(/#.*$/, "");
  const withoutPort = /^\[(.+)\](?::\d+)?$/.exec(bare)?.[1] ?? bare.replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");
  const address = canonicalAddress(withoutPort);
  if (address === null) throw new UnreadableOutput(line, "bad-nameserver");
  return address;
}
