import { describe, expect, it } from "vitest";
import { assess } from "../../../../shared/health/assess.ts";
import { factsOf } from "../../../../shared/health/facts.ts";
import { gatewayPinForeign } from "../../../../shared/health/rules/gateway-pin-foreign.ts";
import { EMPTY_HISTORY } from "../../../../shared/history/history.ts";
import type { History } from "../../../../shared/history/history.ts";
import { remember } from "../../../../shared/history/remember.ts";
import { planRepair } from "../../../../shared/repair/plan.ts";
import { isDefault } from "../../../../shared/network/route-prefix.ts";
import { observed, partlyObserved, unobserved, valuesOf } from "../../../../shared/snapshot/part.ts";
import type { Snapshot } from "../../../../shared/snapshot/snapshot.ts";
import { darwinRoute } from "../../../support/example-route.ts";
import { evidenceOf, repairOf } from "../../../support/judge-rule.ts";
import { card, running } from "../../../support/machine.ts";
import { planIdentity } from "../../../support/plan-identity.ts";
import {
  CAFE,
  HOME,
  cafePin,
  laptopAt,
  neighbour,
  rowsAt,
  sessionAt,
  withNeighbour,
} from "../../../support/same-subnet.ts";

/** What is remembered after these looks, one after the other. */
const after = (...looks: Snapshot[]): History =>
  looks.reduce((history, look) => remember(history, look, assess(look, history), null), EMPTY_HISTORY);
const found = (snapshot: Snapshot, history: History = EMPTY_HISTORY) => gatewayPinForeign(factsOf(snapshot, history));

describe.each(["darwin", "linux"] as const)("a gateway pin of another network with the same addresses on %s", (os) => {
  const name = os === "darwin" ? "en0" : "wlan0";
  const atCafe = sessionAt(os, CAFE);
  const known = after(atCafe);
  const silent = (snapshot: Snapshot) => withNeighbour(snapshot, neighbour(os, 254, null, "failed"));

  it("is proven by the ledger, and moved for the living client", () => {
    const [finding] = found(sessionAt(os, HOME), known);
    expect(finding).toMatchObject({ severity: "error", certainty: "proven", client: { kind: "openconnect" } });
    expect(evidenceOf(finding)).toEqual([
      "router-is-another",
      "pin-made-for-other-router",
      "own-address-changed",
      "pin-living-client",
    ]);
    expect(repairOf(finding)).toEqual([`replace-route 203.0.113.9/32 → 192.168.1.1 ${name}`, "nudge-client 4711"]);
  });

  it("is found although a default on a pulled cable names the same next hop, and not beside one that works", () => {
    const home = sessionAt(os, HOME);
    const withCable = (carrier: boolean): Snapshot => {
      const rows = valuesOf(home.routes.inet);
      const cable = { ...card("eth9", ["192.168.1.77/24"]), carrier };
      const second = rows.filter(isDefault).map((row) => ({ ...row, gateway: "192.168.1.254", interface: "eth9" }));
      return {
        ...home,
        interfaces: observed([...valuesOf(home.interfaces), cable]),
        routes: { ...home.routes, inet: observed([...rows, ...second]) },
      };
    };
    expect(found(withCable(false), known).map(({ certainty }) => certainty)).toEqual(["proven"]);
    expect(found(withCable(true), known)).toEqual([]);
    const steps = planRepair(assess(withCable(false), known), withCable(false), planIdentity, known).steps;
    expect(steps.map(({ finding }) => finding)).toContain("gateway-pin-foreign");
  });

  it("is proven by the ledger, and deleted when the client is gone", () => {
    const [finding] = found(laptopAt(os, HOME), known);
    expect(finding).toMatchObject({ certainty: "proven", client: null });
    expect(repairOf(finding)).toEqual(["delete-route 203.0.113.9/32"]);
  });

  it("gets a plan that the veto lets pass with the ledger, and not without", () => {
    const stepsOf = (snapshot: Snapshot, history?: History) =>
      planRepair(assess(snapshot, known), snapshot, planIdentity, history).steps.map(({ step }) => step.op);
    expect(stepsOf(sessionAt(os, HOME), known)).toEqual(["replace-route", "nudge-client"]);
    expect(stepsOf(laptopAt(os, HOME), known)).toEqual(["delete-route"]);
    expect(stepsOf(laptopAt(os, HOME))).toEqual([]);
  });

  it("is only likely while nothing but the router's own address is new: it may be a LAN with two routers", () => {
    const sameLease = { ...HOME, own: CAFE.own };
    expect(found(sessionAt(os, sameLease), known)).toMatchObject([{ certainty: "likely" }]);
    expect(found(silent(sessionAt(os, sameLease)), known)).toMatchObject([{ certainty: "proven" }]);
    const answered = withNeighbour(sessionAt(os, sameLease), neighbour(os, 254, "02:00:00:00:00:cc", "stale"));
    expect(evidenceOf(found(answered, known)[0])).toContain("next-hop-other-device");
    expect(found(answered, known)).toMatchObject([{ certainty: "proven" }]);
  });

  it("is not found while its next hop is the router, whichever router that is", () => {
    expect(found(atCafe, known)).toEqual([]);
    expect(found(sessionAt(os, { ...CAFE, routerLinkAddress: "02:00:00:00:00:dd", own: 77 }), known)).toEqual([]);
  });

  it("is not found any more on the network that it was made in", () => {
    const moved = after(atCafe, sessionAt(os, HOME));
    expect(found(sessionAt(os, HOME), moved)).toHaveLength(1);
    expect(found(atCafe, moved)).toEqual([]);
  });

  it("is not found when the ledger does not know it, or does not know the router that it was made for", () => {
    expect(found(sessionAt(os, HOME))).toEqual([]);
    expect(found(sessionAt(os, HOME), after(sessionAt(os, { ...CAFE, routerLinkAddress: null })))).toEqual([]);
    expect(found(sessionAt(os, { ...HOME, routerLinkAddress: null }), known)).toEqual([]);
  });

  it("is not found when the router is the same device under a second address", () => {
    expect(found(sessionAt(os, { ...HOME, routerLinkAddress: CAFE.routerLinkAddress }), known)).toEqual([]);
  });

  it("is not found when it was taken out and put back since", () => {
    const without = laptopAt(os, HOME, { routes: rowsAt(os, HOME) });
    expect(found(sessionAt(os, HOME), after(atCafe, without))).toEqual([]);
  });

  it("is likely without the ledger while a client lives and the system got no answer from the next hop", () => {
    const [finding] = found(silent(sessionAt(os, HOME)));
    expect(finding).toMatchObject({ severity: "error", certainty: "likely", args: { context: "silent" } });
    expect(evidenceOf(finding)).toEqual(["router-is-another", "next-hop-unanswered", "pin-living-client"]);
    expect(repairOf(finding)).toEqual([`replace-route 203.0.113.9/32 → 192.168.1.1 ${name}`, "nudge-client 4711"]);
  });

  it("is only suspected without ledger and client, and offered to be moved, never deleted", () => {
    const [finding] = found(silent(laptopAt(os, HOME)));
    expect(finding).toMatchObject({ severity: "warning", certainty: "suspected" });
    expect(repairOf(finding)).toEqual([`replace-route 203.0.113.9/32 → 192.168.1.1 ${name}`]);
    const { steps } = planRepair(
      assess(silent(laptopAt(os, HOME)), EMPTY_HISTORY),
      silent(laptopAt(os, HOME)),
      planIdentity,
    );
    expect(steps).toMatchObject([{ selected: false, step: { op: "replace-route" } }]);
  });

  it("is only suspected while the system still asks for the next hop of a living client, and not without one", () => {
    const asking = (snapshot: Snapshot) => withNeighbour(snapshot, neighbour(os, 254, null, "incomplete"));
    const [finding] = found(asking(sessionAt(os, HOME)));
    expect(finding).toMatchObject({ severity: "warning", certainty: "suspected" });
    expect(evidenceOf(finding)).toContain("next-hop-not-yet-answered");
    expect(found(asking(laptopAt(os, HOME)))).toEqual([]);
  });

  it("has the same steps for whom the ledger proves it and for whom only the kernel has no answer", () => {
    const asking = withNeighbour(sessionAt(os, HOME), neighbour(os, 254, null, "incomplete"));
    const plans = [known, EMPTY_HISTORY].map((history) =>
      planRepair(assess(asking, history), asking, planIdentity, history),
    );
    expect(plans.map(({ steps }) => steps.map(({ selected }) => selected))).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(plans[0]?.digest).toBe(plans[1]?.digest);
  });

  it("is explained, but left to a client that guards its routes", () => {
    const guard = running("/opt/cisco/secureclient/bin/vpnagentd", { pid: 300 });
    const [finding] = found(
      sessionAt(os, HOME, {
        processes: [guard],
        tunnelOwners: [{ interface: os === "darwin" ? "utun6" : "tun0", pid: 300 }],
      }),
      known,
    );
    expect(finding).toMatchObject({ id: "gateway-pin-foreign" });
    expect(repairOf(finding)).toEqual([]);
  });

  it("is moved, not deleted, where without it the server would be lost", () => {
    const hole = { ...cafePin(os), destination: "203.0.113.0/24", host: false, gateway: "10.99.99.1" };
    const machine = { routes: [...rowsAt(os, HOME), cafePin(os), hole] };
    expect(found(laptopAt(os, HOME, machine), known).map(repairOf)).toEqual([
      [`replace-route 203.0.113.9/32 → 192.168.1.1 ${name}`],
    ]);
  });

  it("is not found from a part of the table, or without the interfaces", () => {
    const home = sessionAt(os, HOME);
    const rows = home.routes.inet.observed ? home.routes.inet.value : [];
    expect(found({ ...home, routes: { ...home.routes, inet: partlyObserved(rows) } }, known)).toEqual([]);
    expect(found({ ...home, interfaces: unobserved("not-in-capture") }, known)).toEqual([]);
  });
});

describe("a row through a second router of the LAN", () => {
  it("is never found: the ledger keeps only pins that were made for the router of their network", () => {
    const pin = cafePin("linux", { gateway: "192.168.1.2" });
    const before = laptopAt("linux", CAFE, { routes: [...rowsAt("linux", CAFE), pin] });
    const now = laptopAt("linux", HOME, { routes: [...rowsAt("linux", HOME), pin] });
    expect(after(before).pins).toEqual([]);
    expect(found(now, after(before))).toEqual([]);
  });
});

describe("a pin through a second uplink", () => {
  it("is not found, neither by the default of its own interface nor when that was put into a table of its own", () => {
    const wired = rowsAt("linux", HOME).map((row) => ({ ...row, interface: "eth0", metric: 100 }));
    const interfaces = [card("wlan0", ["192.168.1.23/24"]), card("eth0", ["192.168.1.40/24"])];
    const both = sessionAt("linux", CAFE, {
      interfaces,
      routes: [...rowsAt("linux", CAFE), ...wired, cafePin("linux")],
    });
    expect(found(both, after(sessionAt("linux", CAFE)))).toEqual([]);
    const ofCafe = rowsAt("linux", CAFE).filter(({ destination }) => destination === "0.0.0.0/0");
    const own = [...rowsAt("linux", HOME), ...ofCafe.map((row) => ({ ...row, table: "100" }))];
    const policy = laptopAt("linux", HOME, { routes: [...own, cafePin("linux")] });
    expect(found(policy, after(laptopAt("linux", CAFE)))).toEqual([]);
  });
});

describe("a pin whose source address is gone, too", () => {
  it("is called stale, and nothing else is said of it", () => {
    const pin = cafePin("darwin", { source: "192.168.1.23" });
    const known = after(laptopAt("darwin", CAFE, { routes: [...rowsAt("darwin", CAFE), pin] }));
    const home = laptopAt("darwin", HOME, { routes: [...rowsAt("darwin", HOME), pin] });
    expect(found(home, known)).toHaveLength(1);
    expect(assess(home, known).findings.map(({ id }) => id)).toEqual(["gateway-pin-stale"]);
  });

  it("does not hide that of another row", () => {
    const stale = darwinRoute({ destination: "203.0.113.77/32", gateway: "10.51.0.1" });
    const known = after(laptopAt("darwin", CAFE));
    const home = laptopAt("darwin", HOME, { routes: [...rowsAt("darwin", HOME), cafePin("darwin"), stale] });
    expect(assess(home, known).findings.map(({ id }) => id)).toEqual(["gateway-pin-stale", "gateway-pin-foreign"]);
  });
});
