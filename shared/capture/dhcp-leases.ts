import { partlyObserved } from "../snapshot/part.ts";
import type { RouterHint } from "../snapshot/snapshot.ts";
import type { OutputParser } from "./contribution.ts";
import { hintOfLease } from "./dhcp-hint.ts";
import { linesOf } from "./text-lines.ts";

const NETWORKD_LEASE = /^\/run\/systemd\/netif\/leases\/(\d+)$/;
const DHCLIENT_LEASES = /^\/var\/lib\/(?:dhcp|dhclient|NetworkManager)\/dhclient[^/]*\.leases?$/;

/** What a hint from systemd-networkd has for an interface until the list of interfaces tells its name: `index 3`. */
const INDEX = "index ";

/** `file:/run/systemd/netif/leases/3`: the lease of the interface with that kernel index, as systemd-networkd keeps it. */
export const networkdLease: OutputParser = {
  os: "linux",
  understands: (source) => source.kind === "file" && NETWORKD_LEASE.test(source.path),
  parse(text, source) {
    const index = source.kind === "file" ? (NETWORKD_LEASE.exec(source.path)?.[1] ?? "") : "";
    const lines = linesOf(text).map((line) => line.text);
    const valueOf = (key: string) => lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1);
    const device = `${INDEX}${index}`;
    const hints = hintOfLease({ device, address: valueOf("ADDRESS"), routers: valueOf("ROUTER") });
    return { routerHints: partlyObserved(hints) };
  },
};

/**
 * `file:/var/lib/dhcp/dhclient.leases`: all leases that dhclient remembers, the newest last (dhclient.leases(5)). Older
 * ones count, too: which of them holds, the own address tells.
 */
export const dhclientLeases: OutputParser = {
  os: "linux",
  understands: (source) => source.kind === "file" && DHCLIENT_LEASES.test(source.path),
  parse(text) {
    const leases = text.split(/^lease \{/m).slice(1);
    return { routerHints: partlyObserved(leases.toReversed().flatMap(readLease)) };
  },
};

/** The kernel index that a hint names instead of an interface, null when it names an interface. */
export function indexOf(hint: RouterHint): number | null {
  return hint.interface.startsWith(INDEX) ? Number(hint.interface.slice(INDEX.length)) : null;
}

/** Whether a line of a lease file says something that is read here: nothing else needs to be in a capture. */
export function isLeaseLine(line: string): boolean {
  return /^(?:ADDRESS|ROUTER)=|^lease \{|^\}|^\s+(?:interface|fixed-address|option routers) /.test(line);
}

function readLease(text: string): RouterHint[] {
  return hintOfLease({
    device: /^\s+interface "([^"]+)";/m.exec(text)?.[1],
    address: /^\s+fixed-address (\S+);/m.exec(text)?.[1],
    routers: /^\s+option routers ([^;]+);/m.exec(text)?.[1],
  });
}
