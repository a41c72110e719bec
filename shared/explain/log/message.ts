/** The program or library whose words a message is. */
export type Tool =
  | "openconnect"
  | "vpnc-script"
  | "vpn-slice"
  | "openvpn"
  | "route"
  | "netstat"
  | "ifconfig"
  | "networksetup"
  | "pfctl"
  | "iproute2"
  | "tls"
  | "system";

/** How bad a line is: `fatal` ends the client, `error` is a failure it may survive. */
export type LogSeverity = "info" | "warning" | "error" | "fatal";

/** One message of the catalogue, without words for people: those are in the locales under the message's id. */
export interface Message {
  readonly severity: LogSeverity;
  /**
   * Every known wording, in any language: the English format and the translations that released catalogues contain.
   * `{name}` stands for text, `{name:int}` and the other kinds for what pattern.ts says. `\n` separates printed lines.
   */
  readonly patterns: readonly string[];
  /** Arguments that are credentials: their values leave no reader. */
  readonly secret?: readonly string[];
}

export type MessageTable = Readonly<Record<string, Message>>;
