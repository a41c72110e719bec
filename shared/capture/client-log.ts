import { canonicalAddress } from "../network/address.ts";
import { observed } from "../snapshot/part.ts";
import type { OutputParser } from "./contribution.ts";
import { linesOf } from "./text-lines.ts";

/** How one client's log speaks of its server and of its session, in all languages that it is translated to. */
interface LogWords {
  /** The server's address is the first group. */
  readonly server: readonly RegExp[];
  /** Nothing comes back from the server: a dead peer, a failed attempt to reconnect. */
  readonly silent: RegExp;
  /** The session passes traffic (again). */
  readonly alive: RegExp;
}

const ADDRESS = String.raw`(\d{1,3}(?:\.\d{1,3}){3}|\[[0-9A-Fa-f:.]+(?:%\w+)?\])`;

// Loss of DTLS alone is no silence: traffic goes over TLS then (openconnect-facts §1.4). Chinese words are those of
// openconnect's own catalogue (§3); the last pattern is what route(8) prints when vpnc-script pins the server.
const OPENCONNECT: LogWords = {
  server: [
    new RegExp(String.raw`(?:[Cc]onnect(?:ed)? to(?: server)?|连接到(?:服务器)?) ${ADDRESS}:\d+`),
    new RegExp(String.raw`^(?:add|delete) host ${ADDRESS}: gateway \d+\.\d+\.\d+\.\d+(?::|$)`),
  ],
  silent:
    /CSTP Dead Peer Detection|CSTP 失效对等体检测|Failed to reconnect to host|重连到主机 .* 失败|sleep \d+s, remaining timeout|睡眠了? ?\d+|Reconnect failed|重连失败/,
  alive: /CSTP connected|CSTP 已连接|Configured as|Established DTLS connection|已建立 DTLS 连接/,
};

const OPENVPN: LogWords = {
  // `link local` lines name an own address in the same form.
  server: [/(?:link remote|remote address|connection with|Initiated with):? \[AF_INET6?\]([\dA-Fa-f.:]+):\d+/],
  silent: /Inactivity timeout|TLS key negotiation failed|ping-restart\] received/,
  alive: /Initialization Sequence Completed/,
};

const CLIENTS: Readonly<Record<string, LogWords>> = { openconnect: OPENCONNECT, openvpn: OPENVPN };

/** Reads a client's log for the two things that a table cannot tell: which server is meant, and whether it answers. */
export const clientLog: OutputParser = {
  os: "any",
  understands: (source) => source.kind === "log" && Object.hasOwn(CLIENTS, source.client),
  parse(text, source) {
    const client = source.kind === "log" ? source.client : "";
    const words = CLIENTS[client];
    if (words === undefined) return {};
    const lines = linesOf(text).map((line) => line.text);
    return {
      clientLogs: observed([{ client, servers: readServers(lines, words), unresponsive: endsSilent(lines, words) }]),
    };
  },
};

function readServers(lines: readonly string[], words: LogWords): string[] {
  const found = lines.flatMap((line) => words.server.flatMap((pattern) => pattern.exec(line)?.[1] ?? []));
  return [...new Set(found.flatMap((text) => canonicalAddress(text.replace(/^\[|\]$/g, "")) ?? []))];
}

function endsSilent(lines: readonly string[], words: LogWords): boolean {
  const last = lines.findLast((line) => words.silent.test(line) || words.alive.test(line));
  return last !== undefined && words.silent.test(last);
}
