import { anyconnect } from "./anyconnect.ts";
import { checkPoint } from "./check-point.ts";
import type { ClientKind } from "./client-kind.ts";
import { cloudflareWarp } from "./cloudflare-warp.ts";
import { forticlient } from "./forticlient.ts";
import { globalprotect } from "./globalprotect.ts";
import { ivpn } from "./ivpn.ts";
import { mozillaVpn } from "./mozilla-vpn.ts";
import { mullvad } from "./mullvad.ts";
import { netbird } from "./netbird.ts";
import { openconnect } from "./openconnect.ts";
import { openfortivpn } from "./openfortivpn.ts";
import { openvpn } from "./openvpn.ts";
import { pritunl } from "./pritunl.ts";
import { pulseSecure } from "./pulse-secure.ts";
import { strongswan } from "./strongswan.ts";
import { tailscale } from "./tailscale.ts";
import { tunProxy } from "./tun-proxy.ts";
import { vpnc } from "./vpnc.ts";
import { wireguard } from "./wireguard.ts";
import { zerotier } from "./zerotier.ts";
import { zscaler } from "./zscaler.ts";

/** Every client that Holdfast recognises. To add one, write its file and name it here. */
export const CLIENT_KINDS: readonly ClientKind[] = [
  openconnect,
  openvpn,
  wireguard,
  tailscale,
  anyconnect,
  globalprotect,
  openfortivpn,
  vpnc,
  strongswan,
  zerotier,
  netbird,
  mullvad,
  mozillaVpn,
  cloudflareWarp,
  forticlient,
  pulseSecure,
  zscaler,
  checkPoint,
  ivpn,
  pritunl,
  tunProxy,
];

/** The kind by its name, undefined for one that is not in the list. */
export function clientKind(kind: string): ClientKind | undefined {
  return CLIENT_KINDS.find((entry) => entry.kind === kind);
}
