import type { Facts } from "../health/facts.ts";
import type { Finding, FindingId } from "../health/finding.ts";
import { judgeNextHop } from "../health/next-hop.ts";
import type { NextHopVerdict } from "../health/next-hop.ts";
import { formatAddress } from "../network/address.ts";
import { isDefault } from "../network/route-prefix.ts";
import { codedText } from "../snapshot/coded-text.ts";
import { valuesOf } from "../snapshot/part.ts";
import { LINK } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import { errorAtOnce, errorOfLostNextHop, errorOfSilence, errorOfSilentNextHop } from "./connect-errors.ts";
import type { ConnectError, Outcome } from "./preflight-report.ts";
import { cannotTell, fails, findingAbout, passes } from "./question.ts";
import type { Judgement, Question } from "./question.ts";

/** Proofs that the link itself is lost, whatever the next hop. */
const LINK_LOST = new Set(["interface-missing", "interface-down", "interface-without-carrier"]);

/** The winning row leads out of a network card: over a lost link, to a router that is not there, or out. */
export function judgeLink(question: Question): Judgement | null {
  const { facts, contest } = question;
  const { winner } = contest;
  if (winner === null) return null;
  const verdict = judgeNextHop(facts, winner);
  if (verdict.state === "dead") return leadsNowhere(question, winner, verdict);
  const foreign = findingAbout(question, winner);
  if (foreign?.id === "gateway-pin-foreign") return throughForeignRouter(question, winner, foreign);
  const silent = silentNextHop(question, winner);
  if (silent !== null) return silent;
  if (verdict.state === "unknown" && verdict.evidence.length > 0)
    return cannotTell("unknown", { evidence: verdict.evidence });
  const signIn = winner.gateway === LINK ? undefined : openSignIn(question);
  if (signIn !== undefined) return cannotTell("leaves-by-router", { evidence: signIn.evidence, finding: signIn.id });
  const certainty = verdict.state === "unknown" || !facts.interfacesComplete ? "likely" : "proven";
  return passes(winner.gateway === LINK ? "leaves-directly" : "leaves-by-router", certainty);
}

// Beside a tunnel it is only a remark: the system's question may have gone through that.
function openSignIn({ findings }: Question): Finding | undefined {
  return findings.find(({ id, severity }) => id === "captive-network" && severity !== "info");
}

function leadsNowhere(question: Question, winner: Route, verdict: NextHopVerdict & { state: "dead" }): Judgement {
  const { certainty, evidence } = verdict;
  const code = evidence[0]?.code ?? "";
  const finding = findingAbout(question, winner)?.id ?? null;
  return fails(outcomeOf(winner, code, finding), errorOfDeadEnd(question, winner, code), {
    certainty,
    evidence,
    finding,
  });
}

function outcomeOf(winner: Route, code: string, finding: FindingId | null): Outcome {
  if (LINK_LOST.has(code)) return "link-lost";
  if (isDefault(winner)) return "stale-default";
  return finding === "gateway-pin-stale" ? "stale-pin" : "stale-route";
}

// macOS takes the source address from the row: with the old network it is gone, and connect() fails at once
// (macos-facts §2.3). Linux chooses a source anew and looks for the router on the link (measured).
function errorOfDeadEnd({ facts }: Question, winner: Route, code: string): ConnectError | null {
  const { os } = facts.snapshot;
  if (code === "next-hop-is-loopback") return errorOfSilence(os);
  if (os === "linux") return code === "source-address-gone" ? errorOfSilence(os) : errorOfUnansweredHop(facts, winner);
  if (isSourceHeld(facts, winner)) return LINK_LOST.has(code) ? null : errorOfUnansweredHop(facts, winner);
  const isAddressless = facts.interfaces.get(winner.interface ?? "")?.addresses.length === 0;
  return LINK_LOST.has(code) && !isAddressless ? null : errorAtOnce(os, "EADDRNOTAVAIL");
}

function errorOfUnansweredHop(facts: Facts, { gateway, interface: name }: Route): ConnectError {
  const { os, neighbours } = facts.snapshot;
  const remembered = valuesOf(neighbours).some(
    (entry) => entry.address === gateway && entry.interface === name && entry.linkAddress !== null,
  );
  return remembered ? errorOfLostNextHop(os) : errorOfSilentNextHop(os);
}

function isSourceHeld(facts: Facts, { source }: Route): boolean {
  if (source === null) return false;
  return [...facts.interfaces.values()].some(({ addresses }) => addresses.some(({ address }) => address === source));
}

// Without the ledger's proof the other router may let the packets through all the same.
function throughForeignRouter({ facts }: Question, winner: Route, { id, certainty, evidence }: Finding): Judgement {
  const { os } = facts.snapshot;
  const error = isKnownSilent(facts, winner, winner.gateway) ? errorOfSilentNextHop(os) : errorOfSilence(os);
  if (certainty === "suspected") return cannotTell("stale-pin", { error, evidence, finding: id });
  return fails("stale-pin", error, { certainty, evidence, finding: id });
}

// A failed search for a neighbour is no proof: the next connect looks for it anew, and it may have come back.
function silentNextHop({ facts, address }: Question, winner: Route): Judgement | null {
  const next = winner.gateway === LINK ? formatAddress({ ...address, zone: null }) : winner.gateway.replace(/%.*$/, "");
  if (!isKnownSilent(facts, winner, next)) return null;
  return cannotTell("next-hop-silent", {
    error: errorOfSilentNextHop(facts.snapshot.os),
    evidence: [codedText("neighbour-failed", { address: next, interface: winner.interface ?? "" })],
  });
}

function isKnownSilent({ snapshot }: Facts, route: Route, address: string): boolean {
  return valuesOf(snapshot.neighbours).some(
    (entry) => entry.address === address && entry.interface === route.interface && entry.state === "failed",
  );
}
