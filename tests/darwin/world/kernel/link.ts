import type { Family } from "../../../../shared/network/address.ts";

/** An address of an interface, as ifconfig tells it. */
export interface LinkAddress {
  readonly family: Family;
  /** Canonical text, with the zone of a link-local one. */
  readonly address: string;
  readonly length: number;
  readonly peer?: string;
  readonly broadcast?: string;
  /** Words behind `prefixlen N`, such as `secured`. */
  readonly remark?: string;
}

/** Bits of `ifconfig`'s flags, by their value. */
const FLAG_BITS = {
  UP: 0x1,
  BROADCAST: 0x2,
  LOOPBACK: 0x8,
  POINTOPOINT: 0x10,
  SMART: 0x20,
  RUNNING: 0x40,
  NOARP: 0x80,
  SIMPLEX: 0x800,
  MULTICAST: 0x8000,
} as const;
export type LinkFlag = keyof typeof FLAG_BITS;

/** One network interface. */
export interface Link {
  readonly name: string;
  /** N of `link#N` and of `scopeid`. */
  readonly index: number;
  readonly mtu: number;
  readonly flags: readonly LinkFlag[];
  /** Text behind `options=`, null when the line is missing. */
  readonly options: string | null;
  /** Link-level address as ifconfig prints it, null for interfaces without one. */
  readonly ether: string | null;
  /** In the order in which they were added. */
  readonly addresses: readonly LinkAddress[];
  readonly nd6: boolean;
  readonly media: string | null;
  readonly status: "active" | "inactive" | null;
}

/** The number of the flags, e.g. 0x8863 for an ordinary network card. */
export function flagBits(flags: readonly LinkFlag[]): number {
  return flags.reduce((bits, flag) => bits | FLAG_BITS[flag], 0);
}

/** The flags by ascending bits, as ifconfig and the routing socket print them. */
export function orderedFlags(flags: readonly LinkFlag[]): LinkFlag[] {
  return (Object.keys(FLAG_BITS) as LinkFlag[]).filter((flag) => flags.includes(flag));
}

const CARD: readonly LinkFlag[] = ["UP", "BROADCAST", "SMART", "RUNNING", "SIMPLEX", "MULTICAST"];
const OFFLOAD = "6460<TSO4,TSO6,CHANNEL_IO,PARTIAL_CSUM,ZEROINVERT_CSUM>";
const EMPTY: Omit<Link, "name" | "index"> = {
  mtu: 1280,
  flags: [],
  options: null,
  ether: null,
  addresses: [],
  nd6: false,
  media: null,
  status: null,
};

/** A network card without a network. */
export function card(name: string, index: number, ether: string, changes: Partial<Link> = {}): Link {
  const plain = { ...EMPTY, mtu: 1500, flags: CARD, options: OFFLOAD, nd6: true, media: "autoselect" } as const;
  return { ...plain, name, index, ether, status: "inactive", ...changes };
}

/** A tunnel of the control `com.apple.net.utun_control`, as it is made: up to its owner to give it addresses. */
export function utun(number: number, index: number, mtu: number): Link {
  return { ...EMPTY, name: `utun${number}`, index, mtu, flags: ["UP", "POINTOPOINT", "RUNNING", "MULTICAST"] };
}

/** lo0, gif0 and stf0 of every Mac; the loopback's addresses are given to it when the machine starts. */
export const FIXED_LINKS: readonly Link[] = [
  {
    ...EMPTY,
    name: "lo0",
    index: 1,
    mtu: 16_384,
    flags: ["UP", "LOOPBACK", "RUNNING", "MULTICAST"],
    options: "1203<RXCSUM,TXCSUM,TXSTATUS,SW_TIMESTAMP>",
    nd6: true,
  },
  { ...EMPTY, name: "gif0", index: 2, flags: ["POINTOPOINT", "MULTICAST"] },
  { ...EMPTY, name: "stf0", index: 3 },
];
