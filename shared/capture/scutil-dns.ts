import { canonicalAddress } from "../network/address.ts";
import { observed } from "../snapshot/part.ts";
import type { Resolver } from "../snapshot/resolver.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { OutputParser } from "./contribution.ts";
import { isCommand, ownArguments } from "./source.ts";
import { isBlank, isPrompt, linesOf } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

const SECTION = /^DNS configuration(?: \(for (?:scoped|service-specific) queries\))?$/;
const RESOLVER = /^resolver #\d+$/;
const NONE = "No DNS configuration available";
const ENTRY = /^\s+([a-z_]+(?: [a-z]+)?)(?:\[\d+\])?\s*: (.*)$/;
const INTERFACE = /^\d+ \((.+)\)$/;

/**
 * Reads Darwin's `scutil --dns` (macos-facts §9.2): every resolver that has servers; the multicast ones have none and
 * are always there. Throws {@link UnreadableOutput} `not-a-dns-configuration`, `bad-line` or `bad-nameserver`.
 */
export const scutilDns: OutputParser = {
  os: "darwin",
  understands(source) {
    return isCommand(source, "scutil") && ownArguments(source).includes("--dns");
  },
  parse(text) {
    const lines = linesOf(text).filter((line) => !isBlank(line) && !isPrompt(line));
    const first = lines[0]?.text.trim() ?? "";
    if (first === NONE) return { resolvers: observed([]) };
    if (!SECTION.test(first)) throw new UnreadableOutput(lines[0]?.number ?? 0, "not-a-dns-configuration");
    return { resolvers: observed(readResolvers(lines).filter((resolver) => resolver.servers.length > 0)) };
  },
};

function readResolvers(lines: readonly Line[]): Resolver[] {
  const resolvers: Resolver[] = [];
  for (const line of lines) {
    const text = line.text.trimEnd();
    const current = resolvers.at(-1);
    if (RESOLVER.test(text)) resolvers.push(emptyResolver());
    else if (SECTION.test(text)) continue;
    else if (current === undefined) throw new UnreadableOutput(line.number, "bad-line");
    else resolvers.splice(-1, 1, withEntry(current, line));
  }
  return resolvers;
}

function withEntry(resolver: Resolver, line: Line): Resolver {
  const [, key, value = ""] = ENTRY.exec(line.text.trimEnd()) ?? [];
  switch (key) {
    case undefined:
      throw new UnreadableOutput(line.number, "bad-line");
    case "nameserver":
      return { ...resolver, servers: [...resolver.servers, readServer(value, line)] };
    case "domain":
    case "search domain":
      return { ...resolver, domains: [...resolver.domains, value] };
    case "if_index":
      return { ...resolver, interface: INTERFACE.exec(value)?.[1] ?? null };
    case "flags":
      return { ...resolver, ...readFlags(value.split(", ")) };
    default:
      return resolver;
  }
}

function readServer(value: string, line: Line): string {
  const address = canonicalAddress(value);
  if (address === null) throw new UnreadableOutput(line.number, "bad-nameserver");
  return address;
}

function readFlags(flags: readonly string[]): Pick<Resolver, "scoped" | "supplemental"> {
  return {
    scoped: flags.includes("Scoped") || flags.includes("Service-specific"),
    supplemental: flags.includes("Supplemental"),
  };
}

function emptyResolver(): Resolver {
  return {
    origin: "scutil-dns",
    name: null,
    servers: [],
    domains: [],
    interface: null,
    writtenBy: null,
    scoped: false,
    supplemental: false,
  };
}
