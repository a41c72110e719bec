import { isGuestBridge } from "../network/tunnel-names.ts";
import type { Interface } from "../snapshot/interface.ts";
import type { OperatingSystem } from "../snapshot/snapshot.ts";
import type { InterfaceRole } from "./interface-report.ts";

type Named = readonly (readonly [RegExp, InterfaceRole])[];

/** What macOS and those who extend it call their interfaces (macos-facts §5). */
const DARWIN: Named = [
  [/^lo\d/, "loopback"],
  [/^(?:awdl|llw|ap|anpi|gif|stf|p2p|pktap|iptap|XHC|pdp_ip)\d/, "system"],
  [/^(?:bridge\d{3}|vmenet|vmnet|vboxnet|vnic)/, "guest-bridge"],
  [/^bridge\d/, "bridge"],
  [/^en\d/, "network-card"],
];

/** What Linux, systemd and the managers of containers and virtual machines call theirs. */
const LINUX: Named = [
  [/^lo$/, "loopback"],
  [/^(?:wl|ath|wifi)/, "wifi"],
  [/^ww/, "mobile"],
  [/^(?:docker|podman|br-|cni|lxcbr|lxdbr|veth|lxc|cali|cilium|flannel|kube|nerdctl)/, "container"],
  [/^(?:virbr|vnet|macvtap|vmnet|vboxnet)/, "guest-bridge"],
  [/^(?:tunl0|sit0|gre0|gretap0|erspan0|ip_vti0|ip6_vti0|ip6tnl0|ip6gre0)$/, "system"],
  [/^(?:en|eth|usb)/, "ethernet"],
];

const KINDS: Readonly<Record<string, InterfaceRole>> = {
  dummy: "stand-in",
  veth: "container",
  bridge: "bridge",
  bond: "bridge",
};

/** The role of an interface that is no tunnel, by its name and kind alone. */
export function roleByName(name: string, known: Interface | undefined, os: OperatingSystem): InterfaceRole {
  if (known?.loopback === true) return "loopback";
  const named = (os === "darwin" ? DARWIN : LINUX).find(([pattern]) => pattern.test(name))?.[1];
  // A bridge of a manager of guests has the kind `bridge`, too: the name says more.
  if (named === "container" || named === "guest-bridge") return named;
  const kind = known?.kind == null ? undefined : KINDS[known.kind];
  return kind ?? named ?? (isGuestBridge(name) ? "guest-bridge" : "unknown");
}
