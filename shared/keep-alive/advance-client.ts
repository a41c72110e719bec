import type { WaitReason } from "../contract/keep-alive.ts";
import { connectionOf } from "../health/client-connection.ts";
import { act, after, quiet, RARELY, wait } from "./client-verdict.ts";
import type { ClientVerdict } from "./client-verdict.ts";
import { beginning, disturb } from "./disturb.ts";
import type { KeepAliveLook } from "./look.ts";
import { inPhase } from "./memory.ts";
import type { ClientMemory } from "./memory.ts";
import { connectionTroubleOf, pinTroubleOf, situationOf, uplinkFor } from "./trouble.ts";
import type { Trouble } from "./trouble.ts";
import { whileDisturbed } from "./while-disturbed.ts";
import { whileReconnecting } from "./while-reconnecting.ts";

/** Follows one client through one look. */
export function advanceClient(before: ClientMemory, look: KeepAliveLook): ClientVerdict {
  const memory = inSituation(before, look);
  const trouble = pinTroubleOf(look.facts, memory.client);
  if (trouble !== null) return onPinTrouble(memory, trouble, look);
  const { phase } = memory;
  switch (phase.name) {
    case "steady":
      return whileSteady(memory, look);
    case "disturbed":
      return whileDisturbed(inPhase(memory, phase), look);
    case "reconnecting":
      return whileReconnecting(inPhase(memory, phase), look);
    case "given-up":
      return whileGivenUp(memory, phase, look);
  }
}

// Another network is another chance.
function inSituation(memory: ClientMemory, look: KeepAliveLook): ClientMemory {
  const situation = situationOf(look.facts);
  if (situation === memory.situation) return memory;
  const { phase } = memory;
  const revived = phase.name === "given-up" ? beginning(phase.since, look) : phase;
  return { ...memory, situation, tries: [], phase: revived };
}

function onPinTrouble(before: ClientMemory, trouble: Trouble, look: KeepAliveLook): ClientVerdict {
  if (before.phase.name === "given-up") return quiet(before, RARELY);
  const { memory, reports } = disturb(before, trouble.finding, look);
  const why = obstacleTo(trouble, memory, look);
  return after(reports, why === null ? act(memory, trouble.finding, trouble.routes, look) : wait(memory, why, look));
}

function obstacleTo({ routes }: Trouble, { client }: ClientMemory, { facts }: KeepAliveLook): WaitReason | null {
  if (routes.length > 0) return null;
  return uplinkFor(facts, client) === "other-only" ? "other-family" : "no-router";
}

function whileSteady(before: ClientMemory, look: KeepAliveLook): ClientVerdict {
  const connection = connectionOf(look.facts, before.client);
  if (connection.state === "standing") return quiet({ ...before, connection: connection.name }, null);
  // A client that loses its server without proof that it was this machine's network is left to its own loop.
  const finding = connection.state === "lost" ? connectionTroubleOf(look.facts, before.client) : null;
  if (finding === null) return quiet(before, null);
  const { memory, reports } = disturb(before, finding, look);
  return after(reports, whileDisturbed(memory, look));
}

function whileGivenUp(memory: ClientMemory, { since }: { since: number }, look: KeepAliveLook): ClientVerdict {
  const connection = connectionOf(look.facts, memory.client);
  const isBack = connection.state === "standing" && connection.name !== memory.connection;
  return isBack ? whileDisturbed(inPhase(memory, beginning(since, look)), look) : quiet(memory, RARELY);
}
