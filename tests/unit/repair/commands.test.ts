import { describe, expect, it } from "vitest";
import { commandOf, commandsOf } from "../../../shared/repair/commands.ts";
import { inverseOf } from "../../../shared/repair/inverse.ts";
import type { Step } from "../../../shared/repair/step.ts";
import { darwinRoute, linuxRoute } from "../../support/example-route.ts";

const words = (step: Step, os: "darwin" | "linux") => commandsOf(step, os).map((command) => command.join(" "));

describe("commands on Darwin", () => {
  it("deletes a host row by -host with its gateway for the reader, as the contract prints it", () => {
    const step: Step = { op: "delete-route", route: darwinRoute() };
    expect(commandsOf(step, "darwin")).toEqual([
      ["/sbin/route", "-n", "delete", "-host", "222.66.117.109", "10.51.0.1"],
    ]);
    const inverse = inverseOf(step);
    expect(inverse && commandOf(inverse, "darwin")).toEqual([
      "/sbin/route",
      "-n",
      "add",
      "-host",
      "222.66.117.109",
      "10.51.0.1",
    ]);
  });

  it("names a row with a mask by -net, with all four octets and the length", () => {
    const route = darwinRoute({ destination: "222.66.117.0/24", host: false });
    expect(words({ op: "delete-route", route }, "darwin")).toEqual([
      "/sbin/route -n delete -net 222.66.117.0/24 10.51.0.1",
    ]);
  });

  it("uses -net for a /32 that is no host row", () => {
    const route = darwinRoute({ host: false });
    expect(words({ op: "delete-route", route }, "darwin")).toEqual([
      "/sbin/route -n delete -net 222.66.117.109/32 10.51.0.1",
    ]);
  });

  it("names the interface of a scoped row, which alone tells it from the unscoped one", () => {
    const route = darwinRoute({ scoped: true });
    expect(words({ op: "delete-route", route }, "darwin")).toEqual([
      "/sbin/route -n delete -ifscope en0 -host 222.66.117.109 10.51.0.1",
    ]);
  });

  it("writes an on-link row by its interface and an IPv6 row with its family", () => {
    const onLink = darwinRoute({ destination: "10.80.0.0/20", host: false, gateway: "link", interface: "utun6" });
    expect(words({ op: "add-route", route: onLink }, "darwin")).toEqual([
      "/sbin/route -n add -net 10.80.0.0/20 -interface utun6",
    ]);
    const inet6 = darwinRoute({ family: "inet6", destination: "2001:db8::9/128", gateway: "fe80::1%en0" });
    expect(words({ op: "add-route", route: inet6 }, "darwin")).toEqual([
      "/sbin/route -n add -inet6 -host 2001:db8::9 fe80::1%en0",
    ]);
  });

  it("writes the default route by its name", () => {
    const route = darwinRoute({ destination: "0.0.0.0/0", host: false, gateway: "172.20.10.1" });
    expect(words({ op: "add-route", route }, "darwin")).toEqual(["/sbin/route -n add -net default 172.20.10.1"]);
  });

  it("replaces by a deletion and an addition", () => {
    const route = darwinRoute();
    const replacement = darwinRoute({ gateway: "172.20.10.1" });
    expect(words({ op: "replace-route", route, replacement }, "darwin")).toEqual([
      "/sbin/route -n delete -host 222.66.117.109 10.51.0.1",
      "/sbin/route -n add -host 222.66.117.109 172.20.10.1",
    ]);
  });
});

describe("commands on Linux", () => {
  it("deletes with the full selector, a protocol that is not printed being boot", () => {
    expect(words({ op: "delete-route", route: linuxRoute() }, "linux")).toEqual([
      "/usr/sbin/ip -4 route del 203.0.113.9/32 via 198.51.100.1 dev wlan0 table main proto boot",
    ]);
  });

  it("names source, metric, scope and the row's own metrics, so that undo adds the very same row", () => {
    const route = linuxRoute({
      protocol: "static",
      scope: "link",
      source: "198.51.100.2",
      metric: 600,
      metrics: { mtu: 1400 },
      flags: ["onlink"],
    });
    expect(words({ op: "delete-route", route }, "linux")).toEqual([
      "/usr/sbin/ip -4 route del 203.0.113.9/32 via 198.51.100.1 dev wlan0 table main proto static scope link src 198.51.100.2 metric 600 mtu 1400",
    ]);
    expect(words({ op: "add-route", route }, "linux")).toEqual([
      "/usr/sbin/ip -4 route add 203.0.113.9/32 via 198.51.100.1 dev wlan0 table main proto static scope link src 198.51.100.2 metric 600 mtu 1400 onlink",
    ]);
  });

  it("says the global scope of an IPv4 row over the link, where ip would take link", () => {
    const route = linuxRoute({ destination: "10.80.0.0/20", gateway: "link", interface: "tun0" });
    expect(words({ op: "add-route", route }, "linux")).toEqual([
      "/usr/sbin/ip -4 route add 10.80.0.0/20 dev tun0 table main proto boot scope global",
    ]);
  });

  it("keeps the preference of an IPv6 row unless it is the usual one", () => {
    const route = linuxRoute({ family: "inet6", destination: "2001:db8::/32", gateway: "fe80::1", metric: 1024 });
    expect(words({ op: "add-route", route: { ...route, preference: "medium" } }, "linux")).toEqual([
      "/usr/sbin/ip -6 route add 2001:db8::/32 via fe80::1 dev wlan0 table main proto boot metric 1024",
    ]);
    expect(commandOf({ op: "add-route", route: { ...route, preference: "high" } }, "linux").slice(-2)).toEqual([
      "pref",
      "high",
    ]);
  });

  it("changes a row in its place by one command, and deletes and adds when the place differs", () => {
    const route = linuxRoute();
    expect(
      words({ op: "replace-route", route, replacement: linuxRoute({ gateway: "198.51.100.129" }) }, "linux"),
    ).toEqual(["/usr/sbin/ip -4 route change 203.0.113.9/32 via 198.51.100.129 dev wlan0 table main proto boot"]);
    const moved = linuxRoute({ gateway: "198.51.100.129", metric: 100 });
    expect(words({ op: "replace-route", route, replacement: moved }, "linux")).toEqual([
      "/usr/sbin/ip -4 route del 203.0.113.9/32 via 198.51.100.1 dev wlan0 table main proto boot",
      "/usr/sbin/ip -4 route add 203.0.113.9/32 via 198.51.100.129 dev wlan0 table main proto boot metric 100",
    ]);
  });
});

describe("commands of the other steps", () => {
  it("shows a nudge, a cleared resolver file and a removed state file as what they are", () => {
    const nudge: Step = { op: "nudge-client", client: "openconnect", pid: 4711, startedAt: null, signal: "SIGUSR2" };
    expect(commandOf(nudge, "darwin")).toEqual(["/bin/kill", "-USR2", "4711"]);
    const clear: Step = { op: "clear-resolver", path: "/etc/resolv.conf", servers: ["10.99.0.1"] };
    expect(commandOf(clear, "linux")).toContain("/^nameserver 10\\.99\\.0\\.1$/d");
    const remove: Step = { op: "remove-state-file", path: "/var/run/vpnc/defaultroute.4711", pid: 4711 };
    expect(commandOf(remove, "linux")).toEqual(["/bin/rm", "--", "/var/run/vpnc/defaultroute.4711"]);
  });

  it("refuses to write a command for text that is no address", () => {
    const step: Step = { op: "delete-route", route: linuxRoute({ gateway: "198.51.100" }) };
    expect(() => commandsOf(step, "linux")).toThrow(RangeError);
  });
});

describe("inverse", () => {
  it("swaps the rows of a replacement and gives none for what only the journal can restore", () => {
    const route = linuxRoute();
    const replacement = linuxRoute({ gateway: "198.51.100.129" });
    expect(inverseOf({ op: "replace-route", route, replacement })).toEqual({
      op: "replace-route",
      route: replacement,
      replacement: route,
    });
    expect(inverseOf({ op: "add-route", route })).toEqual({ op: "delete-route", route });
    expect(inverseOf({ op: "clear-resolver", path: "/etc/resolv.conf", servers: [] })).toBeNull();
  });
});
