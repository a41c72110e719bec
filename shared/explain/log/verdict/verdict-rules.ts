import type { ErrorTextId } from "../catalogue.ts";
import type { Signal } from "./signal.ts";
import type { Story } from "./story.ts";

/** What happened in all; words for people are in the locales under the code. */
export type VerdictCode =
  | "address-changed"
  | "session-refused"
  | "ended-by-server"
  | "stale-pin"
  | "name-unresolved"
  | "network-down"
  | "server-route-lost"
  | "server-refused"
  | "server-unreachable"
  | "certificate-refused"
  | "client-certificate-refused"
  | "tls-failed"
  | "server-busy"
  | "sign-in-failed"
  | "rights-missing"
  | "tunnel-not-made"
  | "script-failed"
  | "peer-silent"
  | "connection-lost"
  | "client-failed"
  | "cancelled"
  | "detached"
  | "network-changed"
  | "connected-without-udp"
  | "recovered"
  | "connected"
  | "connecting"
  | "packet-filter-flushed"
  | "packet-filter-only"
  | "route-present"
  | "route-absent"
  | "unknown"
  | "empty";

/** What to do about it; words for people are in the locales under the code. */
export type RemedyCode =
  | "repair-pin"
  | "connect-again"
  | "sign-in-again"
  | "check-name-resolution"
  | "wait-for-network"
  | "check-server"
  | "check-certificate"
  | "renew-client-certificate"
  | "check-captive-portal"
  | "wait-and-retry"
  | "check-sign-in"
  | "administrator-rights"
  | "check-script"
  | "read-lines-before"
  | "udp-optional"
  | "restart-computer"
  | "look-at-routes"
  | "give-more"
  | "none";

/** One verdict and when it is given. */
export interface VerdictRule {
  readonly code: VerdictCode;
  readonly remedy: RemedyCode;
  /** Any of these signals or errors must have been said; with none of both the rule rests on `when` alone. */
  readonly signals: readonly Signal[];
  readonly errors?: readonly ErrorTextId[];
  /** Signals that support the verdict but do not bring it about. */
  readonly support?: readonly Signal[];
  readonly when?: (story: Story) => boolean;
}

const NO_NETWORK: readonly ErrorTextId[] = ["errno-enetunreach", "errno-enetdown"];

/** How the loss of a session shows before and while the client tries to get it back. */
const LOSS: readonly Signal[] = ["udp-send-failed", "link-lost", "peer-silent", "retry-pause", "reconnect-gave-up"];

const onlyNoNetwork = (story: Story): boolean => [...story.errors.keys()].every((id) => NO_NETWORK.includes(id));
const sessionSeen = (story: Story): boolean => story.sessionSeen;
/** The run that lost its session has not been stopped on request, and no new one has begun. */
const stillLost = (story: Story): boolean => story.phase === "lost" || story.marks.has("reconnect-gave-up");
const up = (story: Story): boolean => story.phase === "up";

/**
 * From the most to the least telling. Answers of the server come first: whoever gets one has reached it. Then why it
 * was not reached, then what failed after it was, then how the session goes. "Can't assign requested address" is the
 * sign of a route whose source address is gone; on macOS "Invalid argument" hides the reason of any attempt that had
 * begun (openconnect-facts §0, §1.5).
 */
export const verdictRules: readonly VerdictRule[] = [
  { code: "address-changed", remedy: "connect-again", signals: ["address-changed"], support: ["session-refused"] },
  { code: "session-refused", remedy: "sign-in-again", signals: ["session-refused"] },
  { code: "ended-by-server", remedy: "sign-in-again", signals: ["ended-by-server"] },
  {
    code: "stale-pin",
    remedy: "repair-pin",
    signals: [],
    errors: ["errno-eaddrnotavail"],
    support: ["reconnect-attempt-failed", "route-present", ...LOSS],
  },
  { code: "name-unresolved", remedy: "check-name-resolution", signals: ["name-unresolved"] },
  { code: "network-down", remedy: "wait-for-network", signals: [], errors: NO_NETWORK, when: onlyNoNetwork },
  {
    code: "server-route-lost",
    remedy: "repair-pin",
    signals: ["connect-failed", "reconnect-attempt-failed", "no-address-reached"],
    support: ["route-present", "route-absent", ...LOSS],
    when: sessionSeen,
  },
  { code: "server-refused", remedy: "check-server", signals: [], errors: ["errno-econnrefused"] },
  {
    code: "server-unreachable",
    remedy: "check-server",
    signals: ["connect-failed", "reconnect-attempt-failed", "no-address-reached"],
  },
  { code: "certificate-refused", remedy: "check-certificate", signals: ["certificate-refused"] },
  {
    code: "client-certificate-refused",
    remedy: "renew-client-certificate",
    signals: ["client-certificate-refused"],
    when: (story) => !up(story),
  },
  { code: "tls-failed", remedy: "check-captive-portal", signals: ["tls-failed"] },
  { code: "server-busy", remedy: "wait-and-retry", signals: ["server-busy"] },
  { code: "sign-in-failed", remedy: "check-sign-in", signals: ["sign-in-failed"] },
  { code: "rights-missing", remedy: "administrator-rights", signals: ["rights-missing"] },
  { code: "tunnel-not-made", remedy: "read-lines-before", signals: ["tunnel-not-made"] },
  { code: "script-failed", remedy: "check-script", signals: ["script-failed"] },
  { code: "peer-silent", remedy: "repair-pin", signals: ["peer-silent"], support: LOSS, when: stillLost },
  {
    code: "connection-lost",
    remedy: "repair-pin",
    signals: ["link-lost", "retry-pause", "reconnect-gave-up"],
    support: ["udp-send-failed"],
    when: stillLost,
  },
  { code: "client-failed", remedy: "connect-again", signals: ["client-failed"] },
  { code: "sign-in-failed", remedy: "read-lines-before", signals: ["sign-in-ended"] },
  { code: "cancelled", remedy: "none", signals: ["cancelled"] },
  { code: "detached", remedy: "none", signals: ["detached"] },
  { code: "network-changed", remedy: "repair-pin", signals: ["udp-send-failed"], support: ["udp-silent"] },
  { code: "connected-without-udp", remedy: "udp-optional", signals: ["udp-silent"] },
  {
    code: "recovered",
    remedy: "none",
    signals: ["session-up"],
    when: (story) => story.loss !== null,
  },
  { code: "connected", remedy: "none", signals: ["session-up"] },
  { code: "connecting", remedy: "none", signals: ["server-called", "server-reached", "tls-up"] },
  { code: "packet-filter-flushed", remedy: "restart-computer", signals: ["packet-filter-flushed"] },
  { code: "packet-filter-only", remedy: "none", signals: ["packet-filter-cleared"] },
  { code: "route-present", remedy: "look-at-routes", signals: ["route-present"] },
  { code: "route-absent", remedy: "none", signals: ["route-absent"] },
  { code: "empty", remedy: "give-more", signals: [], when: (story) => story.lines === 0 },
  { code: "unknown", remedy: "give-more", signals: [], when: () => true },
];
