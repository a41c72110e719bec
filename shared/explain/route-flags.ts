import type { OperatingSystem } from "../snapshot/snapshot.ts";
import type { Route } from "../snapshot/route.ts";

/** A flag or attribute of a route as it is printed, and the code of its words in the namespace `flags`. */
export interface RouteWord {
  readonly word: string;
  /** Key below the namespace: `darwin.gateway`, `linux.protocol.dhcp`; `unknown` for a word that is not in the tables. */
  readonly code: string;
}

/** Flag letters of `netstat -rn` on macOS, complete and in print order (macos-facts §3.1). */
export const darwinFlagCodes = {
  U: "up",
  G: "gateway",
  H: "host",
  R: "reject",
  D: "dynamic",
  M: "modified",
  m: "multicast",
  d: "done",
  C: "cloning",
  X: "external-resolve",
  L: "link-layer",
  S: "static",
  "1": "protocol-1",
  "2": "protocol-2",
  W: "cloned",
  c: "protocol-cloning",
  "3": "protocol-3",
  B: "blackhole",
  b: "broadcast",
  I: "interface-scoped",
  i: "interface-reference",
  Y: "proxy",
  r: "router",
  g: "global",
} as const;

/** Words that iproute2 prints about a route, by what they are about (ip-route(8), rt_protos, rt_scopes). */
export const linuxRouteWords = {
  flag: [
    "onlink",
    "linkdown",
    "dead",
    "pervasive",
    "offload",
    "trap",
    "rt_offload",
    "rt_trap",
    "rt_offload_failed",
    "unresolved",
    "notify",
  ],
  protocol: [
    "unspec",
    "redirect",
    "kernel",
    "boot",
    "static",
    "dhcp",
    "ra",
    "gated",
    "mrt",
    "zebra",
    "bird",
    "babel",
    "bgp",
    "isis",
    "ospf",
    "rip",
    "eigrp",
    "openr",
    "keepalived",
    "xorp",
    "dnrouted",
    "ntk",
  ],
  scope: ["global", "site", "link", "host", "nowhere"],
  type: [
    "unicast",
    "local",
    "broadcast",
    "anycast",
    "multicast",
    "blackhole",
    "unreachable",
    "prohibit",
    "throw",
    "nat",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type LinuxPart = keyof typeof linuxRouteWords;

/**
 * Spells a route's flags out, in the order in which they are printed; on Linux followed by its type, protocol and scope
 * where they are known.
 */
export function explainRouteWords(
  os: OperatingSystem,
  route: Pick<Route, "flags" | "type" | "protocol" | "scope">,
): RouteWord[] {
  if (os === "darwin") return route.flags.map(darwinWord);
  const { flags, type, protocol, scope } = route;
  return [
    ...flags.map((flag) => linuxWord("flag", flag)),
    linuxWord("type", type),
    ...(protocol === null ? [] : [linuxWord("protocol", protocol)]),
    ...(scope === null ? [] : [linuxWord("scope", scope)]),
  ];
}

function darwinWord(letter: string): RouteWord {
  const codes: Readonly<Record<string, string>> = darwinFlagCodes;
  const code = Object.hasOwn(codes, letter) ? codes[letter] : undefined;
  return { word: letter, code: code === undefined ? "unknown" : `darwin.${code}` };
}

function linuxWord(part: LinuxPart, word: string): RouteWord {
  const known: readonly string[] = linuxRouteWords[part];
  return { word, code: known.includes(word) ? `linux.${part}.${word}` : "unknown" };
}
