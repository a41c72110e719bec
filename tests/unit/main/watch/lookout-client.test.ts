import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { startLookout } from "../../../../electron/main/watch/lookout-client.ts";
import type { ThreadedLookout } from "../../../../electron/main/watch/lookout-client.ts";
import { EMPTY_HISTORY } from "../../../../shared/history/history.ts";
import { FakeClock } from "../../../support/fake-clock.ts";

const program = fileURLToPath(new URL("../../../support/lookout-double.mjs", import.meta.url));
const running: ThreadedLookout[] = [];

/** A lookout whose thread is a double, and what it told. */
function start() {
  const seen: unknown[] = [];
  const errors: unknown[] = [];
  const clock = new FakeClock();
  let started = 0;
  const lookout = startLookout({
    program,
    start: () => ({ history: EMPTY_HISTORY, boot: `start ${++started}` }),
    onSeen: (one) => seen.push(one),
    onError: (error) => errors.push(error),
    clock,
  });
  running.push(lookout);
  return { lookout, seen, errors, clock };
}

afterEach(() => Promise.all(running.splice(0).map((lookout) => lookout.stop())));

describe("the lookout in its thread", () => {
  it("has told what it saw when a look settles", async () => {
    const { lookout, seen } = start();
    await lookout.lookNow();
    expect(seen).toEqual([{ history: EMPTY_HISTORY, boot: "start 1" }]);
  });

  it("gives each question its own answer, in whatever order they come", async () => {
    const { lookout } = start();
    const answers = await Promise.all(["first", "second", "third"].map((text) => lookout.ask("way", text)));
    expect(answers.map((answer) => answer.ok && answer.value)).toEqual(["first", "second", "third"]);
  });

  it("hands on mistakes, and what another program has remembered", async () => {
    const { lookout, errors } = start();
    const history = { ...EMPTY_HISTORY, servers: ["203.0.113.9"] };
    lookout.learn(history);
    await expect.poll(() => errors).toEqual([history]);
  });

  it("fails what was asked when its thread breaks, says so, and starts another one after a while", async () => {
    const { lookout, seen, errors, clock } = start();
    const asked = lookout.ask("way", "first");
    lookout.sleep();
    await expect(asked).rejects.toThrow("the lookout's thread ended");
    expect(errors).toEqual([expect.objectContaining({ message: "the thread broke" })]);
    clock.advance(30_000);
    await lookout.lookNow();
    expect(seen).toEqual([{ history: EMPTY_HISTORY, boot: "start 2" }]);
  });

  it("is started again at once when it is asked to look", async () => {
    const { lookout, seen, clock } = start();
    lookout.sleep();
    await expect.poll(() => clock.waiting).toBe(1);
    await lookout.lookNow();
    expect(seen).toEqual([{ history: EMPTY_HISTORY, boot: "start 2" }]);
    expect(clock.waiting).toBe(0);
  });

  it("is not started again after it was stopped", async () => {
    const { lookout, clock } = start();
    await lookout.lookNow();
    lookout.sleep();
    await expect.poll(() => clock.waiting).toBe(1);
    await lookout.stop();
    expect(clock.waiting).toBe(0);
    await expect(lookout.lookNow()).rejects.toThrow("stopped");
  });

  it("has ended with all that it runs when its stop settles, and tells nothing of what it still sees", async () => {
    const { lookout, seen, errors, clock } = start();
    await lookout.lookNow();
    await lookout.stop();
    expect(errors).toEqual(["the thread's last word"]);
    expect(seen).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });

  it("is broken off when it does not end, and fails what was asked", async () => {
    const { lookout, clock } = start();
    const asked = lookout.ask("way", "for ever");
    const stopped = lookout.stop();
    clock.advance(3_000);
    await expect(asked).rejects.toThrow("the lookout's thread ended");
    await stopped;
  });
});
