import { contestFor } from "../explain/route-contest.ts";
import type { Contest } from "../explain/route-contest.ts";
import type { Facts } from "../health/facts.ts";
import type { Certainty, Finding, FindingId } from "../health/finding.ts";
import type { Address } from "../network/address.ts";
import { routeKey } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import type { ConnectError, Outcome, Works } from "./preflight-report.ts";

/** Where do packets to this address end? What every judge of a way may ask. */
export interface Question {
  readonly facts: Facts;
  /** What all rules find, also consequences of other findings. */
  readonly findings: readonly Finding[];
  readonly address: Address;
  /** The name by which the server was asked for, null when it was asked for by its address. */
  readonly name: string | null;
  readonly contest: Contest;
}

/** The answer of the judge that knows. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly works: Works;
  readonly certainty: Certainty;
  readonly error: ConnectError | null;
  readonly evidence: readonly CodedText[];
  readonly finding: FindingId | null;
}

/** A question about one address of a server. */
export function askAbout(facts: Facts, findings: readonly Finding[], address: Address, name: string | null): Question {
  return { facts, findings, address, name, contest: contestFor(facts.snapshot, facts.forwarding, address) };
}

/** The finding about one row, undefined when there is none. */
export function findingAbout({ findings }: Question, route: Route): Finding | undefined {
  const key = routeKey(route);
  return findings.find((finding) => finding.route !== null && routeKey(finding.route) === key);
}

/** A connection that would not be set up. */
export function fails(
  outcome: Outcome,
  error: ConnectError | null,
  more: Partial<Pick<Judgement, "certainty" | "evidence" | "finding">> = {},
): Judgement {
  return { outcome, works: "no", error, certainty: "proven", evidence: [], finding: null, ...more };
}

/** A connection that the routes let through. */
export function passes(outcome: Outcome, certainty: Certainty, evidence: readonly CodedText[] = []): Judgement {
  return { outcome, works: "yes", certainty, error: null, evidence, finding: null };
}

/** A connection of which nothing can be foreseen. */
export function cannotTell(
  outcome: Outcome,
  more: Partial<Pick<Judgement, "error" | "evidence" | "finding">> = {},
): Judgement {
  return { outcome, works: "unknown", certainty: "suspected", error: null, evidence: [], finding: null, ...more };
}
