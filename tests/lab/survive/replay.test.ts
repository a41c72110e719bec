import { describe, expect, it } from "vitest";
import { linuxRoute } from "../../support/example-route.ts";
import { SERVER, WIFI } from "../network/addresses.ts";
import type { Joined, Transaction } from "./chronicle.ts";
import { replay, type Accounts } from "./replay.ts";
import type { RouteEvent } from "./route-log.ts";

// A second of a soak: the switch to the phone, the helper's write after it.
const SWITCH: Joined = { from: "home", to: "hot", begin: 10_000, end: 10_050 };
const MOVED: Transaction = {
  txn: "a".repeat(32),
  at: 10_060,
  steps: [{ op: "replace-route", route: linuxRoute(), replacement: linuxRoute({ gateway: WIFI.hot.router }) }],
};
const DEFAULT = eventAt(10_040, `default via ${WIFI.hot.router} dev wlan0`);
const ADDRESS = eventAt(10_039, `${WIFI.hot.prefix} dev wlan0 proto kernel scope link src ${WIFI.hot.laptop}`);
const PIN = eventAt(10_064, `${SERVER} via ${WIFI.hot.router} dev wlan0`);

function eventAt(at: number, row: string, isDeletion = false): RouteEvent {
  return { at, row, isDeletion };
}

function replayOf(events: readonly RouteEvent[], accounts: Partial<Accounts> = {}) {
  return replay(events, { joined: [SWITCH], transactions: [MOVED], scriptRuns: [], ...accounts });
}

describe("the replay of the kernel's log", () => {
  it("finds the author of each change", () => {
    const { counts, unattributed, unseen } = replayOf([ADDRESS, DEFAULT, PIN]);
    expect(counts).toEqual({ switch: 1, kernel: 1, helper: 1, script: 0 });
    expect({ unattributed, unseen }).toEqual({ unattributed: [], unseen: [] });
  });

  it.each([
    ["the same write a second time", PIN],
    ["a write that no transaction names", eventAt(10_064, `${SERVER} via ${WIFI.home.router} dev wlan0`)],
    ["a deletion that nobody planned", eventAt(10_064, PIN.row, true)],
    ["a change of the kernel while nothing was switched", eventAt(60_000, ADDRESS.row)],
    ["a row of the tunnel", eventAt(10_040, "10.80.0.0/20 dev tun0 scope link")],
    ["a default route that no switch brought", eventAt(10_045, `default via ${WIFI.home.router} dev wlan0`)],
  ])("leaves %s without one", (_what, event) => {
    expect(replayOf([ADDRESS, DEFAULT, PIN, event]).unattributed).toEqual([event]);
  });

  it("knows a pin of the client's script by the time at which that ran", () => {
    const scriptRuns = [{ begin: 10_055, end: 10_090, reason: "attempt-reconnect" }];
    expect(replayOf([PIN], { transactions: [], scriptRuns }).counts.script).toBe(1);
  });

  it("says which switch the log does not show", () => {
    expect(replayOf([ADDRESS, PIN]).unseen).toEqual([SWITCH]);
  });

  it("says how long the network of a written router had been left", () => {
    expect(replayOf([PIN]).writes).toEqual([{ event: PIN, lateMs: 0 }]);
    const back: Joined = { from: "hot", to: "home", begin: 10_054, end: 10_060 };
    expect(replayOf([PIN], { joined: [SWITCH, back] }).writes).toEqual([{ event: PIN, lateMs: 4 }]);
  });
});
