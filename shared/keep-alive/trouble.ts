import { parseAddress } from "../network/address.ts";
import { everyFinding } from "../health/assess.ts";
import type { Facts } from "../health/facts.ts";
import type { Finding, FindingId } from "../health/finding.ts";
import { physicalDefaults, uplinkOf } from "../health/uplink.ts";
import { isUsable } from "../health/next-hop.ts";
import type { Step } from "../repair/step.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Family } from "../network/address.ts";
import type { KeepableClient } from "./kept-clients.ts";

const PIN_FINDINGS: ReadonlySet<FindingId> = new Set([
  "gateway-pin-stale",
  "gateway-pin-foreign",
  "gateway-pin-missing",
]);

/** Something about the way to a client's server that is proven to be wrong. */
export interface Trouble {
  readonly finding: Finding;
  /** The changes of routes that put it right; empty when it cannot be yet, or when only the client has to be asked. */
  readonly routes: readonly Step[];
}

/** What is proven to be wrong with a client's pin; null when nothing is. */
export function pinTroubleOf(facts: Facts, { pid }: KeepableClient): Trouble | null {
  const proven = everyFinding(facts).filter(
    ({ id, certainty, client }) => PIN_FINDINGS.has(id) && certainty === "proven" && client?.pid === pid,
  );
  const [finding] = proven;
  if (finding === undefined) return null;
  const routes = proven.flatMap(({ repair }) => repair.filter(({ op }) => op !== "nudge-client"));
  return { finding, routes: routes.every((step) => leadsToKnownRouter(facts, step)) ? routes : [] };
}

/** The finding about a client whose connection is proven to be lost; null when it is not. */
export function connectionTroubleOf(facts: Facts, { pid }: KeepableClient): Finding | null {
  return everyFinding(facts).find(({ id, client }) => id === "client-stuck" && client?.pid === pid) ?? null;
}

// A router that is only taken for one, because the kernel has it among its neighbours, is a guess: wait for the word of
// the system, which is a default route or the present lease.
function leadsToKnownRouter(facts: Facts, step: Step): boolean {
  if (step.op === "delete-route") return true;
  if (step.op !== "add-route" && step.op !== "replace-route") return false;
  const { gateway, interface: name, family } = step.op === "add-route" ? step.route : step.replacement;
  const isDefaults = physicalDefaults(facts, family).some(
    (row) => row.gateway === gateway && row.interface === name && isUsable(facts, row),
  );
  return (
    isDefaults ||
    valuesOf(facts.snapshot.routerHints).some((hint) => hint.router === gateway && hint.interface === name)
  );
}

/** Whether the network can carry the family at all: `other-only` when it has a router for the other family alone. */
export function uplinkFor(facts: Facts, { serverAddresses }: KeepableClient): "there" | "none" | "other-only" {
  const families = new Set(serverAddresses.flatMap((text) => parseAddress(text)?.family ?? []));
  const has = (family: Family) => uplinkOf(facts, family) !== null;
  if (families.size === 0) return has("inet") || has("inet6") ? "there" : "none";
  if ([...families].some(has)) return "there";
  return has("inet") || has("inet6") ? "other-only" : "none";
}

/** Whether the system says that the network wants a sign-in first. */
export function isCaptive(facts: Facts): boolean {
  return everyFinding(facts).some(({ id }) => id === "captive-network");
}

/** What the present network is, as far as it decides whether trying again can help: null when there is none. */
export function situationOf(facts: Facts): string | null {
  const uplink = uplinkOf(facts, "inet") ?? uplinkOf(facts, "inet6");
  if (uplink === null) return null;
  const own = facts.interfaces.get(uplink.interface)?.addresses.map(({ address }) => address) ?? [];
  return [uplink.interface, uplink.gateway, ...own.filter((address) => !address.startsWith("fe80:")).toSorted()].join(
    " ",
  );
}
