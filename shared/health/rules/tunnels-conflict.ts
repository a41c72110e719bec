import { formatPrefix, isHostPrefix, prefixCovers } from "../../network/prefix.ts";
import type { Prefix } from "../../network/prefix.ts";
import { destinationOf, isDefault } from "../../network/route-prefix.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { isHalfOfDefault } from "../split-default.ts";
import { tunnelOwnership, tunnelRoutes, vpnTunnels } from "../tunnels.ts";

interface Claim {
  readonly tunnel: string;
  /** Whole default or a half of it. */
  readonly wide: boolean;
  readonly prefixes: readonly Prefix[];
}

/** Two living tunnels that claim the same traffic: equal or nested prefixes, or both a part of the default. */
export function tunnelsConflict(facts: Facts): Finding[] {
  const claims = vpnTunnels(facts)
    .filter((name) => tunnelOwnership(facts, name) === "alive")
    .map((tunnel) => claimOf(facts, tunnel));
  return claims.flatMap((first, index) =>
    claims.slice(index + 1).flatMap((second) => {
      const shared = overlap(first, second);
      return shared === null ? [] : [conflict(first.tunnel, second.tunnel, shared)];
    }),
  );
}

function claimOf(facts: Facts, tunnel: string): Claim {
  const rows = tunnelRoutes(facts, tunnel).filter((route) => route.family === "inet");
  const narrow = rows.filter((route) => !isDefault(route) && !isHalfOfDefault(route)).map(destinationOf);
  return {
    tunnel,
    wide: rows.some((route) => isDefault(route) || isHalfOfDefault(route)),
    prefixes: narrow.filter((prefix) => !isHostPrefix(prefix)),
  };
}

// A split tunnel beside a full one is how overlays are meant to be used (capture 47); two of a kind shadow each other.
function overlap(first: Claim, second: Claim): string[] | null {
  if (first.wide && second.wide) return ["0.0.0.0/0"];
  const nested = first.prefixes.flatMap((a) =>
    second.prefixes.flatMap((b) =>
      prefixCovers(a, b) ? [formatPrefix(b)] : prefixCovers(b, a) ? [formatPrefix(a)] : [],
    ),
  );
  return nested.length === 0 ? null : [...new Set(nested)].toSorted();
}

function conflict(first: string, second: string, prefixes: string[]): Finding {
  return {
    id: "tunnels-conflict",
    severity: "warning",
    certainty: "proven",
    route: null,
    client: null,
    evidence: [codedText("same-prefix-in-two-tunnels", { prefixes, interfaces: [first, second] })],
    args: { first, second, prefixes },
    repair: [],
  };
}
