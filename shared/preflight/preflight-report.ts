import * as v from "valibot";
import { Certainty, FindingId } from "../health/finding.ts";
import { CodedText } from "../snapshot/coded-text.ts";
import { FamilySchema, Route } from "../snapshot/route.ts";
import { OperatingSystem } from "../snapshot/snapshot.ts";

/** The server that somebody wants to connect to, as VPN clients take it. */
export const ServerTarget = v.strictObject({
  /** A host name in lower case, or an address in canonical text, with its zone. */
  host: v.string(),
  /** Whether `host` has to be looked up first. */
  isName: v.boolean(),
  /** TCP port, 443 when none was given. */
  port: v.number(),
});
export type ServerTarget = v.InferOutput<typeof ServerTarget>;

/** What the system's resolver answered for the host name. */
export const NameLookup = v.variant("state", [
  v.strictObject({ state: v.literal("not-needed") }),
  /** Addresses in canonical text, in the order in which a client tries them. */
  v.strictObject({ state: v.literal("found"), addresses: v.array(v.string()) }),
  /** `not-found`: there is no such name. `no-answer`: no name server answered. `timed-out`: our own limit ended it. */
  v.strictObject({
    state: v.literal("failed"),
    reason: v.picklist(["not-found", "no-answer", "timed-out", "other"]),
    /** What the system called it (`EAI_AGAIN`). */
    code: v.string(),
  }),
]);
export type NameLookup = v.InferOutput<typeof NameLookup>;

/** Whether a connection would be set up: `unknown` when it cannot be told from what was observed. */
export const Works = v.picklist(["yes", "no", "unknown"]);
export type Works = v.InferOutput<typeof Works>;

/** Where packets to an address end. Each has a text under `preflight:outcome`. */
export const Outcome = v.picklist([
  "leaves-by-router",
  "leaves-directly",
  "this-computer",
  "through-tunnel",
  "loops-into-own-tunnel",
  "into-dead-tunnel",
  "stale-pin",
  "stale-default",
  "stale-route",
  "next-hop-silent",
  "link-lost",
  "dropped",
  "refused-here",
  "no-route",
  "only-scoped-default",
  "no-network",
  "inet6-only-network",
  "no-inet6",
  "zone-missing",
  "not-a-host",
  "unknown",
]);
export type Outcome = v.InferOutput<typeof Outcome>;

/** The error that a connect would end with, and what openconnect makes of it. */
export const ConnectError = v.strictObject({
  /** Name of the error: `EADDRNOTAVAIL`. */
  errno: v.string(),
  /** The system's text for it: `Can't assign requested address`. */
  text: v.string(),
  /** Whether it comes at once, after some seconds (a router is looked for), or when all tries have gone unanswered. */
  when: v.picklist(["at-once", "after-seconds", "after-time-out"]),
  /** About how many seconds it takes, 0 at once; null when that is not known. */
  seconds: v.nullable(v.number()),
  /** What openconnect prints instead, null when it prints `text` (openconnect-facts §1.5). */
  openconnectText: v.nullable(v.string()),
});
export type ConnectError = v.InferOutput<typeof ConnectError>;

/** A row that contains the address but does not get the packet; `reason` is a key of `routes:loss`. */
export const LosingRoute = v.strictObject({ route: Route, reason: CodedText });
export type LosingRoute = v.InferOutput<typeof LosingRoute>;

/** The program that holds a tunnel; null parts are not known. */
export const TunnelHolder = v.strictObject({
  client: v.nullable(v.string()),
  pid: v.nullable(v.number()),
  server: v.nullable(v.string()),
});
export type TunnelHolder = v.InferOutput<typeof TunnelHolder>;

/** What happens to a packet that an ordinary program sends to one address now. */
export const Way = v.strictObject({
  /** Canonical text, with zone. */
  address: v.string(),
  family: FamilySchema,
  outcome: Outcome,
  works: Works,
  certainty: Certainty,
  /** The row that takes the packet, null when none does. */
  winner: v.nullable(Route),
  losers: v.array(LosingRoute),
  /** The next hop's address, `link` when reached directly, null when nothing is sent. */
  nextHop: v.nullable(v.string()),
  interface: v.nullable(v.string()),
  /** Own address that the packet leaves with, null when it is not known. */
  source: v.nullable(v.string()),
  /** Whose tunnel it is, null when no tunnel takes the packet. */
  tunnel: v.nullable(TunnelHolder),
  /** The error to expect, null when none is. */
  error: v.nullable(ConnectError),
  /** How it is known: keys of `evidence`. */
  evidence: v.array(CodedText),
  /** The finding of `holdfast doctor` that this comes from, null when there is none. */
  finding: v.nullable(FindingId),
});
export type Way = v.InferOutput<typeof Way>;

/** One try for one address, and whether it fits what was foreseen. */
export const Probe = v.strictObject({
  address: v.string(),
  /** `refused`: the server was reached, but nobody listens there. */
  result: v.picklist(["connected", "refused", "timed-out", "failed"]),
  /** Name of the error, null when it connected or our own limit ended the try. */
  errno: v.nullable(v.string()),
  milliseconds: v.number(),
  /** Own address that was used, null when not known. */
  source: v.nullable(v.string()),
  /**
   * `silent`: the way is open as far as this computer, and nobody answered, which proves nothing against it.
   * `settles`: nothing could be foreseen, and now it is known.
   */
  compared: v.picklist(["as-foreseen", "not-as-foreseen", "silent", "settles"]),
});
export type Probe = v.InferOutput<typeof Probe>;

/** What would happen if a client connected to a server now. The document of `holdfast check --json`. */
export const Preflight = v.strictObject({
  schema: v.literal(1),
  os: OperatingSystem,
  target: ServerTarget,
  lookup: NameLookup,
  works: Works,
  /** The answer in one sentence: a key of `preflight:verdict`. */
  verdict: CodedText,
  /** One for each address, in the order in which a client tries them. */
  ways: v.array(Way),
  /** The ways to the name servers, when the name could not be looked up. */
  nameServers: v.array(Way),
  /** What else can come in between: keys of `preflight:caveat`. */
  caveats: v.array(CodedText),
  /** What to do, most useful first: keys of `preflight:advice`. */
  advice: v.array(CodedText),
  /** Null unless somebody asked to try. */
  probe: v.nullable(Probe),
});
export type Preflight = v.InferOutput<typeof Preflight>;
