import { prefixTable } from "../../network/prefix-table.ts";
import { formatPrefix, isHostPrefix, prefixCovers } from "../../network/prefix.ts";
import type { Prefix } from "../../network/prefix.ts";
import { destinationOf } from "../../network/route-prefix.ts";
import { isPrivateAddress } from "../../network/special-prefixes.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { policyRoutes } from "../policy-tables.ts";
import { tunnelOwnership, tunnelRoutes, vpnTunnels } from "../tunnels.ts";

interface Claim {
  readonly tunnel: string;
  /** The whole default or pieces of it. */
  readonly wide: boolean;
  readonly prefixes: readonly Prefix[];
}

/** More prefixes than anybody reads: two tunnels to the same network can share thousands. */
const MOST_NAMED = 16;

/** Two living tunnels that claim the same traffic: equal or nested prefixes, or both a part of the default. */
export function tunnelsConflict(facts: Facts): Finding[] {
  const claims = vpnTunnels(facts)
    .filter((name) => isHeld(facts, name))
    .map((tunnel) => claimOf(facts, tunnel));
  return claims.flatMap((first, index) =>
    claims.slice(index + 1).flatMap((second) => {
      const shared = overlap(first, second);
      return shared === null ? [] : [conflict(first.tunnel, second.tunnel, shared)];
    }),
  );
}

// A utun exists exactly while somebody holds it (macos-facts §7), so the row of one shows its owner. Should the list of
// interfaces not have it any more, its rows are orphans: that finding hides this one.
function isHeld(facts: Facts, name: string): boolean {
  if (facts.snapshot.os === "darwin" && /^utun\d/.test(name)) return true;
  return tunnelOwnership(facts, name) === "alive";
}

function claimOf(facts: Facts, tunnel: string): Claim {
  const rows = tunnelRoutes(facts, tunnel).filter((route) => route.family === "inet");
  const prefixes = [...rows, ...policyRoutes(facts, tunnel)].map(destinationOf);
  const wide = prefixes.some(isPieceOfDefault);
  const networks = prefixes.filter((prefix) => !isPieceOfDefault(prefix) && !isHostPrefix(prefix));
  // Of a split default with holes also narrower pieces are left, in public space (WARP: macos-facts §8).
  return { tunnel, wide, prefixes: wide ? networks.filter(isPrivateAddress) : networks };
}

// The default, a half of it, or one of the pieces that clients cut it into (`1 2/7 4/6 8/5 16/4 32/3 64/2 128.0/1`).
function isPieceOfDefault(prefix: Prefix): boolean {
  return prefix.length < 8;
}

// A split tunnel beside a full one is how overlays are meant to be used (capture 47); two of a kind shadow each other.
function overlap(first: Claim, second: Claim): string[] | null {
  if (first.wide && second.wide) return ["0.0.0.0/0"];
  const nested = [...nestedIn(first, second), ...nestedIn(second, first)];
  return nested.length === 0 ? null : [...new Set(nested)].toSorted().slice(0, MOST_NAMED);
}

/** The prefixes of `inner` that lie in one of `outer`. */
function nestedIn(outer: Claim, inner: Claim): string[] {
  const table = prefixTable(outer.prefixes, (prefix) => prefix);
  const isNested = (prefix: Prefix) => table.matches(prefix).some((other) => prefixCovers(other, prefix));
  return inner.prefixes.filter(isNested).map(formatPrefix);
}

function conflict(first: string, second: string, prefixes: string[]): Finding {
  return {
    id: "tunnels-conflict",
    severity: "warning",
    certainty: "proven",
    route: null,
    client: null,
    evidence: [codedText("same-prefix-in-two-tunnels", { prefixes, interfaces: [first, second] })],
    // i18next takes the wording of the finding's text from `context`.
    args: { first, second, prefixes, ...(prefixes.includes("0.0.0.0/0") ? { context: "all" } : {}) },
    repair: [],
  };
}
