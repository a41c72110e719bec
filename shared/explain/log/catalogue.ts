import { connectMessages } from "./catalogue/openconnect-connect.ts";
import { exitMessages } from "./catalogue/openconnect-exit.ts";
import { reconnectMessages } from "./catalogue/openconnect-reconnect.ts";
import { sessionMessages } from "./catalogue/openconnect-session.ts";
import { setupMessages } from "./catalogue/openconnect-setup.ts";
import { signInMessages } from "./catalogue/openconnect-sign-in.ts";
import { tlsMessages } from "./catalogue/openconnect-tls.ts";
import { udpMessages } from "./catalogue/openconnect-udp.ts";
import { openvpnMessages } from "./catalogue/openvpn.ts";
import { packetFilterMessages } from "./catalogue/packet-filter.ts";
import {
  ifconfigMessages,
  iprouteMessages,
  netstatMessages,
  networksetupMessages,
  routeMessages,
} from "./catalogue/route-tools.ts";
import { systemErrorTexts } from "./catalogue/error-texts-system.ts";
import { tlsErrorTexts } from "./catalogue/error-texts-tls.ts";
import { vpncScriptMessages, vpnSliceMessages } from "./catalogue/vpn-scripts.ts";
import type { Message, Tool } from "./message.ts";

const openconnectMessages = {
  ...connectMessages,
  ...tlsMessages,
  ...signInMessages,
  ...setupMessages,
  ...sessionMessages,
  ...udpMessages,
  ...reconnectMessages,
  ...exitMessages,
};

/** A message with its id and origin. */
export interface CatalogueEntry<Id extends string = MessageId> extends Message {
  readonly id: Id;
  readonly tool: Tool;
}

/** Texts that stand inside other messages and say why something failed. */
export const errorTextEntries = [...entriesOf("tls", tlsErrorTexts), ...entriesOf("system", systemErrorTexts)] as const;

const lineEntries = [
  ...entriesOf("openconnect", openconnectMessages),
  ...entriesOf("vpnc-script", vpncScriptMessages),
  ...entriesOf("vpn-slice", vpnSliceMessages),
  ...entriesOf("openvpn", openvpnMessages),
  ...entriesOf("route", routeMessages),
  ...entriesOf("netstat", netstatMessages),
  ...entriesOf("ifconfig", ifconfigMessages),
  ...entriesOf("networksetup", networksetupMessages),
  ...entriesOf("pfctl", packetFilterMessages),
  ...entriesOf("iproute2", iprouteMessages),
] as const;

/** Stable id of an error text, e.g. `errno-eaddrnotavail`. */
export type ErrorTextId = (typeof errorTextEntries)[number]["id"];

/** Stable id of a message of the catalogue. */
export type MessageId = (typeof lineEntries)[number]["id"] | ErrorTextId;

/** The whole catalogue. An error text can also be a line of its own. */
export const catalogue: readonly CatalogueEntry[] = [...lineEntries, ...errorTextEntries];

function entriesOf<Id extends string>(tool: Tool, table: Readonly<Record<Id, Message>>): CatalogueEntry<Id>[] {
  const ids = Object.keys(table) as Id[];
  return ids.map((id) => ({ ...table[id], id, tool }));
}
