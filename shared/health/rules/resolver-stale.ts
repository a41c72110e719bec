import { parseAddress } from "../../network/address.ts";
import { parsePrefix, prefixContains } from "../../network/prefix.ts";
import { isLoopbackAddress, isPrivateAddress, isProxyAddress } from "../../network/special-prefixes.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import type { CodedText } from "../../snapshot/coded-text.ts";
import { isComplete, valuesOf } from "../../snapshot/part.ts";
import type { Resolver } from "../../snapshot/resolver.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { livingTunnels } from "../tunnels.ts";
import { isProcessGone, isScriptWriterAlive } from "../vpn-script-writers.ts";

/** A resolver that a VPN set and left behind (01-product, catalogue; macos-facts §9.2). */
export function resolverStale(facts: Facts): Finding[] {
  return valuesOf(facts.snapshot.resolvers).flatMap((resolver) => {
    if (resolver.servers.length === 0) return [];
    return (
      markedByScript(facts, resolver) ??
      boundToMissingTunnel(facts, resolver) ??
      addressOfNoNetwork(facts, resolver) ??
      []
    );
  });
}

// The script's own marker with nobody left who would clean it up. It keeps no VPN from being set up, nor breaks another one.
function markedByScript(facts: Facts, resolver: Resolver): Finding[] | null {
  if (resolver.writtenBy !== "vpnc-script" || isScriptWriterAlive(facts) !== false) return null;
  const backups = valuesOf(facts.snapshot.stateFiles).filter((file) => file.kind === "resolver-backup");
  const gone = backups
    .flatMap((file) => (file.pid !== null && isProcessGone(facts, file.pid) ? [file.pid] : []))
    .toSorted((a, b) => a - b);
  const evidence = [
    codedText("resolver-marked-by-script", { name: resolver.name ?? "", servers: resolver.servers }),
    codedText("no-client-alive", {}),
    ...gone.map((pid) => codedText("resolver-backup-of-dead-process", { pid })),
  ];
  const repair: Finding["repair"] =
    resolver.origin === "resolv.conf" && resolver.name !== null
      ? [{ op: "clear-resolver", path: resolver.name, servers: resolver.servers }]
      : [];
  return [finding(resolver, "proven", evidence, repair)];
}

// A dynamic-store key or supplemental resolver of a utun that does not exist any more.
function boundToMissingTunnel(facts: Facts, resolver: Resolver): Finding[] | null {
  const name = resolver.interface;
  if (name === null || !facts.isTunnel(name) || !facts.interfacesComplete || facts.interfaces.has(name)) return null;
  return [finding(resolver, "proven", [codedText("interface-missing", { interface: name })], [])];
}

/** Settings that last beyond a tunnel: of a network service, and for single domains (macos-facts §9.4, openconnect-facts §2.4). */
const LASTING = new Set<Resolver["origin"]>(["networksetup", "resolver-file"]);

// Lasting servers that lie in a private range which no network and no tunnel leads to.
function addressOfNoNetwork(facts: Facts, resolver: Resolver): Finding[] | null {
  if (!LASTING.has(resolver.origin) || livingTunnels(facts).length > 0 || !facts.interfacesComplete) return null;
  if (!isComplete(facts.snapshot.routes.inet) || !resolver.servers.every(isAddressOfInet)) return null;
  const lost = resolver.servers.filter((server) => isLostPrivateServer(facts, server));
  if (lost.length === 0 || lost.length < resolver.servers.length) return null;
  const marked = isEveryServerMarked(facts, lost);
  const certainty = marked || lost.every((server) => isOfTunnel(facts, server)) ? "likely" : "suspected";
  const evidence = codedText("resolver-on-no-network", { servers: lost });
  return [finding(resolver, certainty, [evidence, ...(marked ? [codedText("resolver-named-by-script", {})] : [])], [])];
}

/** `10.20.99.14 dns0.utun6 # vpn-slice-utun6 AUTOCREATED`: vpn-slice names the servers that its VPN gave it. */
const NAME_SERVER = /^(\S+)(?:\s+\S+)*?\s+dns\d+\./;

function isEveryServerMarked(facts: Facts, servers: readonly string[]): boolean {
  if (isScriptWriterAlive(facts) !== false) return false;
  const named = valuesOf(facts.snapshot.scriptMarks).flatMap(({ line }) => NAME_SERVER.exec(line)?.[1] ?? []);
  return servers.every((server) => named.includes(server));
}

// Elsewhere it can be somebody's own name server behind the router.
function isOfTunnel(facts: Facts, server: string): boolean {
  const address = parseAddress(server);
  const remembered = facts.history.tunnelPrefixes.flatMap((text) => parsePrefix(text) ?? []);
  if (address === null || isProxyAddress(address)) return address !== null;
  return remembered.some((prefix) => prefix.length >= 8 && prefixContains(prefix, address));
}

function isAddressOfInet(server: string): boolean {
  return parseAddress(server)?.family === "inet";
}

function isLostPrivateServer(facts: Facts, server: string): boolean {
  const address = parseAddress(server);
  if (address === null || !isPrivateAddress(address) || isLoopbackAddress(address)) return false;
  const best = facts.forwarding.best(address);
  return best === null || best.destination === "0.0.0.0/0" || best.destination === "::/0";
}

function finding(
  resolver: Resolver,
  certainty: Finding["certainty"],
  evidence: CodedText[],
  repair: Finding["repair"],
): Finding {
  const { servers, domains, name, origin } = resolver;
  const args = { servers, name: name ?? resolver.interface ?? "", ...wording(origin, domains, certainty) };
  const severity = certainty === "suspected" ? "info" : "warning";
  return { id: "resolver-stale", severity, certainty, route: null, client: null, evidence, args, repair };
}

// i18next takes the wording of the finding's text from `context`.
function wording(origin: Resolver["origin"], domains: string[], certainty: Finding["certainty"]): Finding["args"] {
  if (origin === "resolver-file") return { domains, context: "domain" };
  return certainty === "suspected" ? { context: "suspected" } : {};
}
