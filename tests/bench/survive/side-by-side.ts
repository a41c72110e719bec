import type { Combination } from "./combinations.ts";
import { startFloor, startHelper, type Hand } from "./hands.ts";
import { measureSwitch, prepareNext, type Switched, type Track } from "./measure-switch.ts";
import { onTrack } from "./on-track.ts";

/** Switches with Holdfast and with the script that knows the answer. */
export interface SideBySide {
  readonly on: Switched[];
  readonly floor: Switched[];
}

/** So many switches of one kind before those of the other: what disturbs the machine meets both. */
const BLOCK = 5;

/** Measures both in one lab and one session, block after block. `say` is told how far it is. */
export async function measureSideBySide(
  combination: Combination,
  switches: number,
  say: (text: string) => void,
): Promise<SideBySide> {
  return onTrack(combination, async (track) => {
    const found: SideBySide = { on: [], floor: [] };
    const { lab, session } = track;
    while (found.floor.length < switches) {
      const count = Math.min(BLOCK, switches - found.floor.length);
      say(
        `${found.floor.length} of ${switches} switches, each with the script that knows the answer and with Holdfast`,
      );
      found.floor.push(...(await blockOf(count, track, await startFloor(lab, session.vpn.pid))));
      found.on.push(...(await blockOf(count, track, await startHelper(lab))));
    }
    return found;
  });
}

async function blockOf(count: number, track: Track, hand: Hand): Promise<Switched[]> {
  const found: Switched[] = [];
  while (found.length < count) {
    found.push(await measureSwitch(track));
    await prepareNext(track);
  }
  await hand.end();
  return found;
}
