import { describe, expect, it } from "vitest";
import type { KeepAliveStatus } from "../../../../shared/contract/keep-alive-status.ts";
import { DEFAULT_SETTINGS } from "../../../../shared/contract/settings.ts";
import { CLIENT, instant, LOOKS, told } from "../../../support/announcing.ts";
import type { Step } from "../../../support/announcing.ts";

const atHome = (at: number): Step => ({ at, look: LOOKS.home });
const onHotSpot = (at: number): Step => ({ at, look: LOOKS.recovering });
const RESTORING: KeepAliveStatus = { state: "restoring", client: CLIENT, waiting: null };
const back = (at: number): Step => ({
  at,
  keepAlive: { state: "back", client: CLIENT, silence: 200, at: instant(at) },
});
const restoring = (at: number): Step => ({ at, keepAlive: RESTORING });

const kinds = (...steps: Step[]) => told(...steps).filter((kind) => kind !== "" && kind !== "taken back");

describe("a network that flaps", () => {
  it("is told once a minute at most", () => {
    const steps = [atHome(0), onHotSpot(10), atHome(40), onHotSpot(69), atHome(70), onHotSpot(100), atHome(131)];
    expect(told(...steps)).toEqual(["", "network-changed", "taken back", "", "network-changed", "", "network-changed"]);
  });

  it("is told at once when nothing was shown before, though it had changed", () => {
    const muted: Step = { settings: { ...DEFAULT_SETTINGS, mutedTopics: ["network-changed"] } };
    expect(kinds({ ...atHome(0), ...muted }, onHotSpot(10), { ...atHome(20), settings: DEFAULT_SETTINGS })).toEqual([
      "network-changed",
    ]);
  });

  it("is told with and without keep-alive as one", () => {
    expect(kinds(atHome(0), onHotSpot(10), { ...restoring(20), look: LOOKS.home })).toEqual(["network-changed"]);
  });

  it("lets keep-alive say every half minute at most that the VPN is back", () => {
    expect(told(atHome(0), back(10), restoring(20), back(39), restoring(39.5), back(40))).toEqual([
      "",
      "kept-alive-back",
      "",
      "",
      "",
      "kept-alive-back",
    ]);
  });

  it("leaves no promise on the screen that was kept without a word", () => {
    const kept = { ...onHotSpot(20), keepAlive: RESTORING };
    const up = { ...LOOKS.home, assessment: { ...LOOKS.home.assessment, network: LOOKS.stuck.assessment.network } };
    const steps = [atHome(0), back(1), kept, { ...back(21), look: up }, { at: 36 }];
    expect(told(...steps)).toEqual(["", "kept-alive-back", "network-changed-kept", "", "taken back"]);
  });

  it("never keeps a block back", () => {
    const stuck = (at: number): Step => ({ at, look: LOOKS.stuck });
    const shown = kinds(atHome(0), stuck(1), atHome(2), stuck(3), atHome(4), stuck(5));
    expect(shown.filter((kind) => kind === "vpn-blocked-alive")).toHaveLength(3);
  });

  it("never keeps back how keep-alive ended otherwise", () => {
    const gaveUp = (at: number): Step => ({ at, keepAlive: { state: "gave-up", client: CLIENT, tries: 5 } });
    const refused = (at: number): Step => ({ at, keepAlive: { state: "refused", client: CLIENT } });
    const steps = [atHome(0), gaveUp(1), restoring(2), gaveUp(3), refused(4), restoring(5), refused(6)];
    expect(kinds(...steps)).toEqual([
      "kept-alive-gave-up",
      "kept-alive-gave-up",
      "kept-alive-refused",
      "kept-alive-refused",
    ]);
  });

  it("is told although the clock was set back", () => {
    expect(kinds(atHome(0), onHotSpot(7_200), atHome(10))).toEqual(["network-changed", "network-changed"]);
  });
});
