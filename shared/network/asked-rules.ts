import type { Rule } from "../snapshot/interface.ts";
import type { Address } from "./address.ts";
import { takesOrdinaryPacket } from "./rule-match.ts";

/** Actions of a rule that end the search without a route (ip-rule(8)). */
const REFUSALS = new Set(["unreachable", "prohibit", "blackhole"]);

/** The policy rules that an ordinary program's packet meets. */
export interface AskedRules {
  /** Those that name a table, in the order in which they are asked. */
  readonly lookups: readonly (Rule & { readonly table: string })[];
  /** The rule that refuses the packet behind them, null when none does. */
  readonly refusal: Rule | null;
}

/** Follows the rules of the address's family by their priority, past what a goto leaves out, to the end or to a refusal. */
export function askedRules(address: Address, rules: readonly Rule[]): AskedRules {
  const own = rules.filter((rule) => rule.family === address.family).toSorted((a, b) => a.priority - b.priority);
  const lookups: (Rule & { readonly table: string })[] = [];
  for (let next = 0; next < own.length; next++) {
    const rule = own[next];
    if (rule === undefined || !takesOrdinaryPacket(rule, address)) continue;
    if (rule.action !== null && REFUSALS.has(rule.action)) return { lookups, refusal: rule };
    if (rule.gotoPriority !== null) next = beforeTarget(own, next, rule.gotoPriority);
    else if (rule.table !== null) lookups.push({ ...rule, table: rule.table });
  }
  return { lookups, refusal: null };
}

// The kernel goes on with the first rule of the priority that a goto names; the rule does nothing while there is none
// ("unresolved" in ip-rule(8)). It leads forwards only.
function beforeTarget(rules: readonly Rule[], from: number, priority: number): number {
  const target = rules.findIndex((rule, index) => index > from && rule.priority === priority);
  return target < 0 ? from : target - 1;
}
