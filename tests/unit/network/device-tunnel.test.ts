import { describe, expect, it } from "vitest";
import { recogniseClients } from "../../../shared/clients/recognise.ts";
import { factsOf } from "../../../shared/health/facts.ts";
import { vpnTunnels } from "../../../shared/health/tunnels.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { isDeviceTunnel } from "../../../shared/network/device-tunnel.ts";
import { darwinRoute } from "../../support/example-route.ts";
import { HOTSPOT } from "../../support/machine-rows.ts";
import { card, running, snapshotOfMachine, tunnel } from "../../support/machine.ts";
import type { Machine } from "../../support/machine.ts";

const phone = tunnel("utun5", ["fe80::1/64", "fd5a:6f2b:77c1::1/64"]);
const row = (destination: string) =>
  darwinRoute({
    family: "inet6",
    destination,
    gateway: "link",
    interface: "utun5",
    host: destination.endsWith("/128"),
  });
const link = [row("fd5a:6f2b:77c1::/64"), row("fe80::/64"), row("ff00::/8")];
const machine: Machine = { interfaces: [card("en0", ["172.20.10.2/28"]), phone], routes: [...HOTSPOT, ...link] };
const tunnelsOf = (changes: Machine) =>
  vpnTunnels(factsOf(snapshotOfMachine("darwin", { ...machine, ...changes }), EMPTY_HISTORY));

describe("the tunnel by which Xcode reaches a phone", () => {
  it("is no VPN: one unique local network, and nothing behind it", () => {
    expect(isDeviceTunnel("utun5", snapshotOfMachine("darwin", machine))).toBe(true);
    expect(tunnelsOf({})).toEqual([]);
  });

  it("is not given to a client whose tunnel is not known", () => {
    const snapshot = snapshotOfMachine("darwin", { ...machine, processes: [running("openconnect vpn.example.com")] });
    expect(recogniseClients(snapshot).map((client) => client.interface)).toEqual([null]);
  });

  it.each([
    ["it leads beyond its own link", [...HOTSPOT, ...link, row("fd00::/16")]],
    ["it takes everything", [...HOTSPOT, ...link, row("::/1")]],
  ])("is not meant when %s", (_case, routes) => {
    expect(tunnelsOf({ routes })).toEqual(["utun5"]);
  });

  it("is not meant when it has an IPv4 address, or one of the Internet", () => {
    const [wifi] = machine.interfaces ?? [];
    for (const address of ["10.8.0.2/32", "2001:db8:5::2/64"]) {
      const other = tunnel("utun5", ["fd5a:6f2b:77c1::1/64", address]);
      expect(tunnelsOf({ interfaces: wifi === undefined ? [other] : [wifi, other] })).toEqual(["utun5"]);
    }
  });

  it("is not meant when a VPN client holds it", () => {
    const processes = [running("wireguard-go utun5")];
    expect(tunnelsOf({ processes, tunnelOwners: [{ interface: "utun5", pid: 4711 }] })).toEqual(["utun5"]);
  });
});
