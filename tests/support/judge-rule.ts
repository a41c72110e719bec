import { factsOf } from "../../shared/health/facts.ts";
import type { Finding } from "../../shared/health/finding.ts";
import type { Rule } from "../../shared/health/rule.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import type { History } from "../../shared/history/history.ts";
import type { OperatingSystem } from "../../shared/snapshot/snapshot.ts";
import { snapshotOfMachine } from "./machine.ts";
import type { Machine } from "./machine.ts";

/** What one rule finds on a machine of which everything was observed. */
export function judgeBy(rule: Rule, os: OperatingSystem, machine: Machine, history: Partial<History> = {}): Finding[] {
  return rule(factsOf(snapshotOfMachine(os, machine), { ...EMPTY_HISTORY, ...history }));
}

/** The codes of a finding's evidence. */
export const evidenceOf = (finding: Finding | undefined): string[] => (finding?.evidence ?? []).map(({ code }) => code);

/** A finding's repair in short, e.g. `delete-route 203.0.113.9/32`, `replace-route 203.0.113.9/32 → 172.20.10.1 en0`. */
export function repairOf(finding: Finding | undefined): string[] {
  return (finding?.repair ?? []).map((step) => {
    switch (step.op) {
      case "delete-route":
        return `${step.op} ${step.route.destination}`;
      case "add-route":
        return `${step.op} ${step.route.destination} → ${step.route.gateway} ${step.route.interface}`;
      case "replace-route":
        return `${step.op} ${step.route.destination} → ${step.replacement.gateway} ${step.replacement.interface}`;
      case "nudge-client":
        return `${step.op} ${step.pid}`;
      case "clear-resolver":
      case "remove-state-file":
        return `${step.op} ${step.path}`;
    }
  });
}
