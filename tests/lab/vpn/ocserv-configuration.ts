import { join } from "node:path";
import { TUNNEL_POOL, TUNNEL_PREFIXES } from "../network/addresses.ts";
import type { Certificate } from "./certificate.ts";

/** The lab server's one account. */
export const ACCOUNT = { user: "student", password: "correct horse" } as const;

/** Where the server finds its password file (made by ocpasswd) in the lab's folder. */
export function passwordFile(folder: string): string {
  return join(folder, "passwords");
}

/** Settings of ocserv that a test wants otherwise, by their names. */
export type ServerSettings = Readonly<Record<string, string>>;

/**
 * ocserv.conf for the lab: a session survives a change of the client's address (deny-roaming, persistent-cookies) and a
 * silent client is noticed after seconds (dpd); nobody is banned for the many connections of a test. `settings` take the
 * place of the lab's own.
 */
export function ocservConfiguration(folder: string, certificate: Certificate, settings: ServerSettings = {}): string {
  const isOwn = (line: string) => !Object.keys(settings).some((name) => line.startsWith(`${name} = `));
  return [
    `auth = "plain[passwd=${passwordFile(folder)}]"`,
    "tcp-port = 443",
    "udp-port = 443",
    "run-as-user = nobody",
    "run-as-group = nogroup",
    "socket-file = /run/ocserv.socket",
    `server-cert = ${certificate.certificateFile}`,
    `server-key = ${certificate.keyFile}`,
    "isolate-workers = false",
    "max-clients = 16",
    "max-same-clients = 16",
    "max-ban-score = 0",
    "keepalive = 300",
    "dpd = 10",
    "mobile-dpd = 10",
    "cookie-timeout = 300",
    "persistent-cookies = true",
    "deny-roaming = false",
    "cisco-client-compat = true",
    "dtls-legacy = true",
    "use-occtl = false",
    "device = vpns",
    "predictable-ips = true",
    "default-domain = example.org",
    `ipv4-network = ${TUNNEL_POOL.network}`,
    `ipv4-netmask = ${TUNNEL_POOL.netmask}`,
    `dns = ${TUNNEL_POOL.resolver}`,
    "ping-leases = false",
    ...TUNNEL_PREFIXES.map((prefix) => `route = ${prefix}`),
  ]
    .filter(isOwn)
    .concat(
      Object.entries(settings).map(([name, value]) => `${name} = ${value}`),
      "",
    )
    .join("\n");
}
