import { anyconnect } from "./anyconnect.ts";
import { checkPoint } from "./check-point.ts";
import type { ClientKind } from "./client-kind.ts";
import { cloudflareWarp } from "./cloudflare-warp.ts";
import { expressVpn } from "./expressvpn.ts";
import { forticlient } from "./forticlient.ts";
import { gpclient } from "./gpclient.ts";
import { globalprotect } from "./globalprotect.ts";
import { ivpn } from "./ivpn.ts";
import { libreswan } from "./libreswan.ts";
import { mozillaVpn } from "./mozilla-vpn.ts";
import { mullvad } from "./mullvad.ts";
import { netbird } from "./netbird.ts";
import { nordVpn } from "./nordvpn.ts";
import { openconnectGui } from "./openconnect-gui.ts";
import { openconnect } from "./openconnect.ts";
import { openfortivpn } from "./openfortivpn.ts";
import { openvpnConnect } from "./openvpn-connect.ts";
import { openvpn } from "./openvpn.ts";
import { pppd } from "./pppd.ts";
import { pritunl } from "./pritunl.ts";
import { pulseSecure } from "./pulse-secure.ts";
import { strongswan } from "./strongswan.ts";
import { tailscale } from "./tailscale.ts";
import { teleport } from "./teleport.ts";
import { tunProxy } from "./tun-proxy.ts";
import { tunnelblick } from "./tunnelblick.ts";
import { vpnc } from "./vpnc.ts";
import { windscribe } from "./windscribe.ts";
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
  tunnelblick,
  openvpnConnect,
  openconnectGui,
  gpclient,
  pppd,
  libreswan,
  nordVpn,
  windscribe,
  expressVpn,
  teleport,
];

/** The kind by its name, undefined for one that is not in the list. */
export function clientKind(kind: string): ClientKind | undefined {
  return CLIENT_KINDS.find((entry) => entry.kind === kind);
}
