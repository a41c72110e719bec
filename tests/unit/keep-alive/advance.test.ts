import { describe, expect, it } from "vitest";
import type { Verdict } from "../../../shared/keep-alive/advance.ts";
import { newRoute } from "../../../shared/snapshot/new-route.ts";
import { CLIENT, HOME, HOTSPOT, keptLaptop, SERVER } from "../../support/kept-laptop.ts";
import { running } from "../../support/machine.ts";

const KEPT = { pid: CLIENT, interface: "tun0", server: SERVER };
const steps = ({ actions }: Verdict) => actions.flatMap(({ repair }) => repair);
const operations = (verdict: Verdict) => steps(verdict).map(({ op }) => op);
const kinds = ({ reports }: Verdict) => reports.map((report) => (report.kind === "waiting" ? report.why : report.kind));
/** The laptop has gone over to the hotspot; the pin and the connection are still those of home. */
const AWAY = { network: HOTSPOT };
const NEW_CONNECTION = { from: HOTSPOT.own, port: 50_000, state: "established" };

describe("a laptop whose network stays", () => {
  it("is told once which client is kept, and nothing is done, said or looked at again", () => {
    const laptop = keptLaptop();
    const first = laptop.look();
    expect(first.reports).toEqual([{ kind: "watching", clients: [KEPT], left: [] }]);
    for (const verdict of [first, laptop.after(10), laptop.after(60_000, { received: 200 })]) {
      expect(verdict).toMatchObject({ actions: [], lookAgainIn: null });
      expect(verdict.waitsForTraffic.size).toBe(0);
    }
  });

  it("leaves a client alone that has lost its server without any fault of this network", () => {
    const laptop = keptLaptop();
    laptop.look();
    for (const socket of [null, { from: HOME.own, port: 40_001, state: "syn-sent" }]) {
      expect(laptop.after(1_000, { socket })).toMatchObject({ actions: [], reports: [], lookAgainIn: null });
    }
  });
});

describe("a laptop that goes to another network", () => {
  it("gets its pin moved and its client asked to reconnect, in this order and in one go", () => {
    const laptop = keptLaptop();
    laptop.look();
    const verdict = laptop.after(5_000, AWAY);
    expect(steps(verdict)).toMatchObject([
      { op: "replace-route", route: { gateway: HOME.router }, replacement: { gateway: HOTSPOT.router } },
      { op: "nudge-client", pid: CLIENT, signal: "SIGUSR2" },
    ]);
    expect(verdict.reports).toEqual([{ kind: "disturbed", client: KEPT, finding: "gateway-pin-stale" }]);
    expect(verdict.waitsForTraffic).toEqual(new Map([["tun0", 100]]));
  });

  it("is back with the first packet out of the tunnel, after the silence since the first news of the change", () => {
    const laptop = keptLaptop();
    laptop.look();
    laptop.after(5_000, AWAY, 10);
    laptop.after(1, { pin: HOTSPOT.router });
    expect(kinds(laptop.after(9, { socket: null }))).toEqual([]);
    expect(kinds(laptop.after(20, { socket: NEW_CONNECTION }))).toEqual([]);
    const verdict = laptop.after(60, { received: 101 });
    const back = { kind: "back", client: KEPT, silence: 100, seenBy: "traffic", byItself: false };
    expect(verdict).toMatchObject({ reports: [back], actions: [], lookAgainIn: null });
  });

  it("is back by a connection that lasts when nobody sends anything", () => {
    const laptop = keptLaptop();
    laptop.look();
    laptop.after(5_000, AWAY);
    laptop.after(50, { pin: HOTSPOT.router, socket: NEW_CONNECTION });
    expect(kinds(laptop.after(1_000))).toEqual([]);
    expect(laptop.after(1_000).reports).toMatchObject([{ kind: "back", silence: 50, seenBy: "connection" }]);
  });

  it("waits for a router when the address comes before the default route, and adds the lost pin as soon as there is one", () => {
    const laptop = keptLaptop();
    laptop.look();
    const lost = laptop.after(5_000, { network: null, pin: null });
    expect({ operations: operations(lost), kinds: kinds(lost) }).toEqual({
      operations: [],
      kinds: ["disturbed", "no-router"],
    });
    const half = laptop.after(400, { network: { ...HOTSPOT, router: null } });
    expect({ operations: operations(half), kinds: kinds(half) }).toEqual({ operations: [], kinds: [] });
    const whole = laptop.after(900, { network: HOTSPOT });
    expect(steps(whole)).toMatchObject([
      { op: "add-route", route: { destination: `${SERVER}/32`, gateway: HOTSPOT.router, interface: "wlan0" } },
      { op: "nudge-client" },
    ]);
    laptop.after(30, { pin: HOTSPOT.router, socket: NEW_CONNECTION });
    expect(laptop.after(10, { received: 101 }).reports).toMatchObject([{ kind: "back", silence: 1_340 }]);
  });

  it("gets its pin moved at once, and its client asked only when the client's own script has ended: once", () => {
    const laptop = keptLaptop();
    laptop.look();
    expect(operations(laptop.after(5_000, { ...AWAY, children: [4712] }))).toEqual(["replace-route"]);
    const busy = laptop.after(15, { pin: HOTSPOT.router });
    expect({ operations: operations(busy), kinds: kinds(busy) }).toEqual({ operations: [], kinds: ["script-running"] });
    expect(operations(laptop.after(15, { children: [] }))).toEqual(["nudge-client"]);
    expect(operations(laptop.after(15))).toEqual([]);
    expect(operations(laptop.after(1_000))).toEqual([]);
  });

  it("does not disturb a client that has reconnected by itself, and says that it did", () => {
    const laptop = keptLaptop();
    laptop.look();
    laptop.after(5_000, { network: null, pin: null });
    const verdict = laptop.after(500, { network: HOTSPOT, pin: HOTSPOT.router, socket: NEW_CONNECTION });
    expect(operations(verdict)).toEqual([]);
    expect(laptop.after(20, { received: 101 }).reports).toMatchObject([{ kind: "back", byItself: true, silence: 520 }]);
  });

  it("does not break off a call that is on its way, as long as the kernel repeats it", () => {
    const laptop = keptLaptop();
    laptop.look();
    laptop.after(5_000, { network: null, pin: null });
    const calling = { from: HOTSPOT.own, port: 50_000, state: "syn-sent" };
    const verdict = laptop.after(500, { network: HOTSPOT, pin: HOTSPOT.router, socket: calling });
    expect({ operations: operations(verdict), kinds: kinds(verdict) }).toEqual({
      operations: [],
      kinds: ["reconnecting-by-itself"],
    });
    expect(operations(laptop.after(7_000))).toEqual([]);
    laptop.after(2_000);
    expect(operations(laptop.after(2_000))).toEqual(["nudge-client"]);
  });

  it("is asked for nothing when it is back in its first network before anything could be done", () => {
    const laptop = keptLaptop();
    laptop.look();
    laptop.after(5_000, { network: null, pin: null });
    const verdict = laptop.after(300, { network: HOME, pin: HOME.router });
    expect(operations(verdict)).toEqual([]);
    expect(verdict.reports).toMatchObject([{ kind: "back", byItself: true }]);
  });

  it("is held back while the network wants a sign-in first", () => {
    const laptop = keptLaptop();
    laptop.look();
    const held = laptop.after(5_000, { ...AWAY, portal: true });
    expect({ operations: operations(held), kinds: kinds(held) }).toEqual({
      operations: [],
      kinds: ["disturbed", "captive-network"],
    });
    expect(held.lookAgainIn).toBe(1_000);
    expect(operations(laptop.after(9_000, { portal: false }))).toEqual(["replace-route", "nudge-client"]);
  });

  it("is explained, and not touched, on a network that carries only the other family", () => {
    const inet6 = newRoute({
      family: "inet6",
      destination: "::/0",
      gateway: "fe80::1",
      host: false,
      interface: "wlan0",
    });
    const laptop = keptLaptop();
    laptop.look();
    const verdict = laptop.after(5_000, { network: null, pin: null, moreRoutes: [inet6] });
    expect({ operations: operations(verdict), kinds: kinds(verdict) }).toEqual({
      operations: [],
      kinds: ["disturbed", "other-family"],
    });
  });
});

describe("a keep-alive that begins in the middle", () => {
  it("asks a client whose pin was put right, but whose connection is from an address that is gone", () => {
    const laptop = keptLaptop({ network: HOTSPOT, pin: HOTSPOT.router });
    const verdict = laptop.look();
    expect(operations(verdict)).toEqual(["nudge-client"]);
    expect(kinds(verdict)).toEqual(["watching", "disturbed"]);
  });

  it("leaves a client that is between two calls to its own loop: nothing proves that it was the network", () => {
    expect(keptLaptop({ socket: null }).look()).toMatchObject({ actions: [], lookAgainIn: null });
  });
});

describe("knowing when to stop", () => {
  const inVain = () => {
    const laptop = keptLaptop();
    laptop.look();
    const first = laptop.after(5_000, AWAY);
    laptop.after(1, { pin: HOTSPOT.router, socket: null });
    const asked = [first, ...Array.from({ length: 200 }, () => laptop.after(1_000))].map(operations).flat();
    return { laptop, asked };
  };

  it("tries five times with longer and longer pauses, then says so and does nothing more", () => {
    const { laptop, asked } = inVain();
    expect(asked.filter((op) => op === "nudge-client")).toHaveLength(5);
    for (let minute = 0; minute < 20; minute++) expect(operations(laptop.after(60_000))).toEqual([]);
  });

  it("reports that it gave up exactly once", () => {
    const laptop = keptLaptop();
    laptop.look();
    laptop.after(5_000, AWAY);
    laptop.after(1, { pin: HOTSPOT.router, socket: null });
    const said = Array.from({ length: 400 }, () => laptop.after(1_000)).flatMap(kinds);
    expect(said.filter((kind) => kind === "gave-up")).toHaveLength(1);
  });

  it("tries again in another network, and knows when the client came back by itself", () => {
    const { laptop } = inVain();
    const home = laptop.after(1_000, { network: HOME });
    expect(operations(home)).toEqual(["replace-route", "nudge-client"]);
    const other = inVain().laptop;
    other.after(100_000);
    other.after(1_000, { socket: NEW_CONNECTION });
    expect(other.after(20, { received: 101 }).reports).toMatchObject([{ kind: "back" }]);
  });

  it("takes the end of a client that was asked to reconnect for the server's refusal", () => {
    const laptop = keptLaptop();
    laptop.look();
    laptop.after(5_000, AWAY);
    const verdict = laptop.after(80, { pin: HOTSPOT.router, alive: false, socket: null });
    expect(verdict.reports).toEqual([
      { kind: "refused", client: KEPT },
      { kind: "watching", clients: [], left: [] },
    ]);
    expect(verdict).toMatchObject({ actions: [], lookAgainIn: null });
  });

  it("says nothing of a refusal when a client is ended that had its connection", () => {
    const laptop = keptLaptop();
    laptop.look();
    expect(kinds(laptop.after(5_000, { alive: false }))).toEqual(["watching"]);
  });

  it("tries again soon, and counts it, when an action did not work", () => {
    const laptop = keptLaptop();
    laptop.look();
    laptop.after(5_000, AWAY);
    laptop.actionFails();
    expect(operations(laptop.after(100))).toEqual(["replace-route", "nudge-client"]);
    laptop.actionFails();
    const more = Array.from({ length: 50 }, () => {
      const verdict = laptop.after(2_000);
      if (verdict.actions.length > 0) laptop.actionFails();
      return verdict;
    });
    expect(more.filter((verdict) => verdict.actions.length > 0)).toHaveLength(3);
    expect(more.flatMap(kinds).filter((kind) => kind === "gave-up")).toHaveLength(1);
  });
});

describe("clients that are none of its business", () => {
  it.each([
    ["OpenVPN, which means statistics by this signal", { command: `openvpn --remote ${SERVER} --dev tun0` }],
    [
      "openconnect under NetworkManager",
      {
        moreProcesses: [running("/usr/lib/NetworkManager/nm-openconnect-service", { pid: 1 })],
      },
    ],
  ])("%s is left alone whatever happens", (_name, start) => {
    const laptop = keptLaptop(start);
    expect(laptop.look().memory.size).toBe(0);
    const verdict = laptop.after(5_000, AWAY);
    expect(verdict).toMatchObject({ actions: [], lookAgainIn: null });
  });
});
