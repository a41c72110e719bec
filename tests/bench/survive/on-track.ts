import { createLab } from "../../lab/lab.ts";
import { waitUntil } from "../../lab/room/wait-until.ts";
import { innerHostAnswers } from "../../lab/vpn/ping.ts";
import { startPings } from "../../lab/vpn/pings.ts";
import { CHANGES } from "./changes.ts";
import type { Combination } from "./combinations.ts";
import type { Track } from "./measure-switch.ts";
import { beginSession } from "./session.ts";

const PING_EVERY_MS = 20;

/** Builds a lab for a combination, connects, begins to ping, does the work and removes all of it. */
export async function onTrack<Result>(
  { script, change }: Combination,
  work: (track: Track) => Promise<Result>,
): Promise<Result> {
  const lab = await createLab();
  try {
    const changing = await CHANGES[change](lab);
    const session = await beginSession(lab, script);
    await waitUntil("the tunnel carries something", 10_000, () => innerHostAnswers(lab));
    const pings = startPings(lab, PING_EVERY_MS);
    const result = await work({ lab, session, pings, change: changing });
    await pings.end();
    return result;
  } finally {
    await lab.destroy();
  }
}
