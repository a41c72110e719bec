import { describe, expect, it } from "vitest";
import { neighbourNews } from "../../../electron/observe/neighbour-news.ts";

const ROUTER = "[NEIGH]192.168.43.1 dev wlan0";

/** Which of the lines are news, in their order. */
function newsAmong(...lines: readonly string[]): string[] {
  return lines.filter(neighbourNews());
}

describe("what is reported of neighbours", () => {
  it("is news when one answers for the first time, and none when it is asked again and again", () => {
    const lines = ["REACHABLE", "STALE", "DELAY", "PROBE", "REACHABLE"].map(
      (state) => `${ROUTER} lladdr 02:00:00:00:00:01 ${state}`,
    );
    expect(newsAmong(`${ROUTER}  INCOMPLETE`, ...lines)).toEqual(lines.slice(0, 1));
  });

  it("is news when one answers no more, once, and when it answers again", () => {
    const answers = `${ROUTER} lladdr 02:00:00:00:00:01 REACHABLE`;
    const silent = `${ROUTER}  FAILED`;
    expect(newsAmong(answers, silent, silent, answers)).toEqual([answers, silent, answers]);
  });

  it("is news when another station answers for the same address", () => {
    const [first, second] = ["01", "02"].map((last) => `${ROUTER} lladdr 02:00:00:00:00:${last} router STALE`);
    expect(newsAmong(first ?? "", second ?? "")).toEqual([first, second]);
  });

  it("is told apart by interface", () => {
    const lines = ["wlan0", "eth0"].map(
      (name) => `[NEIGH]fe80::1 dev ${name} lladdr 02:00:00:00:00:01 router REACHABLE`,
    );
    expect(newsAmong(...lines)).toEqual(lines);
  });

  it("is no news when the kernel forgets one, which is then as good as new", () => {
    const stale = `${ROUTER} lladdr 02:00:00:00:00:01 STALE`;
    const deleted = stale.replace("[NEIGH]", "[NEIGH]Deleted ");
    expect(newsAmong(stale, deleted, stale)).toEqual([stale, stale]);
  });

  it("is no news when it is about a group of addresses", () => {
    expect(newsAmong("[NEIGH]224.0.0.22 dev wlan0 lladdr 01:00:5e:00:00:16 NOARP")).toEqual([]);
  });
});

describe("what is reported of anything else", () => {
  it("is news", () => {
    const lines = [
      "[ROUTE]10.0.0.0/8 dev tun0 scope link",
      "[ROUTE]10.0.0.0/8 dev tun0 scope link",
      "    link/ether 02",
    ];
    expect(newsAmong(...lines)).toEqual(lines);
  });
});
