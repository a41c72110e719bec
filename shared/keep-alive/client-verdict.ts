import type { KeepAliveReport, WaitReason } from "../contract/keep-alive.ts";
import { nudgeStep } from "../clients/nudge.ts";
import type { Finding } from "../health/finding.ts";
import type { Step } from "../repair/step.ts";
import { named } from "./kept-clients.ts";
import type { KeepAliveLook } from "./look.ts";
import { inPhase } from "./memory.ts";
import type { ClientMemory, Disturbed, Reconnecting } from "./memory.ts";
import { scriptRuns } from "./script-runs.ts";
import { countingTries, mayTryAgain } from "./tries.ts";
import { isCaptive } from "./trouble.ts";

/** What follows from one look for one client. */
export interface ClientVerdict {
  readonly memory: ClientMemory;
  /** A finding whose repair is to be carried out now, and nothing else of it; null when nothing is to be done. */
  readonly action: Finding | null;
  readonly reports: readonly KeepAliveReport[];
  /** Milliseconds after which to look again even if nothing happens; null when there is no need to. */
  readonly lookAgainIn: number | null;
}

/** Milliseconds until the next look where a script is about to end. */
export const POLL = 15;
/** Milliseconds between looks at a client that reconnects; packets out of its tunnel are noticed at once beside that. */
export const WHILE_RECONNECTING = 100;
/** Milliseconds between looks at a client that was given up. */
export const RARELY = 60_000;

/** Nothing is to be done or said. */
export function quiet(memory: ClientMemory, lookAgainIn: number | null): ClientVerdict {
  return { memory, action: null, reports: [], lookAgainIn };
}

/** Nothing is done for this reason, which is said once. */
export function wait(memory: ClientMemory<Disturbed>, why: WaitReason, { now }: KeepAliveLook): ClientVerdict {
  const { phase, client } = memory;
  const report: KeepAliveReport = { kind: "waiting", client: named(client), why };
  return {
    memory: inPhase(memory, { ...phase, waiting: why }),
    action: null,
    reports: why === phase.waiting ? [] : [report],
    lookAgainIn: waitingTime(why, phase, now),
  };
}

function waitingTime(why: WaitReason, { since, notBefore }: Disturbed, now: number): number {
  if (why === "script-running") return POLL;
  if (why === "back-off") return Math.max(POLL, notBefore - now);
  // What the kernel reports is looked at in any case; leases and sign-in pages come without a report.
  return now - since < 30_000 ? 1_000 : 15_000;
}

/**
 * Moves the routes, then asks the client to reconnect: unless its script is at work, which a signal would disturb
 * (openconnect-facts §1.1), and then it is asked at a later look.
 */
export function act(
  memory: ClientMemory<Disturbed>,
  finding: Finding,
  routes: readonly Step[],
  look: KeepAliveLook,
): ClientVerdict {
  const { client, phase } = memory;
  if (isCaptive(look.facts)) return wait(memory, "captive-network", look);
  if (look.now < phase.notBefore) return wait(memory, "back-off", look);
  if (!mayTryAgain(memory.tries, look.now)) return giveUp(memory);
  const asks = !scriptRuns(look.facts, client);
  if (!asks && routes.length === 0) return wait(memory, "script-running", look);
  const tries = [...countingTries(memory.tries, look.now), look.now];
  const next = asks ? inPhase(memory, reconnecting(memory, look, false)) : memory;
  return {
    memory: { ...next, tries, owesRequest: !asks },
    action: { ...finding, client, repair: [...routes, ...(asks ? nudgeStep(client) : [])] },
    reports: [],
    lookAgainIn: asks ? WHILE_RECONNECTING : POLL,
  };
}

/** The phase of a client that reconnects from now on. */
export function reconnecting(
  { client, phase }: ClientMemory<Disturbed>,
  look: KeepAliveLook,
  byItself: boolean,
): Reconnecting {
  const received = look.received.get(client.interface) ?? null;
  return { name: "reconnecting", since: phase.since, askedAt: look.now, byItself, received, standingSince: null };
}

/** Nothing more is done until the network changes or the client is back by itself. */
export function giveUp(memory: ClientMemory<Disturbed>): ClientVerdict {
  const { client, phase, tries } = memory;
  const report: KeepAliveReport = { kind: "gave-up", client: named(client), tries: tries.length };
  const next = inPhase(memory, { name: "given-up", since: phase.since });
  return { memory: next, action: null, reports: [report], lookAgainIn: RARELY };
}

/** The same with further reports before its own. */
export function after(reports: readonly KeepAliveReport[], verdict: ClientVerdict): ClientVerdict {
  return { ...verdict, reports: [...reports, ...verdict.reports] };
}
