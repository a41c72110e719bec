import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { quitAfter } from "../../../electron/main/quit.ts";

/** An app that can be asked to quit, and what came of it. */
function appThatEnds(end: () => Promise<void>) {
  const exits: number[] = [];
  const errors: unknown[] = [];
  const emitter = new EventEmitter();
  const app = Object.assign(emitter, { exit: (code = 0) => exits.push(code) });
  quitAfter(app as never, end, (error) => errors.push(error));
  const quit = () => {
    let prevented = false;
    emitter.emit("before-quit", { preventDefault: () => (prevented = true) });
    return prevented;
  };
  return { quit, exits, errors };
}

describe("quitting", () => {
  it("waits until what the app runs has ended", async () => {
    let finish = () => {};
    const running = new Promise<void>((resolve) => (finish = resolve));
    const { quit, exits } = appThatEnds(() => running);
    expect(quit()).toBe(true);
    expect(exits).toEqual([]);
    finish();
    await expect.poll(() => exits).toEqual([0]);
  });

  it("ends things once, however often it is asked", async () => {
    let ends = 0;
    const { quit, exits } = appThatEnds(async () => void ends++);
    expect([quit(), quit()]).toEqual([true, true]);
    await expect.poll(() => exits).toEqual([0]);
    expect(ends).toBe(1);
  });

  it("ends the app also when something cannot be ended, and says so", async () => {
    const { quit, exits, errors } = appThatEnds(() => Promise.reject(new Error("disk full")));
    quit();
    await expect.poll(() => exits).toEqual([0]);
    expect(errors).toEqual([new Error("disk full")]);
  });
});
