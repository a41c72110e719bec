import { onTrack } from "./on-track.ts";
import type { Combination } from "./combinations.ts";
import { measureSwitch, prepareNext, type Switched } from "./measure-switch.ts";

/** Switches without anybody's help. One that is not over within a minute is ended by hand. */
export async function measureOff(combination: Combination, switches: number): Promise<Switched[]> {
  return onTrack(combination, async (track) => {
    const found: Switched[] = [];
    while (found.length < switches) {
      found.push(await measureSwitch(track));
      if (found.length < switches) await prepareNext(track);
    }
    return found;
  });
}
