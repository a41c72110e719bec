import fc from "fast-check";
import type { Resolver, StateFile } from "../../../shared/snapshot/resolver.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { linkLocalRouter, LOST_ROUTER, NETWORKS } from "./networks.ts";
import { row } from "./rows.ts";
import { SERVERS } from "./tunnels.ts";
import { ownAddress } from "./uplinks.ts";
import type { Uplink } from "./uplinks.ts";

/** Next hops on and off the networks of the world, and one that no world is ever connected to. */
const GATEWAYS = [...NETWORKS.map(({ inet }) => `${inet}.1`), LOST_ROUTER.inet];
const GATEWAYS6 = [...NETWORKS.map(({ inet6 }) => `${inet6}::1`), LOST_ROUTER.inet6, "link-local", "link-local"];
const PRIVATE_HOSTS = ["192.168.77.5/32", "10.51.7.7/32", "fd44::5/128"];
const OFFICE_NETWORKS = ["13.107.6.0/24", "10.30.0.0/16", "10.99.99.0/24", "192.168.1.0/25", "2001:db8:30::/48"];
const HELD_BACK = ["203.0.113.11/32", "10.20.0.0/16", "128.0.0.0/1", "2001:db8:99::9/128", "8000::/1"];

/** A row that somebody made, before it is known on which machine. */
export interface HandMade {
  readonly kind: "pin" | "network" | "daemon" | "held-back";
  /** Chooses the destination, the card and the next hop of its kind, each by what is left of a division. */
  readonly destination: number;
  readonly card: number;
  readonly gateway: number;
  readonly host: boolean;
  readonly scoped: boolean;
  readonly metric: boolean;
  readonly source: "none" | "own" | "gone";
}

/** Up to six rows that somebody made by hand or by a script: pins, static networks, null routes, in any condition. */
export const handMade: fc.Arbitrary<HandMade[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<HandMade["kind"]>("pin", "pin", "pin", "pin", "network", "daemon", "held-back"),
    destination: fc.nat(29),
    card: fc.nat(5),
    gateway: fc.nat(55),
    host: fc.boolean(),
    scoped: fc.nat(4).map((number) => number === 0),
    metric: fc.nat(4).map((number) => number === 0),
    source: fc.constantFrom<HandMade["source"]>("none", "none", "none", "own", "gone"),
  }),
  { maxLength: 6 },
);

/** The row on the machine with these cards. */
export function handMadeRow(os: OperatingSystem, cards: readonly Uplink[], made: HandMade): Route[] {
  const card = cards[made.card % cards.length];
  if (card === undefined) return [];
  if (made.kind === "held-back") return [nullRoute(os, pick(HELD_BACK, made.destination))];
  const destination = destinationOf(made);
  const isInet6 = destination.includes(":");
  const gateway = pick(isInet6 ? GATEWAYS6 : GATEWAYS, made.gateway);
  const isLinux = os === "linux";
  return [
    row(os, {
      destination,
      interface: card.name,
      gateway: gateway === "link-local" ? linkLocalRouter(os, card.name) : gateway,
      ...(isLinux && made.metric ? { metric: 77 } : {}),
      ...(isLinux && card.inet === "unplugged" ? { flags: ["linkdown"] } : {}),
      ...(isLinux ? { protocol: protocolOf(made) } : { scoped: made.scoped, source: sourceOf(made, card, isInet6) }),
      ...(!isLinux && made.kind === "pin" ? { host: made.host } : {}),
    }),
  ];
}

function destinationOf(made: HandMade): string {
  if (made.kind === "daemon") return pick(["10.40.0.0/16", "203.0.113.77/32", "2001:db8:40::/48"], made.destination);
  if (made.kind === "network") return pick([...OFFICE_NETWORKS, ...PRIVATE_HOSTS], made.destination);
  const server = pick(SERVERS, made.destination);
  return `${server}/${server.includes(":") ? 128 : 32}`;
}

function protocolOf({ kind, host }: HandMade): string | null {
  if (kind === "daemon") return "bird";
  return host ? "static" : null;
}

// Only macOS keeps a row whose source address is gone: Linux removes it with the address (macos-facts §4.2, §12).
function sourceOf(made: HandMade, card: Uplink, isInet6: boolean): string | null {
  if (made.source === "none" || made.kind === "daemon") return null;
  if (made.source === "gone") return isInet6 ? "2001:db8:51:1::dead" : "10.51.23.7";
  if (card.inet === "off") return null;
  if (!isInet6) return ownAddress(card.network, card.own);
  return card.inet6 === "none" ? null : `${card.network.inet6}::${card.own}`;
}

function nullRoute(os: OperatingSystem, destination: string): Route {
  if (os === "darwin") {
    const gateway = destination.includes(":") ? "::1" : "127.0.0.1";
    return row(os, { destination, interface: "lo0", type: "blackhole", gateway });
  }
  return row(os, { destination, interface: destination.includes(":") ? "lo" : null, type: "blackhole" });
}

function pick<Value extends string>(values: readonly Value[], number: number): Value {
  const value = values[number % values.length];
  if (value === undefined) throw new RangeError("nothing to pick from");
  return value;
}

/** Resolver files with and without the script's marker, state files of living and dead processes. */
export const resolverFiles: fc.Arbitrary<{ resolvers: Resolver[]; stateFiles: StateFile[] }> = fc.record({
  resolvers: fc.boolean().map((marked): Resolver[] => [
    {
      origin: "resolv.conf",
      name: "/etc/resolv.conf",
      servers: ["10.20.99.14"],
      domains: [],
      interface: null,
      writtenBy: marked ? "vpnc-script" : null,
      scoped: false,
      supplemental: false,
    },
  ]),
  stateFiles: fc.uniqueArray(fc.constantFrom(4000, 4001, 7777), { maxLength: 2 }).map((pids): StateFile[] =>
    pids.map((pid) => ({
      path: `/var/run/vpnc/resolv.conf-backup.${pid}`,
      kind: "resolver-backup",
      pid,
      content: null,
    })),
  ),
});
