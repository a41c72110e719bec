import { describe, expect, it } from "vitest";
import { observed } from "../../../shared/snapshot/part.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { ask } from "../../support/helper/ask.ts";
import { machineSeen } from "../../support/helper/after-roaming.ts";
import { withStaleRows } from "../../support/helper/kill-matrix.ts";
import { CAFE, laptopAt, neighbour, sessionAt, withNeighbour } from "../../support/same-subnet.ts";

const planned = async (snapshot: Snapshot) => (await ask(machineSeen(snapshot).host(), "plan", {})).entries;

/** What somebody on the network can bring about, or a bad network by itself: the router does not answer, nor does anybody else. */
const SILENCES: readonly (readonly [string, (seen: Snapshot) => Snapshot])[] = [
  ["the router does not answer", (seen) => withNeighbour(seen, neighbour(seen.os, CAFE.router, null, "failed"))],
  [
    "the router has not answered yet",
    (seen) => withNeighbour(seen, neighbour(seen.os, CAFE.router, null, "incomplete")),
  ],
  ["no neighbour is known", (seen) => ({ ...seen, neighbours: observed([]) })],
  [
    "another machine answers for the router",
    (seen) => withNeighbour(seen, neighbour(seen.os, CAFE.router, "02:00:00:00:00:cc")),
  ],
  ["no name server is known", (seen) => ({ ...seen, resolvers: observed([]) })],
];

describe.each(["linux", "darwin"] as const)("T-S1 silence on the network of a laptop on %s", (os) => {
  const laptops = [
    ["whose pin is left over", laptopAt(os, CAFE)],
    ["whose session lives", sessionAt(os, CAFE)],
  ] as const;

  it.each(
    laptops.flatMap(([whose, laptop]) => SILENCES.map(([what, silence]) => ({ whose, what, seen: silence(laptop) }))),
  )("$whose, where $what, proves nothing: no step is proposed", async ({ seen }) => {
    expect(await planned(seen)).toEqual([]);
  });

  it("that lasts until the client has given its connection up makes it be asked to try again, and touches no route", async () => {
    const seen = { ...sessionAt(os, CAFE), neighbours: observed([]), resolvers: observed([]), sockets: observed([]) };
    expect((await planned(seen)).map(({ step }) => step.op)).toEqual(["nudge-client"]);
  });

  it("is no proof, but that the network is not there any more is", async () => {
    const { entries } = await ask(withStaleRows(os, 1).host(), "plan", {});
    expect(entries.map(({ step }) => step.op)).toEqual(["delete-route"]);
  });
});
