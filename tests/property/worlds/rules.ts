import type { Rule } from "../../../shared/snapshot/interface.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import type { Tunnel } from "./tunnels.ts";

/** Whether the rules of the clients' own tables are there: all, those of a client that is gone, or none any more. */
export type RuleState = "in-place" | "left-over" | "missing";

/** The policy rules of the world, as the kernel and the clients set them (captures 242, 243, 244, 264); none on a Mac. */
export function rulesOf(os: OperatingSystem, tunnels: readonly Tunnel[], state: RuleState): Rule[] {
  if (os === "darwin") return [];
  const ruled = tunnels.filter(({ coverage }) => coverage === "table");
  const usesTable = (tailscale: boolean) => ruled.some(({ client }) => (client === "tailscale") === tailscale);
  const wireguard = state === "left-over" || (state === "in-place" && usesTable(false));
  const tailscale = state === "in-place" && usesTable(true);
  return (["inet", "inet6"] as const).flatMap((family) => [
    rule({ family, priority: 0, table: "local" }),
    ...(tailscale ? tailscaleRules(family) : []),
    ...(wireguard ? wireguardRules(family) : []),
    rule({ family, priority: 32_766, table: "main" }),
    ...(family === "inet" ? [rule({ family, priority: 32_767, table: "default" })] : []),
  ]);
}

function wireguardRules(family: Rule["family"]): Rule[] {
  return [
    rule({ family, priority: 32_764, table: "main", suppressPrefixLength: 0 }),
    rule({ family, priority: 32_765, table: "51820", firewallMark: "0xca6c", negated: true }),
  ];
}

function tailscaleRules(family: Rule["family"]): Rule[] {
  const marked = { family, firewallMark: "0x80000", firewallMask: "0xff0000" };
  return [
    rule({ ...marked, priority: 5210, table: "main" }),
    rule({ ...marked, priority: 5230, table: "default" }),
    rule({ ...marked, priority: 5250, action: "unreachable" }),
    rule({ family, priority: 5270, table: "52" }),
  ];
}

function rule(given: Partial<Rule> & Pick<Rule, "family" | "priority">): Rule {
  return {
    source: "all",
    destination: null,
    table: null,
    action: null,
    gotoPriority: null,
    firewallMark: null,
    firewallMask: null,
    negated: false,
    suppressPrefixLength: null,
    inputInterface: null,
    outputInterface: null,
    ...given,
  };
}
