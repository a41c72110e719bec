import { codedText } from "../snapshot/coded-text.ts";
import type { Route } from "../snapshot/route.ts";
import type { OperatingSystem } from "../snapshot/snapshot.ts";
import { errorAtOnce, errorOfSilence } from "./connect-errors.ts";
import type { ConnectError, Outcome } from "./preflight-report.ts";
import { fails, findingAbout } from "./question.ts";
import type { Judgement, Question } from "./question.ts";

/** The winning row keeps the packet back: a blackhole, a refusal, or a device that leads nowhere. */
export function judgeRefusal(question: Question): Judgement | null {
  const { winner } = question.contest;
  if (winner === null) return null;
  const kept = keptBack(winner, question.facts.snapshot.os) ?? intoDummy(question, winner);
  if (kept === null) return null;
  const finding = findingAbout(question, winner);
  return fails(kept.outcome, kept.error, { evidence: [kept.evidence], finding: finding?.id ?? null });
}

interface KeptBack {
  readonly outcome: Outcome;
  readonly error: ConnectError;
  readonly evidence: ReturnType<typeof codedText>;
}

// The errors of Linux were measured; Darwin drops silently what a row with flag B takes, and answers for one with R.
function keptBack({ type, destination }: Route, os: OperatingSystem): KeptBack | null {
  const evidence = codedText("route-type", { type, destination });
  if (type === "blackhole")
    return { outcome: "dropped", error: os === "linux" ? errorAtOnce(os, "EINVAL") : errorOfSilence(os), evidence };
  if (type === "unreachable") return { outcome: "refused-here", error: errorAtOnce(os, "EHOSTUNREACH"), evidence };
  return type === "prohibit" ? { outcome: "refused-here", error: errorAtOnce(os, "EACCES"), evidence } : null;
}

// Kill switches lead the default into a device of kind `dummy`, which drops all that it is given (capture 247).
function intoDummy({ facts }: Question, { interface: name }: Route): KeptBack | null {
  if (name === null || facts.interfaces.get(name)?.kind !== "dummy") return null;
  const evidence = codedText("into-dummy", { interface: name });
  return { outcome: "dropped", error: errorOfSilence(facts.snapshot.os), evidence };
}
