import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { linuxPlatform } from "../../../electron/observe/linux.ts";
import { createObserver } from "../../../electron/observe/observer.ts";
import type { Observer } from "../../../electron/observe/observer.ts";
import { changesOf, watchSnapshots } from "../../../electron/observe/watch.ts";
import type { Look } from "../../../electron/observe/watch.ts";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import { canHaveNamespaces, makeNamespace } from "../../support/network-namespace.ts";
import type { NetworkNamespace } from "../../support/network-namespace.ts";
import { observedValue } from "../../support/observed-value.ts";
import { until } from "../../support/until.ts";

/** The changes that looks gave, in short: `address-added wlan0 198.51.100.2/28`. */
function namesOf(looks: readonly Look[]): string[] {
  return looks.flatMap((look) => changesOf(look).map(({ code, args }) => [code, ...Object.values(args)].join(" ")));
}

describe.runIf(canHaveNamespaces)("a real Linux network", () => {
  let room: NetworkNamespace;
  let observer: Observer;
  let captures = 0;

  beforeEach(async () => {
    room = await makeNamespace();
    await room.ip("link add wlan0 type veth peer name air0");
    await room.ip("link set air0 up");
    await room.ip("link set wlan0 up");
    await room.ip("addr add 198.51.100.2/28 dev wlan0");
    await room.ip("route add default via 198.51.100.1 dev wlan0");
    observer = createObserver({ platform: linuxPlatform(room.place) });
    captures = 0;
  });
  afterEach(() => room.end());

  const counting = (): Pick<Observer, "capture" | "changes"> => ({
    changes: (signal) => observer.changes(signal),
    capture(signal) {
      captures += 1;
      return observer.capture(signal);
    },
  });

  /** Watches while `act` works; gives all looks up to the one that has the change named last. */
  async function watchWhile(act: () => Promise<void>, last: string): Promise<Look[]> {
    const abort = new AbortController();
    const looks: Look[] = [];
    const done = (async () => {
      for await (const look of watchSnapshots(counting(), abort.signal)) looks.push(look);
    })();
    await until("the first looks", () => looks.length > 1);
    await act();
    await until(last, () => namesOf(looks).includes(last));
    abort.abort();
    await done;
    return looks;
  }

  it("is observed in full", async () => {
    const { snapshot, ignored } = snapshotOf(await observer.capture());
    expect(ignored).toEqual([]);
    const parts = Object.entries({ ...snapshot.routes, ...snapshot }).filter(
      ([, part]) => part !== null && typeof part === "object" && "observed" in part && part.observed && !part.partial,
    );
    expect(parts.map(([name]) => name).toSorted()).toEqual([
      "inet",
      "inet6",
      "interfaces",
      "neighbours",
      "processes",
      "resolvers",
      "rules",
      "sockets",
      "stateFiles",
      "tunnelOwners",
    ]);
    expect(
      observedValue(snapshot.routes.inet)
        .filter((route) => route.table === "main")
        .map((route) => route.destination),
    ).toEqual(["0.0.0.0/0", "198.51.100.0/28"]);
    expect(observedValue(snapshot.interfaces).find((entry) => entry.name === "wlan0")).toMatchObject({
      kind: "veth",
      carrier: true,
    });
  });

  it("shows the processes inside and none of those outside", async () => {
    const { snapshot } = snapshotOf(await observer.capture());
    const pids = observedValue(snapshot.processes).map((process) => process.pid);
    expect(pids).toContain(Number(room.place.process.slice("/proc/".length)));
    expect(pids).not.toContain(process.pid);
    const ownView = snapshotOf(await createObserver().capture()).snapshot;
    const own = observedValue(ownView.processes).map((entry) => entry.pid);
    expect(own).toContain(process.pid);
    expect(own).not.toContain(pids[0]);
  });

  it("gives back every kind of route that the kernel holds", async () => {
    await room.ip("route add 203.0.113.9 via 198.51.100.1 dev wlan0 proto static metric 5 mtu 1400 table 52");
    await room.ip("route add blackhole 203.0.113.0/25");
    await room.ip("route add 192.0.2.0/24 nexthop via 198.51.100.1 dev wlan0 nexthop via 198.51.100.3 dev wlan0");
    await room.ip("-6 route add 2001:db8::/32 via fe80::1 dev wlan0");
    const { snapshot } = snapshotOf(await observer.capture());
    const routes = [...observedValue(snapshot.routes.inet), ...observedValue(snapshot.routes.inet6)];
    const find = (destination: string) => routes.find((route) => route.destination === destination);
    expect(find("203.0.113.9/32")).toMatchObject({
      table: "52",
      metric: 5,
      protocol: "static",
      metrics: { mtu: 1400 },
      unmodelled: [],
    });
    expect(find("203.0.113.0/25")).toMatchObject({ type: "blackhole", interface: null });
    expect(find("192.0.2.0/24")).toMatchObject({ multipath: true, gateway: "198.51.100.1" });
    expect(find("2001:db8::/32")).toMatchObject({ gateway: "fe80::1", preference: "medium" });
  });

  it("reports a switch of the network, with the pin that stays behind, by names", async () => {
    const looks = await watchWhile(async () => {
      await room.ip("route add 203.0.113.9 via 198.51.100.1 dev wlan0");
      await room.ip("addr add 198.51.100.130/28 dev wlan0");
      await room.ip("route replace default via 198.51.100.129 dev wlan0");
      await room.ip("addr del 198.51.100.2/28 dev wlan0");
    }, "address-removed wlan0 198.51.100.2/28");
    const names = namesOf(looks);
    expect(names).toContain("address-added wlan0 198.51.100.130/28");
    expect(names).toContain("default-route-changed inet 198.51.100.129 wlan0 198.51.100.1 wlan0");
    expect(names).toContain("route-added 203.0.113.9/32 198.51.100.1 wlan0");
    expect(names.some((name) => name.startsWith("network-changed wlan0 "))).toBe(true);
    expect(names.some((name) => name.startsWith("route-removed"))).toBe(false);
  });

  it("reports a link that is lost and found", async () => {
    const lost = await watchWhile(() => room.ip("link set air0 down"), "interface-down wlan0");
    expect(lost.at(-1)?.snapshot.interfaces).toMatchObject({ observed: true });
    await watchWhile(() => room.ip("link set air0 up"), "interface-up wlan0");
  });

  it("looks a few times, not hundreds, at a burst of changes", async () => {
    const routes = Array.from({ length: 200 }, (_, index) => `203.0.113.${index + 1} via 198.51.100.1 dev wlan0\n`);
    const words = (verb: string) => routes.map((route) => `route ${verb} ${route}`).join("");
    const looks = await watchWhile(async () => {
      captures = 0;
      await room.ip("-batch -", words("add"));
    }, "route-added 203.0.113.200/32 198.51.100.1 wlan0");
    expect(namesOf(looks).filter((name) => name.startsWith("route-added"))).toHaveLength(200);
    expect(captures).toBeLessThanOrEqual(10);
  });
});
