import { describe, expect, it } from "vitest";
import { stillWorks } from "../../../shared/repair/still-works.ts";
import { partlyObserved, unobserved } from "../../../shared/snapshot/part.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { darwinRoute, linuxRoute } from "../../support/example-route.ts";
import { card, snapshotOfMachine } from "../../support/machine.ts";

const pin = darwinRoute();
const network = darwinRoute({ destination: "172.20.10.0/28", gateway: "link", host: false });
const machine = (interfaces: Parameters<typeof card>[], ...routes: Route[]) =>
  snapshotOfMachine("darwin", { interfaces: interfaces.map((given) => card(...given)), routes: [...routes, pin] });
const blind = (snapshot: Snapshot): Snapshot => ({ ...snapshot, interfaces: unobserved("timed-out") });
const pasted = (snapshot: Snapshot): Snapshot => {
  const { inet } = snapshot.routes;
  return { ...snapshot, routes: { ...snapshot.routes, inet: inet.observed ? partlyObserved(inet.value) : inet } };
};

describe("a row through a router", () => {
  it("works when the router is on a network of the interface's own address, without any row that says so", () => {
    expect(stillWorks(pin, machine([["en0", ["10.51.23.7/16"]]]))).toBe(true);
  });

  it("does not when the interface has no network at all, or only others", () => {
    expect(stillWorks(pin, machine([["en0", []]]))).toBe(false);
    expect(stillWorks(pin, machine([["en0", ["172.20.10.2/28"]]], network))).toBe(false);
  });

  it("works for all that is known while the list of interfaces is a part", () => {
    const snapshot = machine([["en0", []]]);
    expect(stillWorks(pin, { ...snapshot, interfaces: partlyObserved([card("en0", [])]) })).toBe(true);
  });

  it("is refuted by a whole table that shows other networks of its interface, not by a pasted part", () => {
    expect(stillWorks(pin, blind(machine([], network)))).toBe(false);
    expect(stillWorks(pin, pasted(blind(machine([], network))))).toBe(true);
    expect(stillWorks(pin, blind(machine([])))).toBe(true);
    const single = darwinRoute({ destination: "172.20.10.1/32", gateway: "link", host: false });
    expect(stillWorks(pin, blind(machine([], single)))).toBe(true);
  });

  it("does not on a lost link, whatever the addresses say", () => {
    expect(stillWorks(pin, machine([["en0", ["10.51.23.7/16"], { carrier: false }]]))).toBe(false);
    expect(stillWorks(pin, machine([["en0", ["10.51.23.7/16"], { up: false }]]))).toBe(false);
    expect(stillWorks(pin, machine([["en7", []]]))).toBe(false);
    const marked = linuxRoute({ flags: ["linkdown"] });
    expect(
      stillWorks(
        marked,
        snapshotOfMachine("linux", { interfaces: [card("wlan0", ["198.51.100.7/24"])], routes: [marked] }),
      ),
    ).toBe(false);
  });

  it("does not with a source address that is gone, and may with one that is not known to be", () => {
    const sourced = darwinRoute({ source: "10.51.23.7" });
    expect(stillWorks(sourced, machine([["en0", ["10.51.88.3/16"]]]))).toBe(false);
    expect(stillWorks(sourced, machine([["en0", ["10.51.23.7/16"]]]))).toBe(true);
    expect(stillWorks(sourced, blind(machine([])))).toBe(true);
  });

  it("works on a bridge for guests that has none at the moment", () => {
    const route = linuxRoute({
      destination: "10.96.0.0/12",
      gateway: "172.17.0.9",
      interface: "docker0",
      flags: ["linkdown"],
    });
    const interfaces = [card("docker0", ["172.17.0.1/16"], { carrier: false })];
    expect(stillWorks(route, snapshotOfMachine("linux", { interfaces, routes: [route] }))).toBe(true);
  });
});
