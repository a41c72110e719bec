import { describe, expect, it } from "vitest";
import { splitDefaultStale } from "../../../../shared/health/rules/split-default-stale.ts";
import { darwinRoute, linuxRoute } from "../../../support/example-route.ts";
import { evidenceOf, judgeBy, repairOf } from "../../../support/judge-rule.ts";
import { HOTSPOT, intoTun, intoUtun } from "../../../support/machine-rows.ts";
import { card, running, tunnel } from "../../../support/machine.ts";

const wifi = card("en0", ["172.20.10.2/28"]);
const halves = [intoTun("0.0.0.0/1"), intoTun("128.0.0.0/1")];

describe("halves of the default route", () => {
  it("are both deleted when nobody holds their tunnel", () => {
    const interfaces = [tunnel("tun0", ["10.8.0.6/32"], { persistent: true, carrier: false })];
    const found = judgeBy(splitDefaultStale, "linux", { interfaces, routes: halves });
    expect(found.map(({ certainty }) => certainty)).toEqual(["proven", "proven"]);
    expect(found.flatMap(repairOf)).toEqual(["delete-route 0.0.0.0/1", "delete-route 128.0.0.0/1"]);
  });

  it("are deleted when they lead to a router that is not here", () => {
    const route = darwinRoute({ destination: "0.0.0.0/1", gateway: "10.51.0.1", host: false });
    const [finding] = judgeBy(splitDefaultStale, "darwin", { interfaces: [wifi], routes: [...HOTSPOT, route] });
    expect(evidenceOf(finding)).toEqual(["next-hop-off-link"]);
  });

  it("are well in a tunnel that lives, whatever their next hop: a tunnel has no neighbours", () => {
    const viaOther = ["0.0.0.0/1", "128.0.0.0/1"].map((destination) =>
      darwinRoute({ destination, gateway: "10.8.0.1", interface: "utun4", host: false }),
    );
    const interfaces = [wifi, tunnel("utun4", ["10.8.0.6/32"])];
    expect(judgeBy(splitDefaultStale, "darwin", { interfaces, routes: [...HOTSPOT, ...viaOther] })).toEqual([]);
  });

  it("are suspected when a Mac drops them, or all of IPv6, and no client runs that could want it", () => {
    const held = (destination: string, gateway: string) =>
      darwinRoute({
        family: gateway.includes(":") ? "inet6" : "inet",
        destination,
        gateway,
        interface: "lo0",
        type: "blackhole",
        host: false,
      });
    const routes = [...HOTSPOT, held("128.0.0.0/1", "127.0.0.1"), held("2000::/3", "::1")];
    const found = judgeBy(splitDefaultStale, "darwin", { interfaces: [wifi], routes, processes: [] });
    expect(found.map(({ certainty, severity }) => `${certainty} ${severity}`)).toEqual([
      "suspected warning",
      "suspected warning",
    ]);
    const processes = [running("openvpn --config x")];
    expect(judgeBy(splitDefaultStale, "darwin", { interfaces: [wifi], routes, processes })).toEqual([]);
  });

  it("are no finding when they hold traffic back on purpose, or are any other prefix", () => {
    const hole = linuxRoute({
      destination: "128.0.0.0/1",
      gateway: "link",
      interface: null,
      host: false,
      type: "blackhole",
    });
    expect(judgeBy(splitDefaultStale, "linux", { routes: [hole] })).toEqual([]);
    const wide = { ...intoUtun("64.0.0.0/2", "utun9") };
    expect(judgeBy(splitDefaultStale, "darwin", { interfaces: [wifi], routes: [wide] })).toEqual([]);
  });

  it("of IPv6 count, too", () => {
    const inet6 = linuxRoute({
      family: "inet6",
      destination: "8000::/1",
      gateway: "link",
      interface: "tun0",
      host: false,
    });
    const interfaces = [tunnel("tun0", ["10.8.0.6/32"], { persistent: true, carrier: false })];
    expect(judgeBy(splitDefaultStale, "linux", { interfaces, routes: [inet6] })).toHaveLength(1);
  });
});
