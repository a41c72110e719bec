import type { StoreValue } from "../dynamic-store.ts";
import type { Answer, MacState } from "../state.ts";
import { failed, printed } from "../state.ts";
import { printDns, serviceResolvers } from "./scutil-dns.ts";

/** `scutil --nwi`, `scutil --dns`, and the questions `list PATTERN` and `show KEY` on its standard input. */
export function scutil(words: readonly string[], input: string, mac: MacState): Answer {
  if (words[0] === "--nwi") return printed(networkInformation(mac));
  if (words[0] === "--dns") return printed(printDns(mac));
  if (words.length > 0) return failed(`scutil: unknown option ${words.join(" ")}`, 1);
  return printed(
    input
      .split("\n")
      .filter((line) => line !== "" && line !== "quit")
      .map((line) => answerQuestion(line, mac))
      .join(""),
  );
}

function answerQuestion(line: string, mac: MacState): string {
  const [verb, key = ""] = line.split(" ");
  const known = keysOf(mac);
  if (verb === "show") return printValue(known.get(key) ?? null);
  const pattern = new RegExp(`^${key}$`);
  const found = [...known.keys()].filter((name) => pattern.test(name)).toSorted();
  if (found.length === 0) return "  no keys.\n";
  return found.map((name, index) => `  subKey [${index}] = ${name}\n`).join("");
}

/** What configd publishes, and what others wrote. */
function keysOf(mac: MacState): ReadonlyMap<string, StoreValue> {
  const { configd, store } = mac;
  const keys = new Map<string, StoreValue>();
  const primary = configd.primary();
  const lease = primary === null ? null : configd.lease(primary);
  if (primary !== null && lease !== null) {
    // With a full tunnel by vpnc-script the tunnel itself is the primary service (openconnect-facts §7.3).
    const { tunnel, router } = configd.overriding() ?? { tunnel: null, router: lease.router };
    keys.set("State:/Network/Global/IPv4", {
      PrimaryInterface: tunnel ?? primary.device,
      PrimaryService: tunnel ?? primary.uuid,
      Router: router,
    });
  }
  for (const service of configd.services) {
    const servers = serviceResolvers(mac, service);
    if (servers.length > 0) keys.set(`State:/Network/Service/${service.uuid}/DNS`, { ServerAddresses: servers });
  }
  for (const name of store.keys()) keys.set(name, store.get(name) ?? {});
  return keys;
}

function printValue(value: StoreValue | null): string {
  if (value === null) return "  No such key\n";
  const lines = Object.entries(value).flatMap(([name, entry]) =>
    typeof entry === "string"
      ? [`  ${name} : ${entry}`]
      : [`  ${name} : <array> {`, ...entry.map((item, index) => `    ${index} : ${item}`), "  }"],
  );
  return ["<dictionary> {", ...lines, "}", ""].join("\n");
}

function networkInformation({ configd, kernel }: MacState): string {
  const connected = configd.services.flatMap((service) => {
    const lease = configd.lease(service);
    return lease === null || kernel.link(service.device)?.status !== "active" ? [] : [{ ...service, lease }];
  });
  const reach = connected.length > 0 ? "0x00000002 (Reachable)" : "0x00000000 (Not Reachable)";
  const entries = connected.map(({ device, lease }) => {
    const lines = [
      `flags      : 0x5 (IPv4,DNS)`,
      `address    : ${lease.address}`,
      "reach      : 0x00000002 (Reachable)",
    ];
    return lines.map((line, index) => `${index === 0 ? `${device.padStart(8)} : ` : " ".repeat(11)}${line}\n`).join("");
  });
  const inet = entries.length === 0 ? "   No IPv4 states found\n" : entries.join("");
  const names = connected.map(({ device }) => device).join(" ");
  return [
    "Network information\n",
    `IPv4 network interface information\n${inet}`,
    `   REACH : flags ${reach}\n`,
    "IPv6 network interface information\n   No IPv6 states found\n\n",
    "   REACH : flags 0x00000000 (Not Reachable)\n",
    ...(names === "" ? [] : [`Network interfaces: ${names}\n`]),
  ].join("\n");
}
