import { describe, expect, it } from "vitest";
import { paceAfter } from "../../../electron/observe/pace.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { observed } from "../../../shared/snapshot/part.ts";
import { NOON, recordedSnapshot } from "../../support/judged.ts";

const snapshot = { ...recordedSnapshot("04-seed-healthy-reconstructed"), takenAt: NOON };
const secondsBefore = (seconds: number) => new Date(Date.parse(NOON) - 1_000 * seconds).toISOString();

describe("the pace after a look", () => {
  it("is fast while a network settles, and quiet when it has", () => {
    const changed = (seconds: number) => ({ ...EMPTY_HISTORY, networkChangedAt: secondsBefore(seconds) });
    expect(paceAfter(snapshot, changed(14))).toBe("fast");
    expect(paceAfter(snapshot, changed(15))).toBe("quiet");
    expect(paceAfter(snapshot, EMPTY_HISTORY)).toBe("quiet");
  });

  it("is slow while a network waits for somebody to sign in: nobody reports that", () => {
    const captive = { origin: "network-manager" as const, interface: null, state: "portal" as const };
    expect(paceAfter({ ...snapshot, connectivity: observed([captive]) }, EMPTY_HISTORY)).toBe("slow");
  });
});
