import { describe, expect, it } from "vitest";
import { isGuestBridge, isTunnelInterface } from "../../../shared/network/tunnel-names.ts";
import { card, tunnel } from "../../support/machine.ts";

describe("a tunnel", () => {
  it.each(["utun6", "utun1024", "ppp0", "ipsec0", "feth4913", "tun0", "gpd0"])("on macOS is %s", (name) => {
    expect(isTunnelInterface(name, undefined, "darwin")).toBe(true);
  });

  it.each(["en0", "en7", "lo0", "bridge100", "awdl0", "llw0", "vmnet8", "ap1", "anpi0", "feth0"])(
    "on macOS is never %s",
    (name) => {
      expect(isTunnelInterface(name, undefined, "darwin")).toBe(false);
    },
  );

  it.each(["tun0", "wg0", "tailscale0", "ppp0", "vpn0", "proton0", "cscotun0"])(
    "on Linux is by its name %s",
    (name) => {
      expect(isTunnelInterface(name, undefined, "linux")).toBe(true);
    },
  );

  it.each([
    "wlp3s0",
    "enp2s0",
    "eth0",
    "docker0",
    "br-5c1e0f2a9d7b",
    "virbr0",
    "veth12ab",
    "cni0",
    "flannel.1",
    "cilium_host",
    "wwan0",
  ])("on Linux is by its name never %s", (name) => {
    expect(isTunnelInterface(name, undefined, "linux")).toBe(false);
  });

  it("on Linux is what its kind says, whatever its name", () => {
    expect(isTunnelInterface("work", tunnel("work", [], { kind: "wireguard" }), "linux")).toBe(true);
    expect(isTunnelInterface("tun0", card("tun0", [], { kind: "bridge" }), "linux")).toBe(false);
  });

  it.each(["tunl0", "sit0", "gre0", "ip6tnl0", "ip_vti0"])("is not %s, which comes with a kernel module", (name) => {
    expect(isTunnelInterface(name, card(name, [], { kind: "ipip" }), "linux")).toBe(false);
  });

  it("is not the WireGuard mesh between the nodes of a cluster", () => {
    expect(isTunnelInterface("wireguard.cali", card("wireguard.cali", [], { kind: "wireguard" }), "linux")).toBe(false);
  });
});

describe("a bridge for guests", () => {
  it.each(["docker0", "br-5c1e0f2a9d7b", "virbr0", "cni0", "bridge100", "vmnet8"])("is %s", (name) => {
    expect(isGuestBridge(name)).toBe(true);
  });

  it.each(["br0", "bridge0", "en0", "eth0"])("is not %s, which can be the uplink", (name) => {
    expect(isGuestBridge(name)).toBe(false);
  });
});
