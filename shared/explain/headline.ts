import type { KeepAliveStatus } from "../contract/keep-alive-status.ts";
import type { Assessment, FindingId, HealthState } from "../health/finding.ts";
import type { CodedText } from "../snapshot/coded-text.ts";

/** The state in words: a short title and what it means. Both are keys of `app:headline`, with `.title` and `.text`. */
export interface Headline {
  readonly code: string;
  readonly args: CodedText["args"];
}

/** Findings that have a headline of their own in a state, because it says more than the state alone. */
const SPECIAL: Partial<Record<HealthState, readonly FindingId[]>> = {
  broken: [
    "gateway-pin-stale",
    "gateway-pin-foreign",
    "gateway-pin-missing",
    "default-route-missing",
    "default-route-stale",
    "tunnel-dead",
    "client-stuck",
  ],
  residue: ["gateway-pin-stale", "gateway-pin-foreign", "resolver-stale", "client-residue"],
  degraded: ["resolver-stale", "tunnels-conflict"],
};

/**
 * The headline of one verdict, and of how keep-alive goes where it is at work. `args.count` is the number of findings,
 * `args.client` and `args.interface` name the tunnel.
 */
export function headlineOf(assessment: Assessment, keepAlive: KeepAliveStatus["state"] = "off"): Headline {
  const { state, findings, clients } = assessment;
  const worst = findings[0]?.id;
  const special = worst !== undefined && SPECIAL[state]?.includes(worst) === true;
  const client =
    clients.find((entry) => entry.alive && entry.interface !== null) ?? clients.find((entry) => entry.alive);
  const unread = assessment.unobserved[0];
  return {
    code: special ? `${state}-${worst}` : variantOf(assessment, client?.interface ?? null, keepAlive),
    args: {
      count: findings.length,
      client: client?.kind ?? "",
      interface: client?.interface ?? "",
      part: unread?.part ?? "",
    },
  };
}

function variantOf(
  { state, unobserved }: Assessment,
  tunnel: string | null,
  keepAlive: KeepAliveStatus["state"],
): string {
  if (state === "recovering" && keepAlive === "restoring") return "recovering-kept";
  if ((state === "off" || state === "up") && unobserved.some(isTableSeenInPart)) return `${state}-in-part`;
  return state === "up" && tunnel === null ? "up-without-interface" : state;
}

// That all is well can be said only of a whole table. IPv6 is often not recorded at all, which the list of parts tells.
function isTableSeenInPart({ part, reason }: Assessment["unobserved"][number]): boolean {
  return part === "routes-inet" || (part === "routes-inet6" && reason.code === "in-part");
}
