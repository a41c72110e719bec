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
  "openvpn-reset": { severity: "warning", patterns: ["Connection reset, restarting [{status:int}]"] },
  "openvpn-connect-failed": {
    severity: "error",
    patterns: [
      "TCP: connect to [AF_INET]{address:word}:{port:int} failed: {error}",
      "TCP: connect to [AF_INET6]{address:word}:{port:int} failed: {error}",
    ],
  },
  "openvpn-sign-in-refused": {
    severity: "fatal",
    patterns: [
      "AUTH: Received control message: AUTH_FAILED",
      "AUTH: Received control message: AUTH_FAILED,{explanation}",
    ],
  },
  "openvpn-handshake-failed": { severity: "error", patterns: ["TLS Error: TLS handshake failed"] },
  "openvpn-stopped": {
    severity: "info",
    patterns: [
      "SIGTERM[hard,{origin}] received, process exiting",
      "SIGTERM[hard,] received, process exiting",
      "SIGINT[hard,{origin}] received, process exiting",
      "SIGINT[hard,] received, process exiting",
    ],
  },
  "openvpn-gave-up": { severity: "fatal", patterns: ["SIGTERM[soft,{reason}] received, process exiting"] },
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
