import { describe, expect, it } from "vitest";
import type { KeepAliveStatus } from "../../../../shared/contract/keep-alive-status.ts";
import { DEFAULT_SETTINGS } from "../../../../shared/contract/settings.ts";
import type { NoticeTopic } from "../../../../shared/contract/settings.ts";
import { CLIENT, instant, LOOKS, told } from "../../../support/announcing.ts";
import type { Step } from "../../../support/announcing.ts";

const [home, recovering, stuck] = [{ look: LOOKS.home }, { look: LOOKS.recovering }, { look: LOOKS.stuck }];
const RESTORING: KeepAliveStatus = { state: "restoring", client: CLIENT, waiting: null };
const BACK: KeepAliveStatus = { state: "back", client: CLIENT, silence: 200, at: instant(30) };
const GAVE_UP: KeepAliveStatus = { state: "gave-up", client: CLIENT, tries: 5 };

const muted = (...mutedTopics: NoticeTopic[]): Step => ({ settings: { ...DEFAULT_SETTINGS, mutedTopics } });

describe("a topic that the user turned off", () => {
  it("says nothing of a change of network, while a block is said", () => {
    expect(told({ ...home, ...muted("network-changed") }, recovering, stuck)).toEqual(["", "", "vpn-blocked-alive"]);
  });

  it("says nothing of a block, while a change of network is said", () => {
    expect(told({ ...home, ...muted("vpn-blocked") }, recovering, stuck)).toEqual(["", "network-changed", ""]);
  });

  it("says nothing of keep-alive, while a change of network is said", () => {
    const steps = [{ ...home, ...muted("kept-alive") }, { ...recovering, keepAlive: RESTORING }, { keepAlive: BACK }];
    expect(told(...steps)).toEqual(["", "network-changed-kept", ""]);
  });

  it("leaves it to the block to say that the VPN cannot reconnect, when keep-alive may not say that it gave up", () => {
    const gaveUp = { ...stuck, keepAlive: GAVE_UP };
    expect(told({ ...home, ...muted("kept-alive") }, gaveUp)).toEqual(["", "vpn-blocked-alive"]);
    expect(told({ ...home, ...muted("kept-alive", "vpn-blocked", "network-changed") }, gaveUp)).toEqual(["", ""]);
  });

  it.each<[NoticeTopic, Step]>([
    ["network-changed", recovering],
    ["vpn-blocked", stuck],
    ["kept-alive", { keepAlive: BACK }],
    ["kept-alive", { keepAlive: GAVE_UP }],
    ["kept-alive", { keepAlive: { state: "refused", client: CLIENT } }],
  ])("does not say later what happened while it was off (%s, %#)", (topic, event) => {
    const others = (["network-changed", "vpn-blocked", "kept-alive"] as const).filter((each) => each !== topic);
    const steps = [{ ...home, ...muted(topic, ...others) }, event, muted(...others), { at: 90 }];
    expect(told(...steps)).toEqual(["", "", "", ""]);
    expect(told({ ...home, ...muted(...others) }, event)[1]).not.toBe("");
  });
});
