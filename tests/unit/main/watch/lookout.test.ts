import { describe, expect, it } from "vitest";
import type { Observer } from "../../../../electron/observe/observer.ts";
import { createLookout } from "../../../../electron/main/watch/lookout.ts";
import type { Lookout, Seen } from "../../../../electron/main/watch/lookout.ts";
import { HELPER_LIMITS } from "../../../../shared/contract/helper-limits.ts";
import { failed } from "../../../../shared/contract/result.ts";
import { EMPTY_HISTORY } from "../../../../shared/history/history.ts";
import type { Capture } from "../../../../shared/capture/capture.ts";
import { printedTables } from "../../../bench/core/printed-table.ts";
import { machineIn } from "../../../bench/core/worlds.ts";
import { recordedCapture } from "../../../captures/recorded-captures.ts";
import { NOON, TEST_IDENTITY } from "../../../support/judged.ts";

const STALE_PIN = "05-third-state-stale-pin";
const HEALTHY = "04-seed-healthy-reconstructed";

/** A lookout on machines that are there one look after the other, and what it told. It looks only when it is asked to. */
function lookoutOn(...captures: readonly Capture[]) {
  const left = [...captures];
  const seen: Seen[] = [];
  const paces: string[] = [];
  const observer: Observer = {
    capture: async () => left.shift() ?? Promise.reject(new Error("there is no further machine")),
    changes: () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) }),
    setPace: (pace) => paces.push(pace),
    hint: (reason) => paces.push(`hint ${reason}`),
  };
  let entries = 0;
  const lookout = createLookout({
    observer,
    identity: TEST_IDENTITY,
    history: EMPTY_HISTORY,
    nextId: () => `entry-${++entries}`,
    onSeen: (one) => seen.push(one),
    onError: () => undefined,
  });
  return { lookout, seen, paces };
}

const recorded = (name: string, takenAt = NOON): Capture => ({ ...recordedCapture(name).capture, takenAt });

async function afterFirstLook(capture: Capture): Promise<{ lookout: Lookout; seen: Seen }> {
  const { lookout, seen } = lookoutOn(capture);
  await expect.poll(() => seen.length).toBe(1);
  lookout.stop();
  const [first] = seen;
  if (first === undefined) throw new Error("it has looked");
  return { lookout, seen: first };
}

describe("a lookout", () => {
  it("looks by itself, and tells the verdict, the plan and that its watch began", async () => {
    const { seen } = await afterFirstLook(recorded(STALE_PIN));
    expect(seen.observation.assessment.findings.map(({ id }) => id)).toEqual(["gateway-pin-stale"]);
    expect(seen.observation.plan.steps).toHaveLength(1);
    expect(seen.observation.at).toBe(NOON);
    expect(seen.entry?.events).toContainEqual({ kind: "began" });
  });

  it("keeps the snapshot to itself", async () => {
    const { seen } = await afterFirstLook(recorded(STALE_PIN));
    expect(Object.keys(seen.observation).toSorted()).toEqual(["assessment", "at", "moreFindings", "plan", "tunnels"]);
  });

  it("can be handed from thread to thread with all that it tells", async () => {
    const { seen } = await afterFirstLook(recorded(HEALTHY));
    expect(structuredClone(seen)).toEqual(seen);
  });

  it("tells what changed from one look to the next", async () => {
    const { lookout, seen } = lookoutOn(recorded(HEALTHY), recorded(STALE_PIN, "2026-03-02T12:00:05.000Z"));
    await expect.poll(() => seen.length).toBe(1);
    await lookout.lookNow();
    lookout.stop();
    expect(seen[1]?.entry?.state).toEqual({ before: "up", after: seen[1]?.observation.assessment.state });
    expect(seen[1]?.entry?.events).toContainEqual(expect.objectContaining({ finding: "gateway-pin-stale" }));
  });

  it("lets no older look take the place of a newer one", async () => {
    const { lookout, seen } = lookoutOn(recorded(HEALTHY), recorded(STALE_PIN, "2026-03-02T11:59:59.000Z"));
    await expect.poll(() => seen.length).toBe(1);
    await lookout.lookNow();
    lookout.stop();
    expect(seen).toHaveLength(1);
  });

  it("answers questions about the last look, and none before the first", async () => {
    const { lookout } = lookoutOn();
    lookout.stop();
    expect(await lookout.ask("way", "1.1.1.1")).toEqual(failed("not-looked-yet"));
    const looked = await afterFirstLook(recorded(STALE_PIN));
    const routes = await looked.lookout.ask("routes", { search: "222.66.117.109", filter: "all", limit: 10 });
    expect(routes).toMatchObject({ ok: true, value: { rows: [{ mark: { finding: "gateway-pin-stale" } }] } });
  });

  it("hands on no more findings and steps than a repair can take, and counts the others", async () => {
    const { planSteps } = HELPER_LIMITS;
    const size = planSteps + 200;
    const { seen, lookout } = await afterFirstLook({
      ...printedTables(machineIn("mixed", "linux", size * 10)),
      takenAt: NOON,
    });
    expect(seen.observation.assessment.findings).toHaveLength(planSteps);
    expect(seen.observation.moreFindings).toBe(200);
    expect(seen.observation.plan.steps.length).toBeLessThanOrEqual(planSteps);
    const marked = await lookout.ask("routes", { search: "", filter: "marked", limit: 1 });
    expect(marked).toMatchObject({ ok: true, value: { counts: { marked: size } } });
  });

  it("rests while the machine sleeps and looks again when it wakes", async () => {
    const { lookout, paces } = lookoutOn();
    lookout.sleep();
    lookout.wake();
    lookout.stop();
    expect(paces).toEqual(["paused", "slow", "hint woke"]);
  });

  it("rejects a look that fails, and goes on", async () => {
    const { lookout, seen } = lookoutOn(recorded(HEALTHY));
    await expect.poll(() => seen.length).toBe(1);
    await expect(lookout.lookNow()).rejects.toThrow("there is no further machine");
    lookout.stop();
  });

  it("looks anew for a report, and hands on no address of the machine", async () => {
    const { lookout, seen } = lookoutOn(recorded(HEALTHY), recorded(STALE_PIN));
    await expect.poll(() => seen.length).toBe(1);
    const report = await lookout.redacted();
    lookout.stop();
    expect(report).toMatchObject({ ok: true, value: { capture: { os: "darwin" }, summary: { users: 1 } } });
    expect(JSON.stringify(report)).toContain("UGHS");
    expect(JSON.stringify(report)).not.toContain("222.66.117.109");
    expect(seen).toHaveLength(1);
  });
});
