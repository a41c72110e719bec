import { describe, expect, it } from "vitest";
import { contestFor } from "../../../shared/explain/route-contest.ts";
import { forwardingOf } from "../../../shared/network/forwarding.ts";
import { parseAddress } from "../../../shared/network/address.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { darwinRoute, linuxRoute } from "../../support/example-route.ts";
import { HOME, HOTSPOT } from "../../support/machine-rows.ts";
import { KERNEL_RULES, rule, snapshotOfMachine } from "../../support/machine.ts";

/** The winner's destination and next hop, and of each loser the reason, as short texts. */
function contest(snapshot: Snapshot, text: string): { winner: string | null; lost: string[] } {
  const address = parseAddress(text);
  if (address === null) throw new Error(`${text} is no address`);
  const { winner, losers } = contestFor(snapshot, forwardingOf(snapshot), address);
  return {
    winner: winner === null ? null : `${winner.destination} ${winner.gateway}`,
    lost: losers.map(({ route, reason }) => `${route.destination} ${route.gateway}: ${reason.code}`),
  };
}

describe("the rows that contain an address, on Linux", () => {
  const linux = (routes: Parameters<typeof snapshotOfMachine>[1]["routes"], rules = KERNEL_RULES) =>
    contest(snapshotOfMachine("linux", { routes: routes ?? [], rules }), "203.0.113.9");

  it("lose by a shorter prefix, or by a higher metric", () => {
    const pin = linuxRoute({ gateway: "192.168.1.1" });
    expect(linux([...HOME, pin, { ...pin, gateway: "192.168.1.2", metric: 50 }])).toEqual({
      winner: "203.0.113.9/32 192.168.1.1",
      lost: ["203.0.113.9/32 192.168.1.2: higher-metric", "0.0.0.0/0 192.168.1.1: shorter-prefix"],
    });
  });

  it("lose when the interface of the better one is dead", () => {
    const dead = linuxRoute({ gateway: "10.0.0.1", flags: ["dead", "linkdown"] });
    expect(linux([...HOME, dead])).toEqual({
      winner: "0.0.0.0/0 192.168.1.1",
      lost: ["203.0.113.9/32 10.0.0.1: dead"],
    });
  });

  const policy = linuxRoute({
    destination: "0.0.0.0/0",
    gateway: "link",
    interface: "wg0",
    table: "51820",
    host: false,
  });
  const quick = [
    rule(32_764, { table: "main", suppressPrefixLength: 0 }),
    rule(32_765, { table: "51820", firewallMark: "0xca6c", negated: true }),
  ];

  it("lose by a rule that asks another table first, and that ignores a wide network", () => {
    const rules = [rule(0, { table: "local" }), ...quick];
    expect(linux([...HOME, policy], rules)).toEqual({
      winner: "0.0.0.0/0 link",
      lost: ["0.0.0.0/0 192.168.1.1: suppressed"],
    });
    expect(linux([...HOME, policy], [...rules, rule(32_766, { table: "main" })]).lost).toEqual([
      "0.0.0.0/0 192.168.1.1: later-table",
    ]);
  });

  it("lose in a table that no rule leads to", () => {
    expect(linux([...HOME, policy])).toEqual({
      winner: "0.0.0.0/0 192.168.1.1",
      lost: ["0.0.0.0/0 link: table-not-asked"],
    });
  });

  it("lose behind a row that ends the search of its table", () => {
    const thrown = linuxRoute({
      destination: "203.0.113.0/24",
      gateway: "link",
      interface: null,
      type: "throw",
      host: false,
    });
    expect(linux([...HOME, thrown])).toEqual({
      winner: null,
      lost: ["203.0.113.0/24 link: throw", "0.0.0.0/0 192.168.1.1: behind-throw"],
    });
  });

  it("lose to a rule that refuses the packet", () => {
    const rules = [rule(0, { table: "local" }), rule(10, { action: "unreachable" }), rule(32_766, { table: "main" })];
    expect(linux(HOME, rules)).toEqual({ winner: null, lost: ["0.0.0.0/0 192.168.1.1: behind-refusal"] });
  });
});

describe("the rows that contain an address, on macOS", () => {
  const darwin = (routes: NonNullable<Parameters<typeof snapshotOfMachine>[1]["routes"]>) =>
    contest(snapshotOfMachine("darwin", { routes }), "222.66.117.109");

  it("lose when they are bound to an interface, or copies of another", () => {
    const pin = darwinRoute({ gateway: "172.20.10.1" });
    const scoped = { ...pin, gateway: "192.168.1.1", interface: "en7", scoped: true, flags: [..."UGHSI"] };
    const clone = { ...pin, flags: [..."UGHWIig"], scoped: true };
    const elsewhere = { ...clone, gateway: "10.51.0.1", interface: "en7" };
    expect(darwin([...HOTSPOT, pin, scoped, clone, elsewhere])).toEqual({
      winner: "222.66.117.109/32 172.20.10.1",
      lost: [
        "0.0.0.0/0 172.20.10.1: shorter-prefix",
        "222.66.117.109/32 172.20.10.1: clone",
        "222.66.117.109/32 10.51.0.1: clone-elsewhere",
        "222.66.117.109/32 192.168.1.1: scoped",
      ],
    });
  });

  it("lose as a network of one address beside the entry of the host", () => {
    const host = darwinRoute({ gateway: "172.20.10.1" });
    const net = darwinRoute({ gateway: "172.20.10.3", host: false, flags: [..."UGSc"] });
    expect(darwin([net, host])).toEqual({
      winner: "222.66.117.109/32 172.20.10.1",
      lost: ["222.66.117.109/32 172.20.10.3: net-beside-host"],
    });
  });
});
