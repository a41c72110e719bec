import { makeBareRoom } from "../../lab/helper/network-room.ts";
import type { NetworkRoom } from "../../lab/helper/network-room.ts";
import { leaveStaleRoutes } from "../../lab/helper/stale-routes.ts";
import type { RouteWords } from "../../lab/helper/stale-routes.ts";
import { mediansOf, spreadOf, spreadsOf } from "./figures.ts";
import type { CleanFigures } from "./figures.ts";
import type { Phases } from "./phases.ts";
import { cleanByBatch, cleanByHelper, cleanByLoop, phasesOfHelper } from "./ways.ts";
import type { HelperTimes } from "./ways.ts";

/** Routes of each table, stale and living: so that what a look costs is the same in all cases. */
const ROUTES = 1_000;

/** What was measured of one case, a value for each round. */
interface Measured {
  readonly helper: HelperTimes[];
  readonly phases: Phases[];
  readonly batch: number[];
  readonly loop: number[];
}

type Way = (measured: Measured, room: NetworkRoom, stale: readonly RouteWords[]) => Promise<unknown>;

const WAYS: readonly Way[] = [
  async ({ helper }, room, stale) => helper.push(await cleanByHelper(room, stale.length)),
  async ({ batch }, room, stale) => batch.push(await cleanByBatch(room, stale)),
  async ({ loop }, room, stale) => loop.push(await cleanByLoop(room, stale)),
  async ({ phases }, room, stale) => phases.push(await phasesOfHelper(room, stale.length)),
];

/**
 * Removes these numbers of stale routes in so many rounds, in each way once per round and in a new network namespace each
 * time; in every round another way is the first.
 */
export async function measureAll(amounts: readonly number[], rounds: number): Promise<CleanFigures[]> {
  const cases = amounts.map((stale) => ({
    stale,
    measured: { helper: [], phases: [], batch: [], loop: [] } as Measured,
  }));
  for (let round = 0; round < rounds; round++) {
    for (const { stale, measured } of cases) {
      const first = round % WAYS.length;
      for (const way of [...WAYS.slice(first), ...WAYS.slice(0, first)]) await inNewRoom(way, stale, measured);
    }
  }
  return cases.map(({ stale, measured: { helper, phases, batch, loop } }) => ({
    stale,
    helper: spreadsOf(helper),
    phases: mediansOf(phases),
    batch: spreadOf(batch),
    loop: spreadOf(loop),
  }));
}

async function inNewRoom(way: Way, stale: number, measured: Measured): Promise<void> {
  const room = await makeBareRoom();
  try {
    const left = await leaveStaleRoutes(room, { stale, living: ROUTES - stale });
    const before = await countOf(room);
    await way(measured, room, left);
    // Whoever removed more or less than that did something else.
    const gone = before - (await countOf(room));
    if (gone !== stale) throw new Error(`${gone} of ${stale} routes are gone`);
  } finally {
    await room.remove();
  }
}

async function countOf(room: NetworkRoom): Promise<number> {
  // Of IPv6 the kernel adds rows of its own when the link comes up.
  return (await room.ip("-4", "route", "show")).split("\n").length;
}
