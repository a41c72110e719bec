import { describe, expect, it } from "vitest";
import { headlineOf } from "../../../shared/explain/headline.ts";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import { observed, unobserved } from "../../../shared/snapshot/part.ts";
import { judged, recordedSnapshot } from "../../support/judged.ts";

const headlineIn = (name: string) => headlineOf(judged(recordedSnapshot(name)).assessment).code;

/** What is said of a table that was pasted from `ip route`, which shows one table of several. */
function headlineOfPasted(...rows: string[]): string {
  const content = { read: true as const, text: `${rows.join("\n")}\n` };
  const files = [{ name: "routes.txt", source: "ip route", content }];
  const { snapshot } = snapshotOf({ os: "linux", osVersion: "6.1", takenAt: null, files });
  return headlineOf(judged(snapshot).assessment).code;
}

describe("a headline", () => {
  it("says that all is well only where the routes were seen in full", () => {
    expect(headlineIn("02-seed-after-switch-clean")).toBe("off");
    expect(headlineIn("04-seed-healthy-reconstructed")).toBe("up");
    expect(headlineIn("359-two-rows-of-an-excerpt")).toBe("up-in-part");
    expect(headlineOfPasted("default via 10.1.0.1 dev wlan0 ", "203.0.113.20 via 192.168.1.1 dev wlan0 ")).toBe(
      "off-in-part",
    );
  });

  it("says who brings the VPN back while keep-alive does", () => {
    const { assessment } = judged(recordedSnapshot("06-reconnect-loop-stale-pin"));
    const recovering = { ...assessment, state: "recovering" } as const;
    expect(headlineOf(recovering).code).toBe("recovering");
    expect(headlineOf(recovering, "restoring").code).toBe("recovering-kept");
    expect(headlineOf(assessment, "restoring").code).toBe("broken-gateway-pin-stale");
  });

  it("does not say that nothing is left over when only the other family could be read", () => {
    const snapshot = recordedSnapshot("02-seed-after-switch-clean");
    const routes = { inet: unobserved<never>("timed-out"), inet6: observed([]) };
    expect(headlineOf(judged({ ...snapshot, routes }).assessment).code).toBe("off-in-part");
  });
});
