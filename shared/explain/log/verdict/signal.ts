import type { MessageId } from "../catalogue.ts";
import type { LogLine } from "../log-line.ts";

/** What a line says about the course of a session, whoever prints it in whatever language. */
export type Signal =
  | "server-called"
  | "server-reached"
  | "tls-up"
  | "session-up"
  | "udp-up"
  | "udp-send-failed"
  | "udp-silent"
  | "link-lost"
  | "peer-silent"
  | "connect-failed"
  | "no-address-reached"
  | "reconnect-attempt-failed"
  | "retry-pause"
  | "reconnect-gave-up"
  | "session-refused"
  | "address-changed"
  | "ended-by-server"
  | "server-busy"
  | "cancelled"
  | "detached"
  | "name-unresolved"
  | "certificate-refused"
  | "client-certificate-refused"
  | "tls-failed"
  | "sign-in-failed"
  | "sign-in-ended"
  | "tunnel-not-made"
  | "rights-missing"
  | "script-failed"
  | "client-failed"
  | "route-present"
  | "route-absent"
  | "packet-filter-cleared"
  | "packet-filter-flushed";

const SIGNALS: Readonly<Partial<Record<MessageId, Signal>>> = {
  "oc-request": "server-called",
  "oc-attempt-server": "server-called",
  "oc-connected-tcp": "server-reached",
  "oc-ssl-negotiating": "server-reached",
  "openvpn-peer-initiated": "server-reached",
  "oc-https-connected": "tls-up",
  "oc-cstp-connected": "session-up",
  "oc-configured": "session-up",
  "oc-background": "session-up",
  "openvpn-up": "session-up",
  "oc-dtls-established": "udp-up",
  "oc-dtls-established-openssl": "udp-up",

  "oc-dpd-send-failed": "udp-send-failed",
  "oc-dpd-reply-failed": "udp-send-failed",
  "oc-keepalive-send-failed": "udp-send-failed",
  "oc-mtu-probe-failed": "udp-send-failed",
  "oc-udp-connect": "udp-send-failed",
  "oc-dtls-firewall-hint": "udp-send-failed",
  "oc-old-dtls-write-error": "udp-send-failed",
  "oc-dtls-handshake-failed": "udp-silent",
  "oc-dtls-handshake-failed-openssl": "udp-silent",
  "oc-dtls-handshake-timeout": "udp-silent",
  "oc-dtls-dpd-dead": "udp-silent",
  "oc-udp-setup-failed": "udp-silent",
  "oc-old-ssl-read-error": "link-lost",
  "oc-partial-write": "link-lost",
  "oc-cstp-dpd-dead": "peer-silent",
  "openvpn-inactive": "peer-silent",
  "openvpn-reset": "link-lost",

  "oc-connect-failed": "connect-failed",
  "oc-connect-host-failed": "no-address-reached",
  "oc-reconnect-host-failed": "reconnect-attempt-failed",
  "oc-reconnect-proxy-failed": "reconnect-attempt-failed",
  "openvpn-write-failed": "reconnect-attempt-failed",
  "openvpn-connect-failed": "connect-failed",
  "openvpn-handshake-failed": "connect-failed",
  "oc-reconnect-sleep": "retry-pause",
  "oc-reconnect-failed": "reconnect-gave-up",
  "oc-cstp-reconnect-failed": "reconnect-gave-up",
  "openvpn-gave-up": "reconnect-gave-up",
  "oc-getaddrinfo-failed": "name-unresolved",
  "openvpn-resolve-failed": "name-unresolved",

  "oc-cookie-invalid": "session-refused",
  "oc-cookie-rejected": "session-refused",
  "oc-cookie-rejected-old": "session-refused",
  "oc-different-ip": "address-changed",
  "oc-different-netmask": "address-changed",
  "oc-different-ipv6": "address-changed",
  "oc-different-ipv6-netmask": "address-changed",
  "oc-server-disconnect": "ended-by-server",
  "oc-server-disconnect-reason": "ended-by-server",
  "oc-server-terminate": "ended-by-server",
  "oc-session-terminated": "ended-by-server",
  "oc-service-unavailable": "server-busy",
  "oc-user-cancelled": "cancelled",
  "oc-old-user-cancelled": "cancelled",
  "openvpn-stopped": "cancelled",
  "oc-user-detached": "detached",
  "oc-old-user-detached": "detached",

  "oc-cert-verify-failed": "certificate-refused",
  "oc-cert-prompt": "certificate-refused",
  "oc-fingerprint-mismatch": "certificate-refused",
  "oc-cert-changed": "certificate-refused",
  "oc-client-cert-none": "client-certificate-refused",
  "oc-client-cert-bad": "client-certificate-refused",
  "oc-client-cert-auth-failed": "client-certificate-refused",
  "oc-client-cert-load": "client-certificate-refused",
  "oc-client-cert-expired": "client-certificate-refused",
  "oc-ssl-failure": "tls-failed",
  "oc-ssl-failure-openssl": "tls-failed",
  "oc-ssl-alert": "tls-failed",
  "oc-tls-read-failed": "tls-failed",
  "oc-tls-write-failed": "tls-failed",
  "oc-http-response-failed": "tls-failed",
  "oc-login-failed": "sign-in-failed",
  "oc-no-passwd": "sign-in-failed",
  "oc-non-interactive": "sign-in-failed",
  "oc-authgroup": "sign-in-failed",
  "oc-csd-hostscan": "sign-in-failed",
  "oc-csd-disabled": "sign-in-failed",
  "oc-no-sso": "sign-in-failed",
  "oc-xml-no-auth": "sign-in-failed",
  "oc-unexpected-http": "sign-in-failed",
  "oc-cookie-format": "sign-in-failed",
  "openvpn-sign-in-refused": "sign-in-failed",
  "oc-auth-failed": "sign-in-ended",
  "oc-ssl-create-failed": "sign-in-ended",

  "oc-need-root": "rights-missing",
  "route-must-be-root": "rights-missing",
  "ip-not-permitted": "rights-missing",
  "oc-tun-setup-failed": "tunnel-not-made",
  "oc-tun-script-failed": "tunnel-not-made",
  "oc-tun-open-failed": "tunnel-not-made",
  "oc-tunsetiff": "tunnel-not-made",
  "oc-utun-name": "tunnel-not-made",
  "oc-utun-connect": "tunnel-not-made",
  "oc-utun-control": "tunnel-not-made",
  "oc-utun-id": "tunnel-not-made",
  "oc-quit-tun": "tunnel-not-made",
  "oc-no-ip": "tunnel-not-made",
  "oc-no-mtu": "tunnel-not-made",
  "oc-script-spawn": "script-failed",
  "oc-script-abnormal": "script-failed",
  "oc-script-error": "script-failed",
  "oc-io-error": "client-failed",
  "oc-unknown-error": "client-failed",
  "oc-short-packet": "client-failed",
  "oc-unknown-packet": "client-failed",
  "oc-quit-unknown-packet": "client-failed",
  "oc-select-failed": "client-failed",

  "route-exists": "route-present",
  "route-add-host-exists": "route-present",
  "ip-exists": "route-present",
  "route-not-in-table": "route-absent",
  "route-delete-net-missing": "route-absent",
  "ip-no-such-process": "route-absent",
  "pfctl-no-altq": "packet-filter-cleared",
  "pfctl-altq-disabled": "packet-filter-cleared",
  "pfctl-rules-cleared": "packet-filter-cleared",
  "pfctl-nat-cleared": "packet-filter-cleared",
  "pfctl-dummynet-cleared": "packet-filter-cleared",
  "pfctl-tables-deleted": "packet-filter-cleared",
  "pfctl-states-cleared": "packet-filter-flushed",
  "pfctl-source-tracking-cleared": "packet-filter-flushed",
  "pfctl-statistics-cleared": "packet-filter-flushed",
  "pfctl-interface-flags-reset": "packet-filter-flushed",
};

/** Messages about either channel: on DTLS the session goes on over TLS, on SSL it is lost. */
const CHANNEL_MESSAGES: ReadonlySet<MessageId> = new Set<MessageId>([
  "oc-write-error",
  "oc-write-error-openssl",
  "oc-read-error",
  "oc-read-error-openssl",
  "oc-write-no-session",
  "oc-read-no-session",
]);

/** The signal of a line, null when it says nothing about the course of a session. */
export function signalOf(line: LogLine): Signal | null {
  if (line.role !== "message" || line.messageId === null) return null;
  if (CHANNEL_MESSAGES.has(line.messageId)) return line.args["channel"] === "DTLS" ? "udp-send-failed" : "link-lost";
  if (line.messageId === "oc-connect-refused") return refusalOf(line.args["statusLine"] ?? "");
  return SIGNALS[line.messageId] ?? null;
}

/** 401: the cookie is not accepted; any other answer is the server's trouble (openconnect-facts §1.6). */
function refusalOf(statusLine: string): Signal {
  return /\b401\b/.test(statusLine) ? "session-refused" : "server-busy";
}
