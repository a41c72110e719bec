import type { VpnClient } from "../clients/vpn-client.ts";
import type { Facts } from "../health/facts.ts";
import type { Certainty } from "../health/finding.ts";
import { tunnelOwnership, vpnTunnels } from "../health/tunnels.ts";
import type { TunnelHolder } from "../preflight/preflight-report.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Process } from "../snapshot/process.ts";
import { roleByName } from "./interface-names.ts";
import type { InterfaceRole } from "./interface-report.ts";

const PAIR_DISTANCE = 5000;

/** What an interface is for, how sure that is, who holds it, and how that is known. */
export interface RoleOfInterface {
  readonly role: InterfaceRole;
  readonly certainty: Certainty;
  /** Null for what is no tunnel. */
  readonly holder: TunnelHolder | null;
  readonly evidence: readonly CodedText[];
}

/**
 * The role of one interface. A tunnel belongs to the program that holds it; on macOS every utun has one (macos-facts §7),
 * and one with link-local addresses only and no routes is the system's, however many there are. Only a tunnel whose
 * holder is known to be gone is left over.
 */
export function interfaceRole(facts: Facts, name: string): RoleOfInterface {
  if (!facts.isTunnel(name)) return cardRole(facts, name);
  const other = otherEnd(facts, name);
  if (other !== null)
    return { ...interfaceRole(facts, other), evidence: [codedText("pair-of", { interface: name, other })] };
  const client = facts.clients.find((entry) => entry.alive && entry.interface === name);
  const owner = valuesOf(facts.snapshot.tunnelOwners).find((entry) => entry.interface === name);
  const opener = owner === undefined ? undefined : processOf(facts, owner.pid);
  if (client !== undefined) return ofClient(client, name, owner?.pid === client.pid);
  if (tunnelOwnership(facts, name) === "gone") return leftover(facts, name);
  if (isOfApple(facts, name)) return ofSystem(facts, name, opener);
  return ofNobodyKnown(facts, name, opener);
}

// ZeroTier makes pairs of fake Ethernet devices, N and N+5000, of which only N has an address (macos-facts §5).
function otherEnd(facts: Facts, name: string): string | null {
  const number = Number(/^feth(\d+)$/.exec(name)?.[1] ?? Number.NaN);
  const other = `feth${number - PAIR_DISTANCE}`;
  return number >= PAIR_DISTANCE && facts.interfaces.has(other) ? other : null;
}

// Only of these two kinds macOS makes tunnels for itself.
function isOfApple(facts: Facts, name: string): boolean {
  return facts.snapshot.os === "darwin" && /^(?:utun|ipsec)\d/.test(name) && !vpnTunnels(facts).includes(name);
}

function cardRole(facts: Facts, name: string): RoleOfInterface {
  const role = roleByName(name, facts.interfaces.get(name), facts.snapshot.os);
  const isWifi = role === "network-card" && isWifiService(facts, name);
  const evidence = isWifi ? [codedText("service-is-wifi", { interface: name })] : [];
  return {
    role: isWifi ? "wifi" : role,
    certainty: role === "unknown" ? "suspected" : "likely",
    holder: null,
    evidence,
  };
}

// Names of network services are the user's to choose; macOS begins with these.
function isWifiService({ snapshot }: Facts, name: string): boolean {
  return valuesOf(snapshot.resolvers).some(
    (entry) =>
      entry.interface === name && entry.origin === "networksetup" && /^(?:wi-?fi|airport)\b/i.test(entry.name ?? ""),
  );
}

function ofClient(client: VpnClient, name: string, isSeen: boolean): RoleOfInterface {
  const { kind, pid } = client;
  const args = { client: kind, pid: pid ?? 0, interface: name };
  return {
    role: "vpn-tunnel",
    certainty: isSeen ? "proven" : "likely",
    holder: { client: kind, pid, server: client.serverAddresses[0] ?? client.server },
    evidence: [codedText(isSeen ? "origin-tunnel-owner" : "origin-tunnel-inferred", args)],
  };
}

function leftover(facts: Facts, name: string): RoleOfInterface {
  const isMissing = facts.presenceOf(name) === "absent";
  const evidence = codedText(isMissing ? "interface-missing" : "tunnel-without-owner", { interface: name });
  // The old tun kext does not tell its opener: that none runs is inferred from the list of processes.
  const isInferred = facts.snapshot.os === "darwin" && !isMissing;
  const holder = { client: null, pid: null, server: null };
  return { role: "leftover-tunnel", certainty: isInferred ? "likely" : "proven", holder, evidence: [evidence] };
}

function ofSystem(facts: Facts, name: string, opener: Process | undefined): RoleOfInterface {
  const isSeen = facts.interfaces.has(name);
  return {
    role: "system-tunnel",
    certainty: isSeen ? "likely" : "suspected",
    holder: holderOf(opener),
    evidence: [
      codedText("only-link-local", { interface: name }),
      ...(opener === undefined ? [] : [codedText("origin-tunnel-owner", { interface: name, pid: opener.pid })]),
    ],
  };
}

function ofNobodyKnown(facts: Facts, name: string, opener: Process | undefined): RoleOfInterface {
  const isOfKernel = facts.interfaces.get(name)?.kind === "wireguard";
  const evidence =
    opener === undefined
      ? codedText(isOfKernel ? "tunnel-of-kernel" : "tunnel-owner-unknown", { interface: name })
      : codedText("origin-tunnel-owner", { interface: name, pid: opener.pid });
  const certainty = opener === undefined && !isOfKernel ? "suspected" : "likely";
  if (isOfKernel)
    return {
      role: "vpn-tunnel",
      certainty,
      holder: { ...holderOf(opener), client: "wireguard" },
      evidence: [evidence],
    };
  return { role: "unowned-tunnel", certainty, holder: holderOf(opener), evidence: [evidence] };
}

function holderOf(opener: Process | undefined): TunnelHolder {
  if (opener === undefined) return { client: null, pid: null, server: null };
  const path = opener.executable ?? opener.arguments[0] ?? "";
  return { client: path.slice(path.lastIndexOf("/") + 1), pid: opener.pid, server: null };
}

function processOf({ snapshot }: Facts, pid: number): Process | undefined {
  return valuesOf(snapshot.processes).find((process) => process.pid === pid);
}
