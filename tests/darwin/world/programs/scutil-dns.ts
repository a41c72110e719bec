import type { NetworkService } from "../network-service.ts";
import type { MacState } from "../state.ts";

const REACHABLE = "  reach    : 0x00000002 (Reachable)";
const MULTICAST_DOMAINS: readonly (readonly [string, number])[] = [
  ["local", 300_000],
  ["254.169.in-addr.arpa", 300_200],
  ["8.e.f.ip6.arpa", 300_400],
  ["9.e.f.ip6.arpa", 300_600],
  ["a.e.f.ip6.arpa", 300_800],
  ["b.e.f.ip6.arpa", 301_000],
];

/** The name servers that a service works with: set by hand, else those of its lease. */
export function serviceResolvers({ configd, manualResolvers }: MacState, service: NetworkService): readonly string[] {
  const lease = configd.lease(service);
  return lease === null ? [] : (manualResolvers.get(service.name) ?? lease.resolvers);
}

/** `scutil --dns`. */
export function printDns(mac: MacState): string {
  const primary = mac.configd.primary();
  const own = primary === null ? [] : [plain(mac, primary, "Request A records")];
  const resolvers = [...own, ...supplemental(mac), ...MULTICAST_DOMAINS.map(multicast)];
  const scoped = primary === null ? [] : [plain(mac, primary, "Scoped, Request A records")];
  return `${section("DNS configuration", resolvers)}\n${section("DNS configuration (for scoped queries)", scoped)}`;
}

function section(title: string, resolvers: readonly (readonly string[])[]): string {
  const blocks = resolvers.map((lines, index) => [`resolver #${index + 1}`, ...lines].join("\n"));
  return `${[title, ...blocks].join("\n\n")}\n`;
}

function plain(mac: MacState, service: NetworkService, flags: string): string[] {
  const index = mac.kernel.link(service.device)?.index ?? 0;
  return [
    ...serviceResolvers(mac, service).map((server, place) => `  nameserver[${place}] : ${server}`),
    `  if_index : ${index} (${service.device})`,
    `  flags    : ${flags}`,
    REACHABLE,
  ];
}

// A tunnel's key makes a resolver for its domains, whether or not the tunnel still exists (capture 28).
function supplemental({ store }: MacState): string[][] {
  return store.keys().flatMap((key) => {
    const value = store.get(key);
    const domains = value?.["SupplementalMatchDomains"];
    const servers = value?.["ServerAddresses"];
    if (!Array.isArray(domains) || !Array.isArray(servers)) return [];
    return domains.map((domain) => [
      `  domain   : ${domain}`,
      ...servers.map((server, place) => `  nameserver[${place}] : ${server}`),
      "  flags    : Supplemental, Request A records",
      REACHABLE,
      "  order    : 101200",
    ]);
  });
}

function multicast([domain, order]: readonly [string, number]): string[] {
  return [
    `  domain   : ${domain}`,
    "  options  : mdns",
    "  timeout  : 5",
    "  flags    : Request A records",
    "  reach    : 0x00000000 (Not Reachable)",
    `  order    : ${order}`,
  ];
}
