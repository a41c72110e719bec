import { canonicalAddress } from "../network/address.ts";
import { observed } from "../snapshot/part.ts";
import type { OutputParser } from "./contribution.ts";
import { UnreadableOutput } from "./contribution.ts";
import { linesOf, wordsOf } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

/** vpnc-script writes this into every resolv.conf that it makes (openconnect-facts §2.2). */
const VPNC_MARKER = "#@VPNC_GENERATED@";

/**
 * `file:/etc/resolv.conf` of any system, as resolv.conf(5) tells the resolver to read it: the last of `domain` and
 * `search` wins, unknown keywords mean nothing. Throws {@link UnreadableOutput} `bad-nameserver`.
 */
export const resolvConf: OutputParser = {
  os: "any",
  understands: (source) => source.kind === "file" && source.path.endsWith("/resolv.conf"),
  parse(text, source) {
    const lines = linesOf(text);
    const resolver = {
      origin: "resolv.conf" as const,
      name: source.kind === "file" ? source.path : null,
      servers: lines.filter((line) => keywordOf(line) === "nameserver").map(serverOf),
      domains: domainsOf(lines),
      interface: null,
      writtenBy: text.includes(VPNC_MARKER) ? ("vpnc-script" as const) : null,
      scoped: false,
      supplemental: false,
    };
    return { resolvers: observed([resolver]) };
  },
};

function keywordOf(line: Line): string | undefined {
  return wordsOf(line.text)[0];
}

function serverOf(line: Line): string {
  const address = canonicalAddress(wordsOf(line.text)[1] ?? "");
  if (address === null) throw new UnreadableOutput(line.number, "bad-nameserver");
  return address;
}

function domainsOf(lines: readonly Line[]): string[] {
  const last = lines.findLast((line) => ["domain", "search"].includes(keywordOf(line) ?? ""));
  return last === undefined ? [] : wordsOf(last.text).slice(1);
}
