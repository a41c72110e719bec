import { nudgeStep } from "../../clients/nudge.ts";
import { readOpenconnectArguments } from "../../clients/openconnect-arguments.ts";
import type { OpenconnectArguments } from "../../clients/openconnect-arguments.ts";
import type { VpnClient } from "../../clients/vpn-client.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import type { CodedText } from "../../snapshot/coded-text.ts";
import { valuesOf } from "../../snapshot/part.ts";
import type { Process } from "../../snapshot/process.ts";
import { connectionOf } from "../client-connection.ts";
import type { ClientConnection } from "../client-connection.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { clientsWhoseLogEnds } from "../client-words.ts";
import { deferralFor } from "../deferral.ts";
import { mayRepairFor } from "../pins.ts";
import { uplinkOf } from "../uplink.ts";

const GONE_ADDRESS = "client-calls-from-gone-address";

/**
 * A client that lives but cannot get its session back: its log or its sockets show it in its reconnect loop, or its tunnel
 * is gone. Asking it to reconnect ends a pause of up to 100 s at once (openconnect-facts §1.2, §1.3); without a tunnel only
 * a new start helps, and there is no step for that.
 */
export function clientStuck(facts: Facts): Finding[] {
  const saidSo = new Set(clientsWhoseLogEnds(facts, "reconnecting"));
  return facts.clients.flatMap((client) => {
    const connection = connectionEvidence(connectionOf(facts, client));
    // What the kernel shows is stronger than what the client says.
    if (saidSo.has(client) && connection?.code !== GONE_ADDRESS) {
      return [inLoop(facts, client, codedText("client-reports-reconnecting", { client: client.kind }))];
    }
    const process = valuesOf(facts.snapshot.processes).find(({ pid }) => pid === client.pid);
    if (client.kind !== "openconnect" || process === undefined) return [];
    const given = readOpenconnectArguments(process.arguments);
    if (hasLostTunnel(facts, process, given)) return [withoutTunnel(client)];
    return connection === null || !holdsTunnel(facts, client) ? [] : [inLoop(facts, client, connection)];
  });
}

// Before its tunnel is made a client is only about to connect.
function holdsTunnel(facts: Facts, client: VpnClient): boolean {
  return valuesOf(facts.snapshot.tunnelOwners).some(({ pid }) => pid === client.pid);
}

function connectionEvidence(connection: ClientConnection): CodedText | null {
  const client = "openconnect";
  switch (connection.state) {
    case "calling":
      return codedText("client-calls-in-vain", { client, server: connection.server });
    case "lost":
      return codedText(GONE_ADDRESS, { client, address: connection.source });
    case "none":
      return codedText("client-without-connection", { client });
    case "standing":
    case "unknown":
      return null;
  }
}

// It goes to the background, where it has no parent but the first process, only once its tunnel is up (main.c).
function hasLostTunnel(facts: Facts, process: Process, given: OpenconnectArguments): boolean {
  if (!given.background || given.withoutInterface || process.parentPid !== 1) return false;
  if (!facts.processesComplete || !facts.interfacesComplete) return false;
  const owners = valuesOf(facts.snapshot.tunnelOwners);
  // A tunnel that nobody is seen to hold may be this client's, whatever it carries.
  const tunnels = [...facts.interfaces.keys()].filter(facts.isTunnel);
  const isHolderSeen = (name: string) => owners.some((owner) => owner.interface === name);
  return tunnels.every(isHolderSeen) && !owners.some(({ pid }) => pid === process.pid);
}

function inLoop(facts: Facts, client: VpnClient, evidence: CodedText): Finding {
  const certainty = evidence.code === GONE_ADDRESS ? "proven" : "likely";
  const found: Finding = { ...finding(client, [evidence, ...deferralFor(client)]), certainty };
  // i18next takes the wording of the finding's text from `context`.
  if (!mayRepairFor(client)) return { ...found, args: { ...found.args, context: "deferred" } };
  // Without any network a request to reconnect only ends in a longer pause (openconnect-facts §7.1).
  const isOffline = uplinkOf(facts, "inet") === null && uplinkOf(facts, "inet6") === null;
  return evidence.code === GONE_ADDRESS && isOffline ? found : { ...found, repair: nudgeStep(client) };
}

function withoutTunnel(client: VpnClient): Finding {
  const found = finding(client, [codedText("client-without-tunnel", { client: client.kind, pid: client.pid ?? 0 })]);
  return { ...found, args: { ...found.args, context: "gone" } };
}

function finding(client: VpnClient, evidence: CodedText[]): Finding {
  return {
    id: "client-stuck",
    severity: "error",
    certainty: "likely",
    route: null,
    client,
    evidence,
    args: { client: client.kind, interface: client.interface ?? "" },
    repair: [],
  };
}
