import type { OperatingSystem } from "../snapshot/snapshot.ts";
import type { ConnectError } from "./preflight-report.ts";

/** Errors that a TCP connect ends with when the way is wrong. */
export type Errno =
  | "EADDRNOTAVAIL"
  | "ENETUNREACH"
  | "EHOSTUNREACH"
  | "ETIMEDOUT"
  | "EINVAL"
  | "EACCES"
  | "EAFNOSUPPORT";

/** What strerror(3) says of them, as clients print it. */
const TEXTS: Record<OperatingSystem, Record<Errno, string>> = {
  darwin: {
    EADDRNOTAVAIL: "Can't assign requested address",
    ENETUNREACH: "Network is unreachable",
    EHOSTUNREACH: "No route to host",
    ETIMEDOUT: "Operation timed out",
    EINVAL: "Invalid argument",
    EACCES: "Permission denied",
    EAFNOSUPPORT: "Address family not supported by protocol family",
  },
  linux: {
    EADDRNOTAVAIL: "Cannot assign requested address",
    ENETUNREACH: "Network is unreachable",
    EHOSTUNREACH: "No route to host",
    ETIMEDOUT: "Connection timed out",
    EINVAL: "Invalid argument",
    EACCES: "Permission denied",
    EAFNOSUPPORT: "Address family not supported by protocol",
  },
};

/** Until the last unanswered SYN is given up: 75 s on macOS, about 127 s on Linux (openconnect-facts §1.3). */
const TIME_OUT: Record<OperatingSystem, number> = { darwin: 75, linux: 127 };
/** Linux asks three times, a second apart, who has the next hop (measured); how long macOS asks was not measured. */
const NEIGHBOUR_SEARCH: Record<OperatingSystem, number | null> = { darwin: null, linux: 3 };

/** The kernel refuses the connect itself. */
export function errorAtOnce(os: OperatingSystem, errno: Errno): ConnectError {
  return { errno, text: TEXTS[os][errno], when: "at-once", seconds: 0, openconnectText: null };
}

/** Nobody on the link answers for the next hop (ARP, neighbour discovery). */
export function errorOfSilentNextHop(os: OperatingSystem): ConnectError {
  return afterStart(os, "EHOSTUNREACH", "after-seconds", NEIGHBOUR_SEARCH[os]);
}

/**
 * The next hop has gone, but the system remembers its hardware address: it sends there until it doubts its memory, and
 * only then looks for it. How long that takes depends on the age of the memory (Linux, measured: 5 s to 50 s).
 */
export function errorOfLostNextHop(os: OperatingSystem): ConnectError {
  return afterStart(os, "EHOSTUNREACH", "after-seconds", null);
}

/** The packets leave or vanish, and no answer ever comes. */
export function errorOfSilence(os: OperatingSystem): ConnectError {
  return afterStart(os, "ETIMEDOUT", "after-time-out", TIME_OUT[os]);
}

// On macOS openconnect loses the reason of every connect that had started, and prints this (openconnect-facts §1.5).
function afterStart(
  os: OperatingSystem,
  errno: Errno,
  when: ConnectError["when"],
  seconds: number | null,
): ConnectError {
  const openconnectText = os === "darwin" ? TEXTS.darwin.EINVAL : null;
  return { errno, text: TEXTS[os][errno], when, seconds, openconnectText };
}
