import { describe, expect, it } from "vitest";
import { addressToProbe, withProbe } from "../../../shared/preflight/compare-probe.ts";
import type { Attempt } from "../../../shared/preflight/compare-probe.ts";
import { snapshotOfMachine, card } from "../../support/machine.ts";
import { foreseen, foreseenForName } from "../../support/foreseen.ts";
import { HOME } from "../../support/machine-rows.ts";
import { recordedSnapshot } from "../../support/judged.ts";

const SERVER = "203.0.113.9";
const interfaces = [card("wlan0", ["192.168.1.20/24"])];
const good = foreseen(snapshotOfMachine("linux", { interfaces, routes: HOME }), SERVER);
const without = foreseen(snapshotOfMachine("linux", { interfaces, routes: HOME.slice(1) }), SERVER);
const stale = foreseen(recordedSnapshot("05-third-state-stale-pin"), "222.66.117.109");
const loop = foreseen(recordedSnapshot("251-linux-ipv6-server-loop"), "2001:db8:77::9");
const unseen = foreseen(recordedSnapshot("03-seed-utun-list-and-ps"), SERVER);

const attempt = (result: Attempt["result"], errno: string | null, address = SERVER): Attempt => ({
  address,
  result,
  errno,
  milliseconds: 12,
  source: null,
});

describe("a try beside what was foreseen", () => {
  it.each([
    ["fits when the server answers on an open way", good, attempt("connected", null), "as-foreseen"],
    ["fits when the server refuses, for the way was open", good, attempt("refused", "ECONNREFUSED"), "as-foreseen"],
    ["proves nothing when an open way stays silent", good, attempt("timed-out", null), "silent"],
    ["contradicts when an open way fails here", good, attempt("failed", "ENETUNREACH"), "not-as-foreseen"],
    ["fits when it fails with the foreseen error", without, attempt("failed", "ENETUNREACH"), "as-foreseen"],
    ["contradicts when it fails otherwise", without, attempt("failed", "EHOSTUNREACH"), "not-as-foreseen"],
    ["contradicts when it connects all the same", without, attempt("connected", null), "not-as-foreseen"],
    [
      "contradicts when an error at once stays out",
      stale,
      attempt("timed-out", null, "222.66.117.109"),
      "not-as-foreseen",
    ],
    ["fits when a loop stays silent", loop, attempt("timed-out", null, "2001:db8:77::9"), "as-foreseen"],
    ["settles what could not be foreseen", unseen, attempt("connected", null), "settles"],
  ])("%s", (_, report, tried, compared) => {
    expect(withProbe(report, tried)).toEqual({ ...report, probe: { ...tried, compared } });
  });

  it("tries the first address that should work, else the first", () => {
    const found = { state: "found" as const, addresses: ["2001:db8::9", SERVER] };
    expect(
      addressToProbe(foreseenForName(snapshotOfMachine("linux", { interfaces, routes: HOME }), "a.b", found)),
    ).toBe(SERVER);
    expect(addressToProbe(without)).toBe(SERVER);
    const failed = { state: "failed" as const, reason: "not-found" as const, code: "ENOTFOUND" };
    expect(addressToProbe(foreseenForName(snapshotOfMachine("linux", {}), "a.b", failed))).toBeNull();
  });
});
