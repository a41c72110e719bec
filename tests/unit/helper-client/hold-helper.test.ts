import { describe, expect, it } from "vitest";
import { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { holdHelper } from "../../../electron/helper-client/hold-helper.ts";
import type { KeepAliveReport } from "../../../shared/contract/keep-alive.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { helperInMemory } from "../../support/helper/helper-in-memory.ts";
import type { HelperInMemory } from "../../support/helper/helper-in-memory.ts";

const WATCHING: KeepAliveReport = { kind: "watching", clients: [], left: [] };

/** A helper that is held, and the pauses after its failures. */
function held() {
  const clock = new FakeClock();
  const helpers: HelperInMemory[] = [];
  const pauses: (number | null)[] = [];
  const holding = holdHelper({
    clock,
    connect: async () => {
      const helper = helperInMemory();
      helpers.push(helper);
      return helper.connection;
    },
    mayStartAgain: () => true,
    onReport: () => undefined,
    onFailure: (_error, pause) => void pauses.push(pause),
  });
  return {
    clock,
    helpers,
    pauses,
    letGo: () => holding.letGo(),
    /** Lets the newest report, live for so many milliseconds, and end. */
    async endAfter(milliseconds: number) {
      const count = pauses.length + 1;
      await expect.poll(() => helpers.length).toBe(count);
      helpers.at(-1)?.report(WATCHING);
      clock.advance(milliseconds);
      helpers.at(-1)?.end(new HelperFailure("helper-ended", { status: -1 }));
      await expect.poll(() => pauses.length).toBe(count);
      clock.advance(pauses.at(-1) ?? 0);
    },
  };
}

describe("a helper that is held", () => {
  it("is started again later and later when it ends soon after each beginning, although it reports", async () => {
    const { endAfter, pauses } = held();
    for (const milliseconds of [10, 10, 10]) await endAfter(milliseconds);
    expect(pauses).toEqual([1_000, 2_000, 4_000]);
  });

  it("is started again soon when it has worked for half a minute", async () => {
    const { endAfter, pauses } = held();
    for (const milliseconds of [10, 10, 30_000]) await endAfter(milliseconds);
    expect(pauses).toEqual([1_000, 2_000, 1_000]);
  });

  it("is not started again once it was let go", async () => {
    const { clock, helpers, letGo, pauses } = held();
    await expect.poll(() => helpers.length).toBe(1);
    await letGo();
    expect([helpers[0]?.isOpen(), clock.waiting, pauses]).toEqual([false, 0, []]);
  });
});
