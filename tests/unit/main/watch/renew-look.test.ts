import { describe, expect, it } from "vitest";
import { createModel } from "../../../../electron/main/model.ts";
import { renewLook } from "../../../../electron/main/watch/renew-look.ts";
import { modelAfter, NOON, recordedSnapshot } from "../../../support/judged.ts";

const noon = Date.parse(NOON);

/** How often it is looked when the popover opens so many milliseconds after the look of noon. */
async function looksAfter(milliseconds: number, known = true, works = true): Promise<[number, unknown[]]> {
  const model = createModel(modelAfter(recordedSnapshot("04-seed-healthy-reconstructed")));
  model.setState(modelAfter(recordedSnapshot("04-seed-healthy-reconstructed")));
  if (!known) model.setState({ observation: null });
  let looks = 0;
  const mistakes: unknown[] = [];
  renewLook({
    model,
    look: async () => {
      looks += 1;
      if (!works) throw new Error("the lookout's thread ended");
    },
    onError: (error) => mistakes.push(error),
    clock: { now: () => noon + milliseconds },
  });
  await new Promise(setImmediate);
  return [looks, mistakes];
}

describe("who opens the popover", () => {
  it("has the machine looked at again when the last look is half a minute ago", async () => {
    expect(await looksAfter(29_999)).toEqual([0, []]);
    expect(await looksAfter(30_000)).toEqual([1, []]);
  });

  it("waits for the first look when there is none", async () => {
    expect(await looksAfter(90_000, false)).toEqual([0, []]);
  });

  it("is not kept from it by a look that fails, which is noted", async () => {
    expect(await looksAfter(90_000, true, false)).toEqual([1, [new Error("the lookout's thread ended")]]);
  });
});
