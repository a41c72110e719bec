import { canonicalAddress } from "../network/address.ts";
import type { MessageId } from "../explain/log/catalogue.ts";
import type { LogLine } from "../explain/log/log-line.ts";
import { EMPTY_LOG, readLine } from "../explain/log/log-reader.ts";
import { observed } from "../snapshot/part.ts";
import type { ClientLog } from "../snapshot/snapshot.ts";
import type { OutputParser } from "./contribution.ts";
import { linesOf } from "./text-lines.ts";

type Session = ClientLog["session"];

/** Clients whose messages the catalogue knows. */
const CLIENTS = ["openconnect", "openvpn"];

/**
 * What a message says about the session. Loss of DTLS alone is no silence: traffic goes over TLS then (openconnect-facts
 * §1.4); nor is one packet that OpenVPN could not write.
 */
const SESSIONS: Readonly<Partial<Record<MessageId, Session>>> = {
  "oc-cstp-connected": "up",
  "oc-configured": "up",
  "oc-dtls-established": "up",
  "oc-dtls-established-openssl": "up",
  "openvpn-up": "up",
  "oc-cstp-dpd-dead": "silent",
  "openvpn-inactive": "silent",
  "oc-reconnect-host-failed": "reconnecting",
  "oc-reconnect-proxy-failed": "reconnecting",
  "oc-reconnect-sleep": "reconnecting",
  "oc-reconnect-failed": "reconnecting",
  "oc-cstp-reconnect-failed": "reconnecting",
  "openvpn-restart": "reconnecting",
  "openvpn-tls-timeout": "reconnecting",
};

/** Messages that name the server's address as one of their arguments. */
const NAMES_SERVER: Readonly<Partial<Record<MessageId, string>>> = {
  "oc-attempt-server": "address",
  "oc-connected-tcp": "address",
  "oc-connect-failed": "address",
  "oc-reconnect-host-failed": "host",
  "openvpn-remote": "address",
  "openvpn-preserved-remote": "address",
  "openvpn-peer-initiated": "address",
};

/** What route(8) prints when a script pins the server or takes the pin back. */
const PIN_MESSAGES: ReadonlySet<MessageId | null> = new Set<MessageId>([
  "route-add-host",
  "route-add-host-exists",
  "route-add-failed",
  "route-delete-host",
  "route-delete-net-missing",
]);

/**
 * Reads a client's log for the two things that a table cannot tell: which server is meant, and whether it answers. The
 * words themselves are known to the log explainer's catalogue alone.
 */
export const clientLog: OutputParser = {
  os: "any",
  understands: (source) => source.kind === "log" && CLIENTS.includes(source.client),
  parse(text, source) {
    const client = source.kind === "log" ? source.client : "";
    const servers = new Set<string>();
    let session: Session = "unknown";
    let state = EMPTY_LOG;
    for (const { text: raw } of linesOf(text)) {
      const read = readLine(state, raw);
      state = read.state;
      session = sessionAfter(session, read.line);
      const server = canonicalAddress(serverIn(read.line).replace(/^\[|\]$/g, ""));
      if (server !== null) servers.add(server);
    }
    return { clientLogs: observed([{ client, servers: [...servers], session }]) };
  },
};

function sessionAfter(session: Session, { messageId }: LogLine): Session {
  return (messageId === null ? undefined : SESSIONS[messageId]) ?? session;
}

/** The text that stands where the message names the server, empty when it names none. */
function serverIn({ messageId, args, text }: LogLine): string {
  if (PIN_MESSAGES.has(messageId)) return pinnedHost(args, text);
  const name = messageId === null ? undefined : NAMES_SERVER[messageId];
  return name === undefined ? "" : (args[name] ?? "");
}

// A pin leads to a router; hosts that lead into the tunnel (`gateway utun6`) and networks are no servers.
function pinnedHost(args: LogLine["args"], text: string): string {
  const isPin = / host /.test(text) && canonicalAddress(args["gateway"] ?? "") !== null;
  return isPin ? (args["destination"] ?? "") : "";
}
