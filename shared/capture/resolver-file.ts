import { canonicalAddress } from "../network/address.ts";
import { partlyObserved } from "../snapshot/part.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { OutputParser } from "./contribution.ts";
import { linesOf, wordsOf } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

const FILE = /^(?:\/private)?\/etc\/resolver\/([^/]+)$/;
/** macOS takes a port behind the address, as a fifth number (resolver(5)). */
const PORT_BEHIND = /^(\d{1,3}(?:\.\d{1,3}){3})\.\d{1,5}$/;

/**
 * `file:/etc/resolver/example.com` of macOS: the servers for the names under one domain, which is the file's name unless
 * the text names another (resolver(5)). vpn-slice writes such files without any mark (openconnect-facts §2.4). Throws
 * {@link UnreadableOutput} `bad-nameserver`.
 */
export const resolverFile: OutputParser = {
  os: "darwin",
  understands: (source) => source.kind === "file" && FILE.test(source.path),
  parse(text, source) {
    const path = source.kind === "file" ? source.path : "";
    const lines = linesOf(text);
    const named = lines.findLast((line) => wordsOf(line.text)[0] === "domain");
    const domain = named === undefined ? undefined : wordsOf(named.text)[1];
    const resolver = {
      origin: "resolver-file" as const,
      name: path,
      servers: lines.filter((line) => wordsOf(line.text)[0] === "nameserver").map(serverOf),
      domains: [domain ?? FILE.exec(path)?.[1] ?? ""],
      interface: null,
      writtenBy: null,
      scoped: false,
      supplemental: true,
    };
    return { resolvers: partlyObserved([resolver]) };
  },
};

function serverOf(line: Line): string {
  const word = wordsOf(line.text)[1] ?? "";
  const address = canonicalAddress(PORT_BEHIND.exec(word)?.[1] ?? word);
  if (address === null) throw new UnreadableOutput(line.number, "bad-nameserver");
  return address;
}
