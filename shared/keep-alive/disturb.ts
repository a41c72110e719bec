import type { KeepAliveReport } from "../contract/keep-alive.ts";
import type { Finding } from "../health/finding.ts";
import { named } from "./kept-clients.ts";
import type { KeepAliveLook } from "./look.ts";
import type { ClientMemory, Disturbed } from "./memory.ts";
import { carriedOver } from "./tries.ts";

/** A client about which something is found to be wrong; what was well is reported as disturbed, once. */
export function disturb(
  memory: ClientMemory,
  finding: Finding,
  look: KeepAliveLook,
): { memory: ClientMemory<Disturbed>; reports: KeepAliveReport[] } {
  const { phase, client, reported } = memory;
  const report: KeepAliveReport = { kind: "disturbed", client: named(client), finding: finding.id };
  return {
    memory: {
      ...memory,
      phase: phase.name === "disturbed" ? phase : beginning(phase.name === "steady" ? look.since : phase.since, look),
      tries: phase.name === "steady" ? carriedOver(memory.tries, look.now) : memory.tries,
      reported: reported ?? finding.id,
    },
    reports: reported === null ? [report] : [],
  };
}

/** The phase of trouble that began at `since` and may be put right at once. */
export function beginning(since: number, { now }: KeepAliveLook): Disturbed {
  return { name: "disturbed", since, notBefore: now, waiting: null };
}
