import { describe, expect, it } from "vitest";
import { recogniseClients } from "../../../shared/clients/recognise.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { darwinRoute } from "../../support/example-route.ts";
import { card, running, snapshotOfMachine, tunnel } from "../../support/machine.ts";
import type { Machine } from "../../support/machine.ts";

const tunnelsOf = (os: OperatingSystem, machine: Machine) =>
  Object.fromEntries(recogniseClients(snapshotOfMachine(os, machine)).map(({ kind, interface: name }) => [kind, name]));

const openconnect = running("openconnect -b vpn.example.com", { pid: 1 });
const openvpn = running("openvpn --config work.ovpn", { pid: 2 });
const tailscale = running("/usr/sbin/tailscaled", { pid: 3 });

describe("the tunnel of a client", () => {
  it("is the one that it holds open", () => {
    const interfaces = [tunnel("utun6", ["172.20.151.1/32"]), tunnel("utun7", ["10.8.0.6/32"])];
    const tunnelOwners = [{ interface: "utun7", pid: 1 }];
    expect(tunnelsOf("darwin", { processes: [openconnect], interfaces, tunnelOwners })).toEqual({
      openconnect: "utun7",
    });
  });

  it("is the only one that nobody is known to hold, if it is the only client without one", () => {
    expect(
      tunnelsOf("darwin", { processes: [openconnect], interfaces: [tunnel("utun6", ["172.20.151.1/32"])] }),
    ).toEqual({ openconnect: "utun6" });
  });

  it("stays unknown when two tunnels or two clients could be confused", () => {
    const two = [tunnel("utun6", ["172.20.151.1/32"]), tunnel("utun7", ["10.8.0.6/32"])];
    expect(tunnelsOf("darwin", { processes: [openconnect], interfaces: two })).toEqual({ openconnect: null });
    expect(tunnelsOf("darwin", { processes: [openconnect, openvpn], interfaces: two.slice(1) })).toEqual({
      openconnect: null,
      openvpn: null,
    });
  });

  it("is never one of Apple's own, which have link-local addresses only", () => {
    const interfaces = [tunnel("utun0", ["fe80::1/64"]), tunnel("utun6", ["172.20.151.1/32"])];
    expect(tunnelsOf("darwin", { processes: [openconnect], interfaces })).toEqual({ openconnect: "utun6" });
  });

  it("is not given to a service, which runs all the time without one", () => {
    const pangps = running("/Applications/GlobalProtect.app/Contents/Resources/PanGPS");
    expect(tunnelsOf("darwin", { processes: [pangps], interfaces: [tunnel("utun6", ["172.20.151.1/32"])] })).toEqual({
      globalprotect: null,
    });
  });

  it("is told from those that can only be another's by name, kind or routes", () => {
    const linux = [
      tunnel("tun0", ["172.20.151.1/32"]),
      tunnel("tailscale0", ["100.101.7.21/32"]),
      tunnel("wg0", ["10.66.0.2/32"], { kind: "wireguard" }),
    ];
    expect(tunnelsOf("linux", { processes: [openconnect, tailscale], interfaces: linux })).toEqual({
      openconnect: "tun0",
      tailscale: "tailscale0",
    });
    const mac = [tunnel("utun6", ["172.20.151.1/32"]), tunnel("utun8", ["100.101.7.21/32"])];
    const routes = [
      darwinRoute({ destination: "100.100.100.100/32", gateway: "link", interface: "utun8", host: false }),
    ];
    expect(tunnelsOf("darwin", { processes: [openconnect, tailscale], interfaces: mac, routes })).toEqual({
      openconnect: "utun6",
      tailscale: "utun8",
    });
  });

  it("is not that of another client of the same kind, nor one that another names in its arguments", () => {
    const interfaces = [tunnel("utun8", ["100.101.7.21/32"])];
    const routes = [
      darwinRoute({ destination: "100.100.100.100/32", gateway: "link", interface: "utun8", host: false }),
    ];
    const second = running("/usr/local/bin/tailscaled", { pid: 4 });
    const found = recogniseClients(snapshotOfMachine("darwin", { processes: [tailscale, second], interfaces, routes }));
    expect(found.map((client) => client.interface)).toEqual([null, null]);
    const named = running("openconnect -i utun6 vpn.example.com", { pid: 5 });
    expect(
      tunnelsOf("darwin", { processes: [named, openvpn], interfaces: [tunnel("utun6", ["172.20.151.1/32"])] }),
    ).toEqual({ openconnect: "utun6", openvpn: null });
  });

  it("is none of the cards and bridges", () => {
    const interfaces = [card("en0", ["192.168.1.23/24"]), card("bridge100", ["192.168.2.1/24"])];
    expect(tunnelsOf("darwin", { processes: [openconnect], interfaces })).toEqual({ openconnect: null });
  });
});
