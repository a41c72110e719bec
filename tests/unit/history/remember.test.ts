import { describe, expect, it } from "vitest";
import { conclude } from "../../../electron/main/watch/conclude.ts";
import type { Observation } from "../../../electron/main/model.ts";
import { assess } from "../../../shared/health/assess.ts";
import type { Assessment, NetworkIdentity } from "../../../shared/health/finding.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import type { History } from "../../../shared/history/history.ts";
import { remember } from "../../../shared/history/remember.ts";
import { isSameNetwork } from "../../../shared/history/same-network.ts";
import { unobserved } from "../../../shared/snapshot/part.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { judged, recordedSnapshot, TEST_IDENTITY } from "../../support/judged.ts";
import { CAFE, HOME, cafePin, rowsAt, sessionAt } from "../../support/same-subnet.ts";
import type { Place } from "../../support/same-subnet.ts";

const healthy = recordedSnapshot("04-seed-healthy-reconstructed");
const clean = recordedSnapshot("02-seed-after-switch-clean");
const leftOver = recordedSnapshot("05-third-state-stale-pin");
const stuck = recordedSnapshot("06-reconnect-loop-stale-pin");

/** Looks at the machines one after the other, a second apart. */
function lookAtAll(...snapshots: readonly Snapshot[]): { history: History; observation: Observation } {
  let state: { history: History; observation: Observation | null } = { history: EMPTY_HISTORY, observation: null };
  snapshots.forEach((snapshot, second) => {
    const takenAt = new Date(Date.UTC(2026, 2, 2, 12, 0, second)).toISOString();
    state = conclude({ ...snapshot, takenAt }, state, TEST_IDENTITY, takenAt);
  });
  if (state.observation === null) throw new Error("nothing was looked at");
  return { history: state.history, observation: state.observation };
}

describe("what is remembered", () => {
  it("is the server of a living client and the prefixes of its tunnel", () => {
    const { history } = lookAtAll(stuck);
    expect(history.servers).toEqual(["222.66.117.109"]);
    expect(history.tunnelPrefixes).toEqual(expect.arrayContaining(["222.66.117.0/24", "202.120.80.0/20"]));
    expect(history.tunnelPrefixes).not.toContain("0.0.0.0/0");
  });

  it("stays when the client is gone", () => {
    expect(lookAtAll(stuck, clean).history.servers).toEqual(["222.66.117.109"]);
  });

  it("makes a leftover pin proven that is only likely on its own", () => {
    const withoutLog: Snapshot = { ...leftOver, clientLogs: { observed: true, value: [], partial: false } };
    const certainty = (observation: Observation) => observation.assessment.findings.map((finding) => finding.certainty);
    expect(certainty(judged(withoutLog))).toEqual(["likely"]);
    expect(certainty(lookAtAll(stuck, withoutLog).observation)).toEqual(["proven"]);
  });

  it("is not the first network, but when it changed", () => {
    expect(lookAtAll(healthy).history.networkChangedAt).toBeNull();
    expect(lookAtAll(healthy, clean).history.networkChangedAt).toBe("2026-03-02T12:00:01.000Z");
    expect(lookAtAll(healthy, clean, clean).history.networkChangedAt).toBe("2026-03-02T12:00:01.000Z");
  });

  it("holds the verdict on a living client back after the network changed, and gives it after 15 s", () => {
    const looks = [healthy, ...Array.from({ length: 16 }, () => stuck)];
    expect(lookAtAll(...looks.slice(0, 2)).observation.assessment.state).toBe("recovering");
    expect(lookAtAll(...looks).observation.assessment.state).toBe("broken");
  });

  it("is bounded: the oldest are forgotten first", () => {
    const servers = Array.from({ length: 100 }, (_, index) => `192.0.2.${index}`);
    const { assessment } = judged(stuck);
    const history = remember({ ...EMPTY_HISTORY, servers }, stuck, assessment, null);
    expect(history.servers).toHaveLength(64);
    expect(history.servers.at(-1)).toBe("222.66.117.109");
    expect(history.servers).not.toContain("192.0.2.0");
  });
});

describe("two networks", () => {
  const home: NetworkIdentity = {
    interface: "en0",
    gateway: "192.168.1.1",
    address: "192.168.1.7/24",
    routerLinkAddress: "02:00:00:00:00:01",
  };

  it.each<[string, Partial<NetworkIdentity>, boolean]>([
    ["the same in all", {}, true],
    ["another router with the same address", { routerLinkAddress: "02:00:00:00:00:02" }, false],
    ["a router whose link address is not known", { routerLinkAddress: null }, true],
    ["an own address that is not known", { address: null }, true],
    ["another own address", { address: "192.168.1.8/24" }, false],
    ["another router", { gateway: "192.168.1.254" }, false],
    ["another interface", { interface: "en7" }, false],
  ])("with %s", (_what, change, same) => {
    expect(isSameNetwork(home, { ...home, ...change })).toBe(same);
  });

  it("are the same when there is none, and not when one is gone", () => {
    expect([isSameNetwork(null, null), isSameNetwork(home, null), isSameNetwork(null, home)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("the ledger", () => {
  const seen = (...looks: Snapshot[]) =>
    looks.reduce((history, look) => remember(history, look, assess(look, history), null), EMPTY_HISTORY);
  const at = (place: Place, takenAt: string | null = null, machine = {}) => ({
    ...sessionAt("darwin", place, machine),
    takenAt,
  });

  it("holds a pin with the network that it was made in, and with the last that it works in", () => {
    const elsewhere = { ...CAFE, routerLinkAddress: "02:00:00:00:00:dd", own: 77 };
    const { pins } = seen(at(CAFE, "2026-03-02T12:00:00.000Z"), at(elsewhere, "2026-03-02T13:00:00.000Z"));
    expect(pins).toMatchObject([
      {
        destination: "203.0.113.9/32",
        gateway: "192.168.1.254",
        interface: "en0",
        client: "openconnect",
        first: {
          at: "2026-03-02T12:00:00.000Z",
          network: { address: "192.168.1.23/24", routerLinkAddress: "02:00:00:00:00:aa" },
        },
        last: {
          at: "2026-03-02T13:00:00.000Z",
          network: { address: "192.168.1.77/24", routerLinkAddress: "02:00:00:00:00:dd" },
        },
      },
    ]);
  });

  it("keeps it as it is where it does not work, and strikes it out when it is gone", () => {
    const known = seen(at(CAFE)).pins;
    expect(seen(at(CAFE), at(HOME)).pins).toEqual(known);
    expect(seen(at(CAFE), at(HOME, null, { routes: rowsAt("darwin", HOME) })).pins).toEqual([]);
    const unread = {
      ...at(HOME),
      routes: { inet: unobserved<never>("timed-out"), inet6: unobserved<never>("timed-out") },
    };
    expect(seen(at(CAFE), unread).pins).toEqual(known);
  });

  it("is not led astray by a look in the midst of a change: new own address, old default route, no neighbours", () => {
    const torn = { ...CAFE, own: HOME.own, routerLinkAddress: null };
    expect(seen(at(CAFE), at(torn)).pins).toEqual(seen(at(CAFE)).pins);
    const history = seen(at(CAFE), at(torn));
    expect(assess(at(HOME), history).findings).toMatchObject([{ id: "gateway-pin-foreign", certainty: "proven" }]);
  });

  it("takes a pin with another source address for a new one", () => {
    const withSource = (source: string) =>
      at(CAFE, null, { routes: [...rowsAt("darwin", CAFE), cafePin("darwin", { source })] });
    expect(seen(withSource("192.168.1.23"), withSource("192.168.1.40")).pins).toMatchObject([
      { source: "192.168.1.40" },
    ]);
    expect(seen(at(CAFE), withSource("192.168.1.23")).pins).toMatchObject([{ source: "192.168.1.23" }]);
  });

  it("learns later which router it was", () => {
    expect(seen(at({ ...CAFE, routerLinkAddress: null }), at(CAFE)).pins).toMatchObject([
      { first: { network: { routerLinkAddress: "02:00:00:00:00:aa" } } },
    ]);
  });

  it("is bounded: the pins that were seen first are forgotten", () => {
    const pins = Array.from({ length: 100 }, (_, index) => cafePin("darwin", { destination: `203.0.113.${index}/32` }));
    const { pins: known } = seen(at(CAFE), at(CAFE, null, { routes: [...rowsAt("darwin", CAFE), ...pins] }));
    expect(known).toHaveLength(64);
    expect(known.map(({ destination }) => destination)).not.toContain("203.0.113.9/32");
  });
});

describe("a router whose link address is not known for a moment", () => {
  const assessmentAt = (routerLinkAddress: string | null): Assessment => ({
    ...judged(healthy).assessment,
    network: { interface: "en0", gateway: "192.168.1.1", address: "192.168.1.7/24", routerLinkAddress },
  });

  it("does not hide that another has taken its place", () => {
    let history = EMPTY_HISTORY;
    let previous: Assessment | null = null;
    for (const [second, linkAddress] of ["02:00:00:00:00:01", null, "02:00:00:00:00:02"].entries()) {
      const assessment = assessmentAt(linkAddress);
      const takenAt = new Date(Date.UTC(2026, 2, 2, 12, 0, second)).toISOString();
      history = remember(history, { ...healthy, takenAt }, assessment, previous);
      previous = assessment;
    }
    expect(history.networkChangedAt).toBe("2026-03-02T12:00:02.000Z");
  });

  it("is no other network while it is not known", () => {
    const known = remember(EMPTY_HISTORY, healthy, assessmentAt("02:00:00:00:00:01"), null);
    const later = remember(known, healthy, assessmentAt(null), assessmentAt("02:00:00:00:00:01"));
    expect(later.networkChangedAt).toBeNull();
    expect(later.network?.routerLinkAddress).toBe("02:00:00:00:00:01");
  });

  it("teaches nothing new at the second look, and then the same history is given back", () => {
    const known = remember(EMPTY_HISTORY, healthy, judged(healthy).assessment, null);
    expect(remember(known, healthy, judged(healthy).assessment, judged(healthy).assessment)).toBe(known);
  });
});
