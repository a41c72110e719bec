import { describe, expect, it } from "vitest";
import { parseAddress } from "../../../shared/network/address.ts";
import { forwardingOf } from "../../../shared/network/forwarding.ts";
import type { Rule } from "../../../shared/snapshot/interface.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { darwinRoute, linuxRoute } from "../../support/example-route.ts";
import { KERNEL_RULES, rule, snapshotOfMachine } from "../../support/machine.ts";

const uplink = linuxRoute({ destination: "0.0.0.0/0", gateway: "192.168.1.1", host: false, metric: 600 });
const into = (name: string, destination: string, changes: Partial<Route> = {}) =>
  linuxRoute({ destination, gateway: "link", interface: name, host: false, scope: "link", ...changes });

/** `interface` and destination of the row that takes the address, null when none does. */
function taken(address: string, routes: Route[], rules: readonly Rule[] = KERNEL_RULES): string | null {
  const parsed = parseAddress(address);
  if (parsed === null) throw new Error(`${address} is no address`);
  const best = forwardingOf(snapshotOfMachine("linux", { routes, rules })).best(parsed);
  return best === null ? null : `${best.type === "unicast" ? best.interface : best.type} ${best.destination}`;
}

describe("forwarding on Linux", () => {
  it("takes the longest prefix, then the lowest metric", () => {
    const cable = { ...uplink, interface: "eth0", metric: 100 };
    expect(taken("203.0.113.9", [uplink, cable])).toBe("eth0 0.0.0.0/0");
    expect(taken("10.20.0.1", [uplink, cable, into("tun0", "10.20.0.0/16")])).toBe("tun0 10.20.0.0/16");
  });

  it("looks into `local`, `main` and `default` when the rules were not seen", () => {
    expect(taken("203.0.113.9", [uplink, into("tun0", "0.0.0.0/0", { table: "52" })], [])).toBe("wlan0 0.0.0.0/0");
  });

  it("follows wg-quick: all but the longer prefixes of main goes into its table", () => {
    const rules = [
      ...KERNEL_RULES,
      rule(32_764, { table: "main", suppressPrefixLength: 0 }),
      rule(32_765, { firewallMark: "0xca6c", negated: true, table: "51820" }),
    ];
    const routes = [uplink, into("wg0", "0.0.0.0/0", { table: "51820" }), into("wlan0", "192.168.1.0/24")];
    expect(taken("203.0.113.9", routes, rules)).toBe("wg0 0.0.0.0/0");
    expect(taken("192.168.1.7", routes, rules)).toBe("wlan0 192.168.1.0/24");
  });

  it("leaves tables to marked packets that only a mark leads to", () => {
    const rules = [...KERNEL_RULES, rule(5210, { firewallMark: "0x80000", firewallMask: "0xff0000", table: "bypass" })];
    expect(taken("203.0.113.9", [uplink, into("tun0", "0.0.0.0/0", { table: "bypass" })], rules)).toBe(
      "wlan0 0.0.0.0/0",
    );
  });

  it("matches the mark zero, which every packet carries", () => {
    const rules = [...KERNEL_RULES, rule(100, { firewallMark: "0x0", firewallMask: "0xff0000", table: "100" })];
    expect(taken("203.0.113.9", [uplink, into("tun0", "0.0.0.0/0", { table: "100" })], rules)).toBe("tun0 0.0.0.0/0");
  });

  it("obeys a rule for one destination, also a negated one", () => {
    const routes = [uplink, into("tun0", "0.0.0.0/0", { table: "100" })];
    const to = [...KERNEL_RULES, rule(100, { destination: "203.0.113.0/24", table: "100" })];
    expect(taken("203.0.113.9", routes, to)).toBe("tun0 0.0.0.0/0");
    expect(taken("198.51.100.1", routes, to)).toBe("wlan0 0.0.0.0/0");
    const notTo = [...KERNEL_RULES, rule(100, { destination: "203.0.113.0/24", negated: true, table: "100" })];
    expect(taken("203.0.113.9", routes, notTo)).toBe("wlan0 0.0.0.0/0");
    expect(taken("198.51.100.1", routes, notTo)).toBe("tun0 0.0.0.0/0");
  });

  it("ignores rules for one source or for packets of others, but not those for `iif lo`", () => {
    const routes = [uplink, into("tun0", "0.0.0.0/0", { table: "100" })];
    const withRule = (changes: Partial<Rule>) =>
      taken("203.0.113.9", routes, [...KERNEL_RULES, rule(100, { table: "100", ...changes })]);
    expect(withRule({ source: "10.9.0.5" })).toBe("wlan0 0.0.0.0/0");
    expect(withRule({ inputInterface: "docker0" })).toBe("wlan0 0.0.0.0/0");
    expect(withRule({ outputInterface: "eth0" })).toBe("wlan0 0.0.0.0/0");
    expect(withRule({ inputInterface: "lo" })).toBe("tun0 0.0.0.0/0");
  });

  it("ends the search of a table at a throw row: the table's own default does not count any more", () => {
    const rules = [...KERNEL_RULES, rule(5270, { table: "52" })];
    const routes = [
      uplink,
      into("tailscale0", "0.0.0.0/0", { table: "52" }),
      into("", "192.168.1.0/24", { type: "throw", interface: null, table: "52" }),
    ];
    expect(taken("192.168.1.9", routes, rules)).toBe("wlan0 0.0.0.0/0");
    expect(taken("203.0.113.9", routes, rules)).toBe("tailscale0 0.0.0.0/0");
  });

  it("stops where a rule refuses", () => {
    const rules = [rule(0, { table: "local" }), rule(100, { action: "unreachable" }), rule(32_766, { table: "main" })];
    expect(taken("203.0.113.9", [uplink], rules)).toBeNull();
  });

  it("goes on with the rule that a goto names, past those between; a goto without target does nothing", () => {
    const routes = [uplink, into("tun0", "0.0.0.0/0", { table: "100" })];
    const between = [...KERNEL_RULES, rule(200, { table: "100" })];
    expect(taken("203.0.113.9", routes, between)).toBe("tun0 0.0.0.0/0");
    const past = rule(100, { action: "goto", gotoPriority: 32_766 });
    expect(taken("203.0.113.9", routes, [...between, past])).toBe("wlan0 0.0.0.0/0");
    const nowhere = rule(100, { action: "goto", gotoPriority: 300 });
    expect(taken("203.0.113.9", routes, [...between, nowhere])).toBe("tun0 0.0.0.0/0");
    const marked = rule(100, { action: "goto", gotoPriority: 32_766, firewallMark: "0x1" });
    expect(taken("203.0.113.9", routes, [...between, marked])).toBe("tun0 0.0.0.0/0");
  });

  it("takes a blackhole for what it is, and a dead row not at all", () => {
    const hole = into("", "203.0.113.0/24", { type: "blackhole", interface: null });
    expect(taken("203.0.113.9", [uplink, hole])).toBe("blackhole 203.0.113.0/24");
    expect(taken("203.0.113.9", [{ ...uplink, metric: 1, interface: "eth0", flags: ["dead"] }, uplink])).toBe(
      "wlan0 0.0.0.0/0",
    );
  });

  it("goes on using a row that is only linkdown, as the kernel does", () => {
    const cable = { ...uplink, interface: "eth0", metric: 100, flags: ["linkdown"] };
    expect(taken("203.0.113.9", [uplink, cable])).toBe("eth0 0.0.0.0/0");
  });
});

describe("forwarding on macOS", () => {
  const wifi = darwinRoute({ destination: "0.0.0.0/0", gateway: "172.20.10.1", host: false, flags: ["U", "G", "S"] });
  const takenOnMac = (address: string, routes: Route[]) => {
    const parsed = parseAddress(address);
    if (parsed === null) throw new Error(`${address} is no address`);
    return forwardingOf(snapshotOfMachine("darwin", { routes })).best(parsed);
  };

  it("does not count scoped rows and clones", () => {
    const scoped = { ...wifi, scoped: true, interface: "en7" };
    const clone = darwinRoute({ destination: "203.0.113.9/32", flags: ["U", "G", "H", "W"] });
    expect(takenOnMac("203.0.113.9", [scoped, clone])).toBeNull();
    expect(takenOnMac("203.0.113.9", [scoped, clone, wifi])).toBe(wifi);
  });

  it("prefers a host row to a /32 net row of the same address", () => {
    const net = darwinRoute({ destination: "203.0.113.9/32", host: false, flags: ["U", "G", "S"] });
    const host = darwinRoute({ destination: "203.0.113.9/32" });
    expect(takenOnMac("203.0.113.9", [net, host])).toBe(host);
  });
});
