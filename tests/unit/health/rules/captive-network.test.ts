import { describe, expect, it } from "vitest";
import { captiveNetwork } from "../../../../shared/health/rules/captive-network.ts";
import type { Connectivity } from "../../../../shared/snapshot/snapshot.ts";
import { evidenceOf, judgeBy } from "../../../support/judge-rule.ts";
import { HOME, HOTSPOT, intoUtun } from "../../../support/machine-rows.ts";
import { card, running, tunnel } from "../../../support/machine.ts";
import type { Machine } from "../../../support/machine.ts";

const mac: Machine = { interfaces: [card("en0", ["172.20.10.2/28"])], routes: HOTSPOT };
const laptop: Machine = { interfaces: [card("wlan0", ["192.168.1.23/24"])], routes: HOME };
const said = (state: Connectivity["state"]): Connectivity[] => [{ origin: "network-manager", interface: null, state }];
const onEn0: Connectivity[] = [{ origin: "captive-network-support", interface: "en0", state: "portal" }];
const window = running(
  "/System/Library/CoreServices/Captive Network Assistant.app/Contents/MacOS/Captive Network Assistant",
);

describe("a network that wants a sign-in", () => {
  it("is suspected when NetworkManager says so, and never repaired", () => {
    const [finding] = judgeBy(captiveNetwork, "linux", { ...laptop, connectivity: said("portal") });
    expect(finding).toMatchObject({ certainty: "suspected", severity: "warning", repair: [] });
    expect(evidenceOf(finding)).toEqual(["portal-by-network-manager"]);
  });

  it("is suspected when macOS found it, or has its sign-in window open", () => {
    const [finding] = judgeBy(captiveNetwork, "darwin", { ...mac, connectivity: onEn0, processes: [window] });
    expect(evidenceOf(finding)).toEqual(["portal-by-captive-network-support", "sign-in-window-open"]);
    expect(judgeBy(captiveNetwork, "darwin", { ...mac, processes: [window] })).toHaveLength(1);
  });

  it("is no more than a remark while a tunnel is up: the answer may have come through it", () => {
    const machine = {
      ...mac,
      interfaces: [card("en0", ["172.20.10.2/28"]), tunnel("utun6", ["10.8.0.2/32"])],
      routes: [...HOTSPOT, intoUtun("10.20.0.0/16")],
    };
    expect(judgeBy(captiveNetwork, "darwin", { ...machine, connectivity: onEn0 })[0]?.severity).toBe("info");
  });

  it.each(["full", "limited", "none", "unknown"] as const)("is not suspected of an Internet that is %s", (state) => {
    expect(judgeBy(captiveNetwork, "linux", { ...laptop, connectivity: said(state) })).toEqual([]);
  });

  it("is not suspected without a network: the answer is an old one", () => {
    const off = { interfaces: [card("wlan0", [], { carrier: false })], routes: [] };
    expect(judgeBy(captiveNetwork, "linux", { ...off, connectivity: said("portal") })).toEqual([]);
  });

  it("is not taken from a program that only has the words in its arguments", () => {
    const editor = running("/usr/bin/vim /tmp/Captive Network Assistant.app/notes");
    expect(judgeBy(captiveNetwork, "darwin", { ...mac, processes: [editor] })).toEqual([]);
    expect(judgeBy(captiveNetwork, "linux", { ...laptop, processes: [window] })).toEqual([]);
  });
});
