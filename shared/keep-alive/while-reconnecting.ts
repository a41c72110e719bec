import type { KeepAliveReport } from "../contract/keep-alive.ts";
import { connectionOf } from "../health/client-connection.ts";
import type { ClientConnection } from "../health/client-connection.ts";
import { giveUp, quiet, wait, WHILE_RECONNECTING } from "./client-verdict.ts";
import type { ClientVerdict } from "./client-verdict.ts";
import { named } from "./kept-clients.ts";
import type { KeepAliveLook } from "./look.ts";
import { inPhase, settled } from "./memory.ts";
import type { ClientMemory, Disturbed, Reconnecting } from "./memory.ts";
import { mayTryAgain, pauseAfter } from "./tries.ts";

/** Milliseconds to wait for a new connection before a try counts as in vain. */
const PATIENCE = 5_000;
/** The same for a client that calls its server: the kernel repeats a call after 1, 3 and 7 seconds. */
const PATIENCE_WHILE_CALLING = 8_000;
/** A connection that stands for so many milliseconds is one: a server that does not take the session back ends it sooner. */
const PROVEN_AFTER = 1_500;

/** A client that reconnects: whether it is back, still on its way, or tried in vain. */
export function whileReconnecting(before: ClientMemory<Reconnecting>, look: KeepAliveLook): ClientVerdict {
  const connection = connectionOf(look.facts, before.client);
  const isNew = connection.state === "standing" && connection.name !== before.connection;
  const memory = inPhase(before, {
    ...before.phase,
    standingSince: isNew ? (before.phase.standingSince ?? look.now) : null,
  });
  const end = endOf(memory, connection, look);
  if (end !== null)
    return { memory: settled(memory, nameOf(connection)), action: null, reports: [end], lookAgainIn: null };
  const waited = look.now - memory.phase.askedAt;
  const patience = connection.state === "calling" ? PATIENCE_WHILE_CALLING : PATIENCE;
  return isNew || waited < patience ? quiet(memory, pollAfter(waited)) : inVain(memory, look);
}

function endOf(
  { client, phase }: ClientMemory<Reconnecting>,
  connection: ClientConnection,
  { now, received }: KeepAliveLook,
): KeepAliveReport | null {
  const { since, askedAt, byItself, standingSince } = phase;
  const back = (at: number, seenBy: "traffic" | "connection" | "process"): KeepAliveReport => {
    return { kind: "back", client: named(client), silence: Math.round(at - since), seenBy, byItself };
  };
  const count = received.get(client.interface);
  const hasReceived = count !== undefined && phase.received !== null && count > phase.received;
  if (hasReceived && (standingSince !== null || connection.state === "unknown")) return back(now, "traffic");
  if (standingSince !== null && now - standingSince >= PROVEN_AFTER) return back(standingSince, "connection");
  return connection.state === "unknown" && now - askedAt >= PATIENCE ? back(askedAt, "process") : null;
}

function nameOf(connection: ClientConnection): string | null {
  return connection.state === "standing" ? connection.name : null;
}

function inVain(memory: ClientMemory<Reconnecting>, look: KeepAliveLook): ClientVerdict {
  const notBefore = look.now + pauseAfter(memory.tries, look.now);
  const phase: Disturbed = { name: "disturbed", since: memory.phase.since, notBefore, waiting: null };
  const disturbed = { ...inPhase(memory, phase), owesRequest: true };
  return mayTryAgain(memory.tries, look.now) ? wait(disturbed, "back-off", look) : giveUp(disturbed);
}

function pollAfter(waited: number): number {
  return waited < 5_000 ? WHILE_RECONNECTING : 500;
}
