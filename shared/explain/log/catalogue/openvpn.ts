import type { MessageTable } from "../message.ts";

/** A few lines of OpenVPN: enough to recognise the same fault. */
export const openvpnMessages = {
  "openvpn-write-failed": {
    severity: "error",
    patterns: [
      "write {channel:word}: {error} (fd={descriptor:int},code={code:int})",
      "write {channel:word}: {error} (code={code:int})",
    ],
  },
  "openvpn-read-failed": {
    severity: "error",
    patterns: [
      "read {channel:word}: {error} (fd={descriptor:int},code={code:int})",
      "read {channel:word}: {error} (code={code:int})",
    ],
  },
  "openvpn-resolve-failed": {
    severity: "error",
    patterns: ["RESOLVE: Cannot resolve host address: {host:host}:{port:int} ({error})"],
  },
  "openvpn-inactive": { severity: "error", patterns: ["[{server}] Inactivity timeout (--ping-restart), restarting"] },
  "openvpn-restart": { severity: "warning", patterns: ["SIGUSR1[{reason}] received, process restarting"] },
  "openvpn-sign-in-refused": { severity: "fatal", patterns: ["AUTH: Received control message: AUTH_FAILED"] },
  "openvpn-tls-timeout": {
    severity: "error",
    patterns: [
      "TLS Error: TLS key negotiation failed to occur within {seconds:int} seconds (check your network connectivity)",
    ],
  },
  "openvpn-remote": {
    severity: "info",
    patterns: [
      "{protocol:word} link remote: [AF_INET]{address:word}:{port:int}",
      "{protocol:word} link remote: [AF_INET6]{address:word}:{port:int}",
    ],
  },
  "openvpn-preserved-remote": {
    severity: "info",
    patterns: [
      "TCP/UDP: Preserving recently used remote address: [AF_INET]{address:word}:{port:int}",
      "TCP/UDP: Preserving recently used remote address: [AF_INET6]{address:word}:{port:int}",
    ],
  },
  "openvpn-peer-initiated": {
    severity: "info",
    patterns: [
      "[{server}] Peer Connection Initiated with [AF_INET]{address:word}:{port:int}",
      "[{server}] Peer Connection Initiated with [AF_INET6]{address:word}:{port:int}",
    ],
  },
  "openvpn-up": { severity: "info", patterns: ["Initialization Sequence Completed"] },
} as const satisfies MessageTable;
