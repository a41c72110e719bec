import { describe, expect, it } from "vitest";
import type { Capture } from "../../shared/capture/capture.ts";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { assess } from "../../shared/health/assess.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import type { History } from "../../shared/history/history.ts";
import { compareSnapshots } from "../../shared/history/compare.ts";
import { remember } from "../../shared/history/remember.ts";
import { planRepair } from "../../shared/repair/plan.ts";
import { planIdentity } from "../support/plan-identity.ts";
import { recordedCapture } from "./recorded-captures.ts";

/** At home, with a pin by 192.168.1.254 that was made in the café. */
const { capture: atHome } = recordedCapture("217-same-subnet-other-router");

/** The same laptop in the café, where 192.168.1.254 was the router and gave it another address. */
const inCafe: Capture = rewritten(atHome, [
  ["default            192.168.1.1   ", "default            192.168.1.254 "],
  ["192.168.1.1        a2:11:7e:3:9c:40   UHLWIir", "192.168.1.254      a2:77:7e:3:9c:41   UHLWIir"],
  ["192.168.1.254      link#15            UHRLWIi", "192.168.1.9        link#15            UHRLWIi"],
  ["192.168.1.23", "192.168.1.77"],
]);

function rewritten(capture: Capture, changes: readonly (readonly [string, string])[]): Capture {
  const files = capture.files.map((file) => {
    if (!file.content.read) return file;
    const text = changes.reduce((all, [from, to]) => all.replaceAll(from, to), file.content.text);
    return { ...file, content: { read: true as const, text } };
  });
  return { ...capture, files };
}

const [cafe, home] = [snapshotOf(inCafe).snapshot, snapshotOf(atHome).snapshot];
const seenInCafe = remember(EMPTY_HISTORY, cafe, assess(cafe, EMPTY_HISTORY), null);
const foreign = (history: History) => assess(home, history).findings.filter(({ id }) => id === "gateway-pin-foreign");
const stepsWith = (history: History) => planRepair(assess(home, history), home, planIdentity, history).steps;

describe("a Mac that was recorded in the café and then at home", () => {
  it("tells by the two tables that it changed its network", () => {
    expect(compareSnapshots(cafe, home).map(({ code }) => code)).toEqual([
      "network-changed",
      "default-route-changed",
      "address-removed",
      "address-added",
    ]);
  });

  it("has a pin which the ledger shows to be of the café; whose it is, is inferred", () => {
    expect(foreign(seenInCafe)).toMatchObject([{ certainty: "likely", route: { gateway: "192.168.1.254" } }]);
    expect(stepsWith(seenInCafe)).toMatchObject([{ selected: true, step: { op: "delete-route" } }]);
  });

  it("has proof when the server was known", () => {
    expect(foreign({ ...seenInCafe, servers: ["203.0.113.9"] })).toMatchObject([{ certainty: "proven" }]);
  });

  it("is not told to delete anything by what one look shows", () => {
    expect(foreign(EMPTY_HISTORY)).toMatchObject([{ certainty: "suspected" }]);
    expect(stepsWith(EMPTY_HISTORY)).toMatchObject([{ selected: false, step: { op: "replace-route" } }]);
  });
});
