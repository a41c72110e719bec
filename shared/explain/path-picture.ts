import type { VpnClient } from "../clients/vpn-client.ts";
import type { Assessment, Finding, HealthState } from "../health/finding.ts";
import { LINK } from "../snapshot/route.ts";
import { faultOf } from "./path-fault.ts";
import type { PathFault } from "./path-fault.ts";

/** `here`: reached. `idle`: not in use. `away`: cannot be reached now. `unknown`: not observed or not yet judged. */
export type NodePresence = "here" | "idle" | "away" | "unknown";

/** `open`: carries packets. `idle`: not in use. `cut`: packets end here. `checking`: verdict held back. */
export type LinkState = "open" | "idle" | "cut" | "checking" | "unknown";

/** As {@link LinkState}; `silent`: there, but nothing comes back; `loop`: leads into itself; `none`: there is no tunnel. */
export type TunnelState = "none" | "open" | "silent" | "cut" | "loop" | "checking" | "unknown";

/** One station on the way. `address` is an address or host name as text, null when not known or not worth showing. */
export interface PathNode {
  readonly presence: NodePresence;
  readonly address: string | null;
}

/** What is wrong beside the way, where the way itself is drawn whole: `warning` for what hinders, `leftover` for what lies about. */
export interface PathBadge {
  readonly kind: "warning" | "leftover";
  readonly at: "computer" | "tunnel";
}

/**
 * The way from this computer over its router and the VPN server to the network behind it, as a picture with nothing
 * but facts: what is reached, where it breaks, and the fact that says why.
 */
export interface PathPicture {
  readonly nodes: Readonly<Record<"computer" | "router" | "server" | "network", PathNode>>;
  /** Computer to router, router to server, server to the network behind it. */
  readonly links: Readonly<Record<"uplink" | "transit" | "inside", LinkState>>;
  /** `rival` is a second tunnel that wants the same traffic. */
  readonly tunnel: { readonly state: TunnelState; readonly interface: string | null; readonly rival: string | null };
  readonly fault: PathFault | null;
  readonly badge: PathBadge | null;
  /** Whether the router is known to be reached by radio. */
  readonly wireless: boolean;
  /** One sentence for those who do not see the picture: `works`, `off`, `offline`, `checking`, `unknown`, or the fault's kind. */
  readonly summary: string;
}

interface Drawing {
  readonly presence: readonly [router: NodePresence, server: NodePresence, network: NodePresence];
  readonly links: readonly [uplink: LinkState, transit: LinkState, inside: LinkState];
  readonly tunnel: TunnelState;
}

const ALL_OPEN: Drawing = { presence: ["here", "here", "here"], links: ["open", "open", "open"], tunnel: "open" };
const NO_TUNNEL: Drawing = { presence: ["here", "idle", "idle"], links: ["open", "idle", "idle"], tunnel: "none" };
const BLOCKED: Drawing = { presence: ["here", "away", "away"], links: ["open", "idle", "idle"], tunnel: "silent" };

const BY_STATE: Readonly<Record<HealthState, Drawing>> = {
  up: ALL_OPEN,
  degraded: ALL_OPEN,
  off: NO_TUNNEL,
  residue: NO_TUNNEL,
  broken: BLOCKED,
  offline: { presence: ["away", "away", "away"], links: ["cut", "idle", "idle"], tunnel: "none" },
  recovering: {
    presence: ["unknown", "unknown", "unknown"],
    links: ["checking", "checking", "checking"],
    tunnel: "checking",
  },
  unknown: { presence: ["unknown", "unknown", "unknown"], links: ["unknown", "unknown", "unknown"], tunnel: "unknown" },
};

/** Draws the verdict of one look. The first finding, which is the worst, decides where the way is broken. */
export function pathPicture(assessment: Assessment): PathPicture {
  const client = tunnelClientOf(assessment);
  const fault = isJudged(assessment) ? faultOf(assessment.findings[0]) : null;
  const drawing = withFault(BY_STATE[assessment.state], fault, client);
  const [router, server, network] = drawing.presence;
  const [uplink, transit, inside] = drawing.links;
  return {
    nodes: {
      computer: { presence: "here", address: ownAddress(assessment) },
      router: { presence: router, address: routerAddress(assessment) },
      server: { presence: server, address: serverAddress(client, assessment.findings[0]) },
      network: { presence: network, address: null },
    },
    links: { uplink, transit, inside },
    tunnel: {
      state: drawing.tunnel,
      interface: fault?.tunnels[0] ?? client?.interface ?? null,
      rival: fault?.tunnels[1] ?? null,
    },
    fault,
    badge: badgeOf(assessment, fault),
    wireless: /^(?:wl|ath|wifi)/.test(assessment.network?.interface ?? ""),
    summary: fault?.kind ?? SUMMARY[assessment.state],
  };
}

const SUMMARY: Readonly<Record<HealthState, string>> = {
  up: "works",
  degraded: "works",
  off: "off",
  residue: "off",
  broken: "blocked",
  recovering: "checking",
  offline: "offline",
  unknown: "unknown",
};

// Each state is to be told by what is drawn, not by its colour: these two have a way that looks like that of a healthy one.
function badgeOf({ state }: Assessment, fault: PathFault | null): PathBadge | null {
  const isDrawn = fault !== null && fault.kind !== "note";
  if (isDrawn || (state !== "degraded" && state !== "residue")) return null;
  return state === "degraded" ? { kind: "warning", at: "tunnel" } : { kind: "leftover", at: "computer" };
}

/** Without a network or a verdict nothing more can be said about the way than just that. */
function isJudged({ state, findings }: Assessment): boolean {
  if (state === "recovering" || state === "offline" || state === "unknown") return false;
  return findings[0]?.certainty !== "suspected" || state === "off";
}

function withFault(base: Drawing, fault: PathFault | null, client: VpnClient | null): Drawing {
  const tunnel: TunnelState = base.tunnel === "silent" && client?.interface == null ? "none" : base.tunnel;
  if (fault === null) return { ...base, tunnel };
  const [router, server, network] = base.presence;
  const [uplink, transit, inside] = base.links;
  switch (fault.kind) {
    case "detour":
      return {
        presence: [router, "away", "away"],
        links: [uplink, "idle", "idle"],
        tunnel: client?.interface == null ? "none" : "silent",
      };
    case "default-detour":
      return { presence: ["unknown", "away", "away"], links: ["idle", "idle", "idle"], tunnel };
    case "gap":
      return { presence: ["idle", "away", "away"], links: ["cut", "idle", "idle"], tunnel };
    case "loop":
      return { presence: [router, "away", "away"], links: [uplink, "idle", "idle"], tunnel: "loop" };
    case "tunnel-cut":
      return { presence: [router, server, "away"], links: [uplink, transit, inside], tunnel: "cut" };
    case "tunnel-silent":
      return { presence: [router, "here", "away"], links: [uplink, transit, "idle"], tunnel: "silent" };
    case "intercepted":
      return { presence: [router, "away", "away"], links: [uplink, "cut", "idle"], tunnel };
    case "contested":
    case "note":
      return { presence: [router, server, network], links: [uplink, transit, inside], tunnel };
  }
}

function tunnelClientOf(assessment: Assessment): VpnClient | null {
  const alive = assessment.clients.filter((client) => client.alive);
  return alive.find((client) => client.interface !== null) ?? alive[0] ?? null;
}

function ownAddress({ network }: Assessment): string | null {
  return network?.address?.replace(/\/\d+$/, "") ?? null;
}

function routerAddress({ network }: Assessment): string | null {
  return network === null || network.gateway === LINK ? null : network.gateway;
}

function serverAddress(client: VpnClient | null, worst: Finding | undefined): string | null {
  const known = client?.serverAddresses[0] ?? worst?.client?.serverAddresses[0];
  if (known !== undefined) return known;
  const isPin = worst?.id === "gateway-pin-stale" || worst?.id === "gateway-pin-foreign";
  if (isPin && worst.route !== null) return worst.route.destination.replace(/\/(?:32|128)$/, "");
  return client?.server ?? null;
}
