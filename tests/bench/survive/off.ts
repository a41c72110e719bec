import { onTrack } from "./on-track.ts";
import type { Combination } from "./combinations.ts";
import { measureSwitch, takeBack, type Switched, type Track } from "./measure-switch.ts";
import { rescue } from "./session.ts";

/** So long a person may wait for the tunnel before it counts as lost until somebody helps. */
export const PATIENCE_MS = 60_000;

/** Switches without anybody's help. One that is not over within a minute is ended by hand. */
export async function measureOff(combination: Combination, switches: number): Promise<Switched[]> {
  return onTrack(combination, async (track) => {
    const found: Switched[] = [];
    while (found.length < switches) {
      const one = await measureSwitch(track, PATIENCE_MS);
      found.push(one);
      if (one.silence === null) await rescue(track.lab, track.session);
      // The next switch begins with a tunnel that carries something, whoever got it there.
      if (found.length < switches) await prepareNext(track);
    }
    return found;
  });
}

async function prepareNext(track: Track): Promise<void> {
  const isReady = await takeBack(track, PATIENCE_MS);
  if (!isReady) await rescue(track.lab, track.session);
}
