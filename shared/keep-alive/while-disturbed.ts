import { connectionOf } from "../health/client-connection.ts";
import type { Finding } from "../health/finding.ts";
import { act, after, POLL, reconnecting, wait } from "./client-verdict.ts";
import type { ClientVerdict } from "./client-verdict.ts";
import { named } from "./kept-clients.ts";
import type { KeepAliveLook } from "./look.ts";
import { inPhase, settled } from "./memory.ts";
import type { ClientMemory, Disturbed } from "./memory.ts";
import { unknownRoutersOf } from "./routers-to-ask-for.ts";
import { connectionTroubleOf, uplinkFor } from "./trouble.ts";
import { whileReconnecting } from "./while-reconnecting.ts";

/** A client whose way is right again, or always was: what becomes of its connection. */
export function whileDisturbed(memory: ClientMemory<Disturbed>, look: KeepAliveLook): ClientVerdict {
  const connection = connectionOf(look.facts, memory.client);
  const isNew = connection.state === "standing" && connection.name !== memory.connection;
  // A call that is on its way is not broken off, unless it was begun on a way that has been moved since.
  const isCalling = connection.state === "calling" && !memory.owesRequest;
  if (isNew || isCalling) {
    const next = inPhase(memory, reconnecting(memory, look, memory.tries.length === 0));
    const report = { kind: "waiting", client: named(memory.client), why: "reconnecting-by-itself" } as const;
    return after(isCalling ? [report] : [], whileReconnecting(next, look));
  }
  if (connection.state === "standing" && !memory.owesRequest) return undisturbed(memory, connection.name, look);
  if (uplinkFor(look.facts, memory.client) !== "there") return wait(memory, "no-router", look);
  if (isRouterStillUnknown(memory, look)) return { ...wait(memory, "no-router", look), lookAgainIn: POLL };
  return act(memory, connectionTroubleOf(look.facts, memory.client) ?? silent(memory), [], look);
}

/** Milliseconds in which a router answers for sure that is there. */
const ROUTER_ANSWERS_WITHIN = 1_000;

// Whether the pin was made for another router shows in a moment: a client that is asked before its way is right only gives
// up sooner (openconnect-facts §7.1).
function isRouterStillUnknown({ client, phase }: ClientMemory<Disturbed>, { facts, now }: KeepAliveLook): boolean {
  return now - phase.since < ROUTER_ANSWERS_WITHIN && unknownRoutersOf(facts, client).length > 0;
}

// The laptop came back, or somebody put the pin right, before anything was done: the session never broke.
function undisturbed(memory: ClientMemory<Disturbed>, connection: string, { now }: KeepAliveLook): ClientVerdict {
  const { client, phase } = memory;
  const silence = Math.round(now - phase.since);
  return {
    memory: settled(memory, connection),
    action: null,
    reports: [{ kind: "back", client: named(client), silence, seenBy: "connection", byItself: true }],
    lookAgainIn: null,
  };
}

/** The reason to ask a client whose pin was moved and whose sockets tell nothing. */
function silent({ client, reported }: ClientMemory): Finding {
  return {
    id: reported ?? "client-stuck",
    severity: "error",
    certainty: "proven",
    route: null,
    client,
    evidence: [],
    args: { client: client.kind, interface: client.interface },
    repair: [],
  };
}
