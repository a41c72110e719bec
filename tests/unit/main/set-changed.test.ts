import { describe, expect, it } from "vitest";
import { createModel } from "../../../electron/main/model.ts";
import { setChanged } from "../../../electron/main/set-changed.ts";
import { modelAfter, recordedSnapshot } from "../../support/judged.ts";

describe("what is looked up again", () => {
  it("tells nobody when it is as before, and everybody once when some of it is otherwise", () => {
    const model = createModel(modelAfter(recordedSnapshot("02-seed-after-switch-clean")));
    let told = 0;
    model.subscribe(() => (told += 1));
    setChanged(model, { helper: { state: "ready" }, startsAtLogin: false });
    expect(told).toBe(0);
    setChanged(model, { helper: { state: "installed" }, startsAtLogin: false });
    expect([told, model.getState().helper]).toEqual([1, { state: "installed" }]);
  });
});
