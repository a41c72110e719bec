import type { VpnClient } from "../clients/vpn-client.ts";
import type { Finding, FindingId } from "../health/finding.ts";
import { isUsable, judgeNextHop } from "../health/next-hop.ts";
import { tunnelOwnership } from "../health/tunnels.ts";
import { formatAddress } from "../network/address.ts";
import { destinationOf, isDefault } from "../network/route-prefix.ts";
import { isRoutableAddress } from "../network/special-prefixes.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import { isComplete } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import { errorOfSilence } from "./connect-errors.ts";
import { cannotTell, fails, findingAbout, passes } from "./question.ts";
import type { Judgement, Question } from "./question.ts";

/** The winning row leads into a tunnel: of the same server (a loop), without an owner, or of another VPN that carries it. */
export function judgeTunnel(question: Question): Judgement | null {
  const { winner } = question.contest;
  const name = winner?.interface ?? null;
  if (winner === null || name === null || !question.facts.isTunnel(name)) return null;
  return (
    intoOwnTunnel(question, winner, name) ?? intoDeadTunnel(question, winner, name) ?? throughTunnel(question, name)
  );
}

/** The living client that holds a tunnel, undefined when none is known to. */
export function holderOf({ facts }: Question, tunnel: string): VpnClient | undefined {
  return facts.clients.find((client) => client.alive && client.interface === tunnel);
}

function intoDeadTunnel(question: Question, winner: Route, name: string): Judgement | null {
  const { facts } = question;
  const error = errorOfSilence(facts.snapshot.os);
  const link = judgeNextHop(facts, winner);
  const about = findingAbout(question, winner);
  const finding = about?.id ?? null;
  if (link.state === "dead") {
    const { certainty, evidence } = link;
    return fails("into-dead-tunnel", error, { certainty, evidence, finding });
  }
  if (tunnelOwnership(facts, name) === "gone") {
    const evidence = [codedText("tunnel-without-owner", { interface: name })];
    return fails("into-dead-tunnel", error, { certainty: about?.certainty ?? "proven", evidence, finding });
  }
  const without = withoutNetworkBelow(question);
  return without === null ? null : fails("into-dead-tunnel", error, { certainty: "likely", evidence: [without] });
}

// Clients that mark their sockets reach their server past their own routes (openconnect-facts §5).
function intoOwnTunnel(question: Question, winner: Route, name: string): Judgement | null {
  const holder = holderOf(question, name);
  if (holder?.family !== "pins-host-route") return null;
  const server = formatAddress(question.address);
  const isItsName = question.name !== null && holder.server === question.name;
  if (!isItsName && !holder.serverAddresses.includes(server)) return null;
  const lost = question.findings.find(({ id, client }) => id === "gateway-pin-missing" && client?.pid === holder.pid);
  const evidence = codedText("server-routed-into-tunnel", { server, destination: winner.destination, interface: name });
  const error = errorOfSilence(question.facts.snapshot.os);
  return fails("loops-into-own-tunnel", error, { evidence: [evidence], finding: lost?.id ?? null });
}

/** What is wrong with a client so that its tunnel carries nothing, whatever is sent into it. */
const SILENCES_TUNNEL = new Set<FindingId>([
  "gateway-pin-stale",
  "gateway-pin-foreign",
  "gateway-pin-missing",
  "tunnel-dead",
  "client-stuck",
]);

function throughTunnel(question: Question, name: string): Judgement {
  const holder = holderOf(question, name);
  const silent = question.findings.find(
    (finding) => SILENCES_TUNNEL.has(finding.id) && isOfTunnel(finding, name, holder),
  );
  if (silent !== undefined) return throughSilentTunnel(question, silent);
  if (holder === undefined)
    return passes("through-tunnel", "suspected", [codedText("tunnel-owner-unknown", { interface: name })]);
  const isServerKnown = holder.serverAddresses.length > 0 || holder.family !== "pins-host-route";
  return passes("through-tunnel", isServerKnown ? "likely" : "suspected");
}

function isOfTunnel({ client, args }: Finding, name: string, holder: VpnClient | undefined): boolean {
  if (client === null) return args["interface"] === name;
  return holder !== undefined && client.pid === holder.pid;
}

function throughSilentTunnel({ facts }: Question, { id, certainty, evidence }: Finding): Judgement {
  const error = errorOfSilence(facts.snapshot.os);
  if (certainty === "suspected") return cannotTell("through-tunnel", { error, evidence, finding: id });
  return fails("into-dead-tunnel", error, { certainty, evidence, finding: id });
}

// A tunnel's own packets need some row out of a network card; without any they cannot leave (capture 01).
function withoutNetworkBelow({ facts }: Question): CodedText | null {
  const { inet, inet6 } = facts.snapshot.routes;
  if (!isComplete(inet) || (inet6.observed && !isComplete(inet6))) return null;
  const leads = (route: Route) =>
    route.type === "unicast" && route.interface !== null && facts.isPhysical(route.interface) && isUsable(facts, route);
  const isBeyondLink = (route: Route) => isDefault(route) || isRoutableAddress(destinationOf(route));
  return facts.routes.some((route) => leads(route) && isBeyondLink(route)) ? null : codedText("no-network");
}
