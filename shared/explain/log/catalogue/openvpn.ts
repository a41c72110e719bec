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
  "openvpn-up": { severity: "info", patterns: ["Initialization Sequence Completed"] },
} as const satisfies MessageTable;
