import { everyFinding } from "../../../shared/health/assess.ts";
import { factsOf } from "../../../shared/health/facts.ts";
import type { Facts } from "../../../shared/health/facts.ts";
import type { Finding } from "../../../shared/health/finding.ts";
import { formatAddress } from "../../../shared/network/address.ts";
import { destinationOf, isDefault } from "../../../shared/network/route-prefix.ts";
import { isLinkLocalAddress, isLoopbackAddress, isMulticastAddress } from "../../../shared/network/special-prefixes.ts";
import { canonicalText } from "../../../shared/repair/canonical-text.ts";
import type { Plan } from "../../../shared/repair/plan-model.ts";
import type { Step } from "../../../shared/repair/step.ts";
import { veto } from "../../../shared/repair/veto.ts";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { verdictOn } from "./judged-world.ts";
import type { JudgedWorld } from "./judged-world.ts";
import { lessSeen } from "./less-seen.ts";
import { carriesPackets, isKeptFromPhysical, leavesByPhysical, probesOf } from "./packets.ts";
import { shuffled } from "./shuffled.ts";

/** One of the six properties of 02-architecture: what breaks it in a world, nothing when it holds. */
export type Law = (world: JudgedWorld) => readonly string[];

/** Law 1. A repair repairs what it claims to, and leaves nothing to plan again. */
function repairs({ assessment, plan, outcomes, history }: JudgedWorld): string[] {
  const [selected] = outcomes;
  if (selected === undefined || selected.steps.length === 0) return [];
  const after = verdictOn({ snapshot: selected.snapshot, history });
  const left = new Set(after.assessment.findings.map(identity));
  const claimed = assessment.findings.filter((finding) => claimsToRepair(plan, finding)).map(identity);
  // A client's log is of before the repair: asking the client anew once its route is right again is no second repair.
  const again = after.plan.steps.filter((planned) => planned.selected && planned.step.op !== "nudge-client");
  return [
    ...claimed.filter((one) => left.has(one)).map((one) => `not repaired: ${one}`),
    ...again.map(({ finding, id }) => `planned again: ${finding} ${id}`),
  ];
}

/** Law 2. What was reachable stays reachable, whether the default selection or all of the plan is taken. */
function keepsReachable({ facts, outcomes }: JudgedWorld): string[] {
  const changes = outcomes.filter(({ steps }) => steps.length > 0);
  const reachable = changes.length === 0 ? [] : probesOf(facts).filter((address) => carriesPackets(facts, address));
  return changes.flatMap((after) =>
    reachable.filter((address) => !carriesPackets(after.facts, address)).map((one) => `lost: ${formatAddress(one)}`),
  );
}

/** Law 3. Nothing leaves in the open that a living tunnel carried or a null route held back. */
function leaksNothing({ facts, outcomes }: JudgedWorld): string[] {
  const changes = outcomes.filter(({ steps }) => steps.length > 0);
  const kept = changes.length === 0 ? [] : probesOf(facts).filter((address) => isKeptFromPhysical(facts, address));
  // A client's own server must leave by the physical network: in the tunnel it would only loop.
  const servers = new Set(facts.clients.flatMap(({ serverAddresses }) => serverAddresses));
  return changes.flatMap((after) =>
    kept
      .filter((address) => leavesByPhysical(after.facts, address))
      .map(formatAddress)
      .filter((text) => !servers.has(text))
      .map((text) => `leaked: ${text}`),
  );
}

/** Law 4. What is protected is never deleted, and the veto alone refuses to. */
function protects({ facts, snapshot, plan }: JudgedWorld): string[] {
  const deleted = plan.steps.flatMap(({ step }) => (step.op === "delete-route" ? [step.route] : []));
  const rows = [...valuesOf(snapshot.routes.inet), ...valuesOf(snapshot.routes.inet6)];
  const guarded = rows.filter((route) => isProtected(facts, route));
  return [
    ...deleted.filter((route) => isProtected(facts, route)).map((route) => `deleted: ${routeKey(route)}`),
    ...guarded
      .filter((route) => veto({ op: "delete-route", route }, snapshot) === null)
      .map((route) => `no veto: ${routeKey(route)}`),
  ];
}

/**
 * Law 5. Who sees less finds no more, and nothing with more certainty. Left aside is the one finding that says itself that
 * it rests on not knowing: that a client whose server is not known (context `unknown`) may have lost its pin. It is only
 * suspected and repairs nothing; to whoever knows the server, the question is answered.
 */
function isMonotonic({ snapshot, history, findings, choice }: JudgedWorld): string[] {
  const known = new Map<string, number>();
  for (const finding of findings) {
    const key = subject(finding);
    known.set(key, Math.max(known.get(key) ?? -1, CERTAINTIES.indexOf(finding.certainty)));
  }
  return lessSeen(snapshot, choice)
    .flatMap((less) => everyFinding(factsOf(less, history)))
    .filter(({ certainty, args }) => certainty !== "suspected" || args["context"] !== "unknown")
    .filter((finding) => CERTAINTIES.indexOf(finding.certainty) > (known.get(subject(finding)) ?? -1))
    .map((finding) => `found with less: ${finding.certainty} ${finding.id} ${subject(finding)}`);
}

/** Law 6. The order of the input changes neither the assessment nor the digest of the plan. */
function isOrderFree({ snapshot, history, assessment, plan, choice }: JudgedWorld): string[] {
  const other = verdictOn({ snapshot: shuffled(snapshot, choice), history });
  const same = JSON.stringify(other.assessment) === JSON.stringify(assessment) && other.plan.digest === plan.digest;
  return same ? [] : [`in another order: ${JSON.stringify(other.assessment)}, not ${JSON.stringify(assessment)}`];
}

/** The six properties by the sentence that each of them is. */
export const LAWS = {
  "repair what they claim to repair, and leave nothing to plan again": repairs,
  "keep every address reachable that was reachable": keepsReachable,
  "let nothing leave in the open that a living tunnel carried or a null route held back": leaksNothing,
  "never delete what is protected, and the veto alone refuses to": protects,
  "find no more when less is seen": isMonotonic,
  "say the same whatever the order of the input": isOrderFree,
} as const satisfies Record<string, Law>;

const CERTAINTIES = ["suspected", "likely", "proven"];

/** Whether the plan, as it is taken by default, holds all that the finding asks for; a nudge may be left out. */
function claimsToRepair({ steps }: Plan, finding: Finding): boolean {
  const wanted = finding.repair.filter(({ op }) => finding.repair.length === 1 || op !== "nudge-client");
  const isSelected = (wish: Step) =>
    steps.some(({ selected, step }) => selected && (step === wish || canonicalText(step) === canonicalText(wish)));
  return wanted.length > 0 && wanted.every(isSelected);
}

/** What tells a finding from others of its kind: its route, or its client with the server, or its resolver. */
function identity({ id, route, client, args }: Finding): string {
  return [id, route === null ? "" : routeKey(route), client?.pid ?? "", args["server"] ?? "", args["name"] ?? ""].join(
    " ",
  );
}

/**
 * What a finding is about: another rule may speak of the same route when less is known, never of another route; and that
 * there is no usable default is said by two rules.
 */
function subject({ id, route }: Finding): string {
  if (id.startsWith("default-route-")) return `default ${route?.family ?? "inet"}`;
  return route === null ? id : routeKey(route);
}

function isProtected(facts: Facts, route: Route): boolean {
  const destination = destinationOf(route);
  if (isDefault(route) || route.type !== "unicast" || route.table !== "main") return true;
  if (isLoopbackAddress(destination) || isLinkLocalAddress(destination) || isMulticastAddress(destination)) return true;
  if (route.protocol !== null && !["boot", "static"].includes(route.protocol)) return true;
  const name = route.interface ?? "";
  if (facts.isTunnel(name)) return valuesOf(facts.snapshot.tunnelOwners).some((owner) => owner.interface === name);
  return route.gateway === "link" && facts.isPhysical(name);
}
