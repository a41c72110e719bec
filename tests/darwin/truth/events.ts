import fc from "fast-check";
import { startOpenconnect } from "../world/clients/openconnect.ts";
import type { Openconnect } from "../world/clients/openconnect.ts";
import { startOpenvpn } from "../world/clients/openvpn.ts";
import type { Openvpn } from "../world/clients/openvpn.ts";
import { CAMPUS_VPN, CAMPUS_VPN_FOR_ALL } from "../world/clients/session.ts";
import { vpncScript } from "../world/clients/vpnc-script.ts";
import { vpnSlice } from "../world/clients/vpn-slice.ts";
import { startWgQuick } from "../world/clients/wg-quick.ts";
import type { WgQuick } from "../world/clients/wg-quick.ts";
import type { BareMac } from "../world/bare-mac.ts";
import { CAFE, CAMPUS, HOME, HOTSPOT, OFFICE } from "../world/network.ts";

/** A Mac in the course of its day, with the clients that run. */
export interface Day {
  readonly mac: BareMac;
  openconnect: Openconnect | null;
  openvpn: Openvpn | null;
  wireguard: WgQuick | null;
}

/** Something that happens; where it cannot happen now (a second cable, a client that does not run), nothing does. */
export interface DayEvent {
  readonly name: string;
  readonly happen: (day: Day) => void;
}

const PLACES = { CAMPUS, HOTSPOT, HOME, CAFE };

const joining = Object.entries(PLACES).map(([name, network]): DayEvent => ({
  name: `joins ${name}`,
  happen({ mac }) {
    if (mac.kernel.link("en0")?.flags.includes("UP") === true) mac.joins(network);
  },
}));

const isConnected = (mac: BareMac, device: string) => mac.kernel.link(device)?.status === "active";

const OF_THE_NETWORK: readonly DayEvent[] = [
  ...joining,
  { name: "leaves", happen: ({ mac }) => void (isConnected(mac, "en0") && mac.leaves()) },
  { name: "new lease", happen: ({ mac }) => void (isConnected(mac, "en0") && renew(mac)) },
  { name: "Wi-Fi off", happen: ({ mac }) => mac.turnsWifiOff() },
  { name: "Wi-Fi on", happen: ({ mac }) => mac.turnsWifiOn() },
  { name: "cable in", happen: ({ mac }) => mac.plugsIn(OFFICE) },
  { name: "cable out", happen: ({ mac }) => void (isConnected(mac, "en7") && mac.unplugs()) },
  { name: "adapter out", happen: ({ mac }) => void (mac.kernel.link("en7") !== null && mac.removesAdapter()) },
];

function renew(mac: BareMac): void {
  const wifi = mac.configd.services.find(({ device }) => device === "en0");
  const lease = wifi === undefined ? null : mac.configd.lease(wifi);
  if (lease !== null)
    mac.renewsLease({ address: lease.address.replace(/\d+$/, (last) => String((Number(last) % 9) + 3)) });
}

const STARTS = [
  { name: "vpnc-script", script: vpncScript, session: CAMPUS_VPN },
  { name: "vpnc-script for all", script: vpncScript, session: CAMPUS_VPN_FOR_ALL },
  { name: "vpn-slice", script: vpnSlice, session: CAMPUS_VPN },
];

const OF_CLIENTS: readonly DayEvent[] = [
  ...STARTS.map(({ name, ...options }): DayEvent => ({
    name: `openconnect by ${name}`,
    happen(day) {
      const started = day.openconnect === null ? startOpenconnect(day.mac, options) : day.openconnect;
      day.openconnect = typeof started === "string" ? null : started;
    },
  })),
  { name: "openconnect retries", happen: (day) => void day.openconnect?.retries() },
  { name: "openconnect stops", happen: (day) => (day.openconnect?.stops(), void (day.openconnect = null)) },
  { name: "openconnect is killed", happen: (day) => (day.openconnect?.isKilled(), void (day.openconnect = null)) },
  {
    name: "openvpn",
    happen(day) {
      const hasNetwork = day.mac.configd.primary() !== null;
      if (hasNetwork) day.openvpn ??= startOpenvpn(day.mac);
    },
  },
  { name: "openvpn stops", happen: (day) => (day.openvpn?.stops(), void (day.openvpn = null)) },
  { name: "openvpn is killed", happen: (day) => (day.openvpn?.isKilled(), void (day.openvpn = null)) },
  { name: "wg-quick", happen: (day) => void (day.wireguard ??= startWgQuick(day.mac)) },
  { name: "wg-quick is killed", happen: (day) => (day.wireguard?.isKilled(), void (day.wireguard = null)) },
];

/** Up to fourteen events in any order. */
export const days: fc.Arbitrary<readonly DayEvent[]> = fc.array(
  fc.constantFrom(...OF_THE_NETWORK, ...joining, ...OF_CLIENTS).map((event) => event),
  { minLength: 1, maxLength: 14 },
);
