import type { Interface } from "../snapshot/interface.ts";
import type { OperatingSystem } from "../snapshot/snapshot.ts";

/**
 * Names under which VPN clients create their interfaces; sources: macos-facts §5, §7, §8, §12. ZeroTier numbers its `feth`
 * from 100; lower ones are anybody's, such as the line to a phone by USB.
 */
const NAMES: Record<OperatingSystem, RegExp> = {
  darwin: /^(?:(?:utun|tun|tap|ppp|ipsec|gpd|wg|zt)\d|feth\d{3})/,
  linux: /^(?:utun|tun|tap|ppp|wg|tailscale|zt|ipsec|vti|gpd|cscotun|nordlynx|nordtun|proton|mullvad|vpn|wt|ts)\w*$/,
};
/** Linux link kinds that only tunnels have. */
const KINDS = new Set(["tun", "wireguard", "ppp", "ipip", "sit", "gre", "vti", "xfrm"]);
/** Devices of virtual machines and containers, which share a kind or prefix with tunnels. */
const NOT_TUNNELS =
  /^(?:vnet|macvtap|veth|docker|virbr|br-|lxc|cni|cali|cilium|flannel|kube|wireguard\.cali|vmnet|vboxnet)/;
/** Devices that come with a kernel module and belong to nobody; Calico carries its pods through `tunl0`. */
const FALLBACK_DEVICES = /^(?:tunl0|sit0|gre0|gretap0|erspan0|ip_vti0|ip6_vti0|ip6tnl0|ip6gre0)$/;
/** Bridges of virtual machines and containers: without a guest they have no carrier, and that is no fault. */
const GUEST_BRIDGES = /^(?:docker|br-|virbr|lxcbr|lxdbr|cni|podman|vmnet|vboxnet|bridge\d{3})/;

/** Whether an interface of this name, with what is known of it, carries a tunnel. */
export function isTunnelInterface(name: string, known: Interface | undefined, os: OperatingSystem): boolean {
  if (NOT_TUNNELS.test(name) || FALLBACK_DEVICES.test(name) || known?.loopback === true) return false;
  if (known?.kind != null) return KINDS.has(known.kind);
  return NAMES[os].test(name);
}

/** Whether the interface is a bridge for virtual machines or containers, by the names that their managers give. */
export function isGuestBridge(name: string): boolean {
  return GUEST_BRIDGES.test(name);
}

/** Whether the name is the loopback interface of the system. */
export function isLoopbackInterface(name: string): boolean {
  return name === "lo" || name === "lo0";
}
