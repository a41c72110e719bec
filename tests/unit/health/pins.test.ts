import { describe, expect, it } from "vitest";
import { factsOf } from "../../../shared/health/facts.ts";
import { attributionOf, hasPinForm, mayRepairFor, pinOwner } from "../../../shared/health/pins.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import type { History } from "../../../shared/history/history.ts";
import { destinationOf } from "../../../shared/network/route-prefix.ts";
import { darwinRoute } from "../../support/example-route.ts";
import { HOTSPOT, intoUtun } from "../../support/machine-rows.ts";
import { card, running, snapshotOfMachine, tunnel } from "../../support/machine.ts";
import type { Machine } from "../../support/machine.ts";

const pin = darwinRoute();
const privatePin = darwinRoute({ destination: "10.20.0.5/32" });
const interfaces = [
  card("en0", ["172.20.10.2/28"]),
  tunnel("utun6", ["172.20.151.1/32"]),
  tunnel("utun7", ["10.8.0.6/32"]),
];
const openconnect = running("openconnect vpn.example.com", { pid: 1 });
const openvpn = running("openvpn --config work.ovpn", { pid: 2 });
const owners = [
  { interface: "utun6", pid: 1 },
  { interface: "utun7", pid: 2 },
];

const facts = (machine: Machine, history: Partial<History> = {}) =>
  factsOf(snapshotOfMachine("darwin", { interfaces, tunnelOwners: owners, ...machine }), {
    ...EMPTY_HISTORY,
    ...history,
  });
const ownerOf = (machine: Machine) => pinOwner(facts(machine), destinationOf(pin))?.kind ?? null;

describe("the owner of a pin", () => {
  it("is the client whose server it leads to", () => {
    expect(ownerOf({ processes: [openvpn, running("openconnect 222.66.117.109", { pid: 1 })] })).toBe("openconnect");
  });

  it("is the only client of an unknown server, if the pin lies in that client's own tunnel", () => {
    expect(ownerOf({ processes: [openconnect], routes: [intoUtun("222.66.117.0/24")] })).toBe("openconnect");
    expect(ownerOf({ processes: [openconnect], routes: [intoUtun("222.66.117.0/24", "utun7")] })).toBeNull();
    expect(ownerOf({ processes: [openconnect], routes: [] })).toBeNull();
  });

  it("is not guessed among two", () => {
    expect(ownerOf({ processes: [openconnect, openvpn], routes: [intoUtun("222.66.117.0/24")] })).toBeNull();
  });

  it("is not a client without a tunnel, one that marks its sockets, or one whose server is known to be another", () => {
    const routes = [intoUtun("222.66.117.0/24")];
    expect(ownerOf({ processes: [openconnect], routes, tunnelOwners: [] })).toBeNull();
    expect(ownerOf({ processes: [running("/usr/sbin/tailscaled", { pid: 1 })], routes })).toBeNull();
    expect(ownerOf({ processes: [running("openconnect 203.0.113.9", { pid: 1 })], routes })).toBeNull();
  });
});

describe("what ties a host route to a VPN", () => {
  it("is remembered, for the address itself or for the networks of its tunnel", () => {
    expect(attributionOf(facts({}, { servers: ["10.20.0.5"] }), privatePin)).toBe("known-server");
    expect(attributionOf(facts({}, { tunnelPrefixes: ["10.20.0.0/16"] }), privatePin)).toBe("inside-tunnel-prefix");
  });

  it("is that its address is routed into a tunnel, too", () => {
    expect(attributionOf(facts({ routes: [intoUtun("10.20.0.0/16")] }), privatePin)).toBe("inside-tunnel-prefix");
  });

  it("is for a public address at least its form, for a private one nothing", () => {
    expect(attributionOf(facts({}), pin)).toBe("public-host");
    expect(attributionOf(facts({}), privatePin)).toBeNull();
  });

  it("is for a private address not that a tunnel takes everything", () => {
    const halves = [intoUtun("0.0.0.0/1"), intoUtun("128.0.0.0/1")];
    expect(attributionOf(facts({ routes: halves }), privatePin)).toBeNull();
    expect(attributionOf(facts({}, { tunnelPrefixes: ["0.0.0.0/1"] }), privatePin)).toBeNull();
    expect(attributionOf(facts({ routes: halves }), pin)).toBe("inside-tunnel-prefix");
  });
});

describe("the form of a pin", () => {
  it("is a single address through a router on a physical interface", () => {
    expect(hasPinForm(facts({ routes: HOTSPOT }), pin)).toBe(true);
    expect(hasPinForm(facts({}), darwinRoute({ host: false, flags: ["U", "G", "S", "c"] }))).toBe(true);
  });

  it.each([
    ["a network", darwinRoute({ destination: "222.66.117.0/24", host: false })],
    ["a row into a tunnel", darwinRoute({ interface: "utun6" })],
    ["a row on the loopback", darwinRoute({ interface: "lo0" })],
    ["a row to the link", darwinRoute({ gateway: "link" })],
    ["an address that is none of a host", darwinRoute({ destination: "255.255.255.255/32" })],
    ["a null route", darwinRoute({ type: "blackhole" })],
  ])("is not %s", (_what, route) => {
    expect(hasPinForm(facts({}), route)).toBe(false);
  });
});

describe("Holdfast may put right the routes", () => {
  const client = (command: string) => facts({ processes: [running(command, { pid: 1 })] }).clients[0];

  it.each([
    ["openconnect 222.66.117.109", true],
    ["openvpn --config x", true],
    ["/Applications/GlobalProtect.app/Contents/Resources/PanGPS", false],
    ["wireguard-go utun", false],
    ["openvpn --up /usr/lib/nm-openvpn-service-openvpn-helper", false],
  ])("of `%s`: %s", (command, expected) => {
    const found = client(command);
    expect(found === undefined ? null : mayRepairFor(found)).toBe(expected);
  });
});
