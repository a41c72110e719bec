import type { KeepAliveReport } from "../contract/keep-alive.ts";
import type { Facts } from "../health/facts.ts";
import type { Finding } from "../health/finding.ts";
import { valuesOf } from "../snapshot/part.ts";
import { advanceClient } from "./advance-client.ts";
import { POLL } from "./client-verdict.ts";
import { beginning } from "./disturb.ts";
import { clientsLeftAlone, keptClients, named } from "./kept-clients.ts";
import type { KeepableClient } from "./kept-clients.ts";
import type { KeepAliveLook } from "./look.ts";
import { firstSeen, inPhase } from "./memory.ts";
import type { ClientMemory, Memory } from "./memory.ts";

/** What follows from a look. */
export interface Verdict {
  readonly memory: Memory;
  /** Findings whose repairs are to be carried out now, all in one transaction. */
  readonly actions: readonly Finding[];
  readonly reports: readonly KeepAliveReport[];
  /** Milliseconds after which to look again even if nothing happens; null when there is no need to. */
  readonly lookAgainIn: number | null;
  /** Packets that had come out of the tunnels of clients that reconnect: to look again as soon as one has more. */
  readonly waitsForTraffic: ReadonlyMap<string, number>;
}

/**
 * What keep-alive does after one look: pure, so that every story can be told in a test. It writes nothing while nothing
 * is proven to be wrong, and asks for no further look while all is well.
 */
export function advance(memory: Memory, look: KeepAliveLook): Verdict {
  const all = [...memory.values()];
  const known = new Map(all.filter((one) => isRunning(one.client, look.facts)).map((one) => [one.client.pid, one]));
  const steps = keptClients(look.facts).map((client) =>
    advanceClient({ ...(known.get(client.pid) ?? firstSeen(client)), client }, look),
  );
  const next = new Map([...known, ...steps.map(({ memory: one }) => [one.client.pid, one] as const)]);
  const isSameList = [...memory.keys()].join() === [...next.keys()].join();
  return {
    memory: next,
    actions: steps.flatMap(({ action }) => action ?? []),
    reports: [
      ...all.filter(({ client }) => !known.has(client.pid)).flatMap(endOf),
      ...(isSameList ? [] : [watching(next, look.facts)]),
      ...steps.flatMap(({ reports }) => reports),
    ],
    lookAgainIn: soonest(steps.map(({ lookAgainIn }) => lookAgainIn)),
    waitsForTraffic: new Map([...next.values()].flatMap(silentTunnel)),
  };
}

function silentTunnel({ client, phase }: ClientMemory): [string, number][] {
  return phase.name === "reconnecting" && phase.received !== null ? [[client.interface, phase.received]] : [];
}

/** Which clients are kept, and which are not. */
export function watching(memory: Memory, facts: Facts): KeepAliveReport {
  const clients = [...memory.values()].map(({ client }) => named(client));
  return { kind: "watching", clients, left: clientsLeftAlone(facts) };
}

/** The memory after an action that was refused or did not work: it is tried again at once, and counts as a try. */
export function withFailedAction(memory: Memory, pids: readonly number[], look: KeepAliveLook): Memory {
  const failed = new Set(pids);
  const again = (one: ClientMemory): ClientMemory => {
    const since = one.phase.name === "steady" ? look.now : one.phase.since;
    const phase = { ...beginning(since, look), notBefore: look.now + POLL * 2 ** one.tries.length };
    return { ...inPhase(one, phase), owesRequest: true };
  };
  return new Map([...memory].map(([pid, one]) => [pid, failed.has(pid) ? again(one) : one]));
}

// A client whose tunnel is not configured at the moment is kept in mind as long as its process lives.
function isRunning({ pid, startedAt }: KeepableClient, { snapshot }: Facts): boolean {
  return valuesOf(snapshot.processes).some((process) => process.pid === pid && process.startedAt === startedAt);
}

// A client that ends after it was asked to reconnect was refused: the server rejected its cookie, gave another address or
// denies roaming, and each of these ends openconnect (openconnect-facts §1.3, §1.6).
function endOf({ client, phase, tries }: ClientMemory): KeepAliveReport[] {
  const wasAsked = phase.name === "reconnecting" ? !phase.byItself : phase.name !== "steady" && tries.length > 0;
  return wasAsked ? [{ kind: "refused", client: named(client) }] : [];
}

function soonest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
