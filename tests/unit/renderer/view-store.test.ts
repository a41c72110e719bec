import { describe, expect, it } from "vitest";
import { viewStateOf } from "../../../electron/main/view-state-of.ts";
import { createViewStore } from "../../../renderer/store/view-store.ts";
import { createClient } from "../../../shared/contract/client.ts";
import { bridgeDouble } from "../../support/bridge-double.ts";
import { modelAfter, recordedSnapshot } from "../../support/judged.ts";

function setUp() {
  const double = bridgeDouble();
  const client = createClient(double.bridge, (name) => {
    throw new Error(`bad push ${name}`);
  });
  return { double, store: createViewStore(client) };
}

const model = modelAfter(recordedSnapshot("05-third-state-stale-pin"));

describe("the popover's store", () => {
  it("holds nothing before the first push, then the newest view state, whole", () => {
    const { double, store } = setUp();
    expect(store.getState().view).toBeNull();
    double.push("viewState", viewStateOf(model, 1));
    double.push("viewState", viewStateOf({ ...model, activity: "repairing" }, 2));
    expect(store.getState().view).toEqual(viewStateOf({ ...model, activity: "repairing" }, 2));
  });

  it("leaves out a view state that is older than the one it holds", () => {
    const { double, store } = setUp();
    double.push("viewState", viewStateOf(model, 2));
    double.push("viewState", viewStateOf({ ...model, activity: "repairing" }, 1));
    expect(store.getState().view?.activity).toBe("idle");
  });

  it("notices being led to the same view twice", () => {
    const { double, store } = setUp();
    double.push("open", { view: "settings" });
    const first = store.getState().open;
    double.push("open", { view: "settings" });
    expect(store.getState().open).not.toEqual(first);
  });

  it("notices being led to the same finding twice", () => {
    const { double, store } = setUp();
    double.push("reveal", { finding: "gateway-pin-stale" });
    const first = store.getState().reveal;
    double.push("reveal", { finding: "gateway-pin-stale" });
    expect(store.getState().reveal).not.toEqual(first);
  });
});
