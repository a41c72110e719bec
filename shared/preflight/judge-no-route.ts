import { connectedInterfaces } from "../health/uplink.ts";
import { isDefault } from "../network/route-prefix.ts";
import { codedText } from "../snapshot/coded-text.ts";
import { isComplete } from "../snapshot/part.ts";
import type { Rule } from "../snapshot/interface.ts";
import { errorAtOnce } from "./connect-errors.ts";
import type { Errno } from "./connect-errors.ts";
import type { Outcome } from "./preflight-report.ts";
import { cannotTell, fails } from "./question.ts";
import type { Judgement, Question } from "./question.ts";

/** What a rule of Linux with this action lets connect() return (measured). */
const ERRORS: Readonly<Record<string, Errno>> = {
  unreachable: "ENETUNREACH",
  prohibit: "EACCES",
  blackhole: "EINVAL",
};

/** No row takes the address: a policy rule refuses it, or there is no way to begin with. */
export function judgeNoRoute(question: Question): Judgement | null {
  const { facts, address, contest, findings } = question;
  const { os, routes } = facts.snapshot;
  if (contest.winner !== null) return null;
  if (contest.refusal !== null) return refusedByRule(question, contest.refusal);
  if (!isComplete(routes[address.family])) return cannotTell("unknown", { evidence: [codedText("table-in-part")] });
  const missing = findings.find(({ id }) => id === "default-route-missing");
  const finding = address.family === "inet" ? (missing?.id ?? null) : null;
  const certainty = missing?.certainty ?? (facts.interfacesComplete ? "proven" : "likely");
  return fails(whyNone(question), errorAtOnce(os, "ENETUNREACH"), { certainty, finding });
}

function refusedByRule({ facts }: Question, { action, priority }: Rule): Judgement {
  const error = errorAtOnce(facts.snapshot.os, ERRORS[action ?? ""] ?? "ENETUNREACH");
  const evidence = [codedText("rule-refuses", { priority, action: action ?? "" })];
  return fails(action === "blackhole" ? "dropped" : "refused-here", error, { evidence });
}

function whyNone({ facts, address, contest }: Question): Outcome {
  if (contest.losers.some(({ route }) => route.scoped && isDefault(route))) return "only-scoped-default";
  if (!facts.interfacesComplete || connectedInterfaces(facts, address.family).length > 0) return "no-route";
  if (address.family === "inet6") return connectedInterfaces(facts, "inet").length > 0 ? "no-inet6" : "no-network";
  return connectedInterfaces(facts, "inet6").length > 0 ? "inet6-only-network" : "no-network";
}
