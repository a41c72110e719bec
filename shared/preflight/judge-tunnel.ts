import type { VpnClient } from "../clients/vpn-client.ts";
import type { Finding } from "../health/finding.ts";
import { judgeNextHop } from "../health/next-hop.ts";
import { tunnelOwnership } from "../health/tunnels.ts";
import { formatAddress } from "../network/address.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { Route } from "../snapshot/route.ts";
import { errorOfSilence } from "./connect-errors.ts";
import { fails, findingAbout, passes } from "./question.ts";
import type { Judgement, Question } from "./question.ts";

/** The winning row leads into a tunnel: of the same server (a loop), without an owner, or of another VPN that carries it. */
export function judgeTunnel(question: Question): Judgement | null {
  const { winner } = question.contest;
  const name = winner?.interface ?? null;
  if (winner === null || name === null || !question.facts.isTunnel(name)) return null;
  return (
    intoDeadTunnel(question, winner, name) ?? intoOwnTunnel(question, winner, name) ?? throughTunnel(question, name)
  );
}

/** The living client that holds a tunnel, undefined when none is known to. */
export function holderOf({ facts }: Question, tunnel: string): VpnClient | undefined {
  return facts.clients.find((client) => client.alive && client.interface === tunnel);
}

function intoDeadTunnel(question: Question, winner: Route, name: string): Judgement | null {
  const { facts, findings } = question;
  const error = errorOfSilence(facts.snapshot.os);
  const about = findingAbout(question, winner);
  const link = judgeNextHop(facts, winner);
  if (link.state === "dead") {
    const { certainty, evidence } = link;
    return fails("into-dead-tunnel", error, { certainty, evidence, finding: about?.id ?? null });
  }
  const silent = findings.find((finding) => finding.id === "tunnel-dead" && finding.args["interface"] === name);
  const dead = tunnelOwnership(facts, name) === "gone" ? about : silent;
  if (dead !== undefined) return fails("into-dead-tunnel", error, { ...proofOf(dead), finding: dead.id });
  if (tunnelOwnership(facts, name) !== "gone") return null;
  return fails("into-dead-tunnel", error, { evidence: [codedText("tunnel-without-owner", { interface: name })] });
}

function proofOf({ certainty, evidence }: Finding): Pick<Finding, "certainty" | "evidence"> {
  return { certainty, evidence };
}

// Clients that mark their sockets reach their server past their own routes (openconnect-facts §5).
function intoOwnTunnel(question: Question, winner: Route, name: string): Judgement | null {
  const holder = holderOf(question, name);
  if (holder?.family !== "pins-host-route") return null;
  const server = formatAddress(question.address);
  const lost = question.findings.find(({ id, client }) => id === "gateway-pin-missing" && client?.pid === holder.pid);
  const isItsServer =
    holder.serverAddresses.includes(server) || (question.name !== null && holder.server === question.name);
  if (!isItsServer && (lost === undefined || holder.serverAddresses.length > 0)) return null;
  const evidence = [
    codedText("server-routed-into-tunnel", { server, destination: winner.destination, interface: name }),
  ];
  return fails("loops-into-own-tunnel", errorOfSilence(question.facts.snapshot.os), {
    evidence: isItsServer ? evidence : [...evidence, ...(lost?.evidence ?? [])],
    certainty: isItsServer ? "proven" : (lost?.certainty ?? "suspected"),
    finding: lost?.id ?? null,
  });
}

function throughTunnel(question: Question, name: string): Judgement {
  const holder = holderOf(question, name);
  if (holder === undefined)
    return passes("through-tunnel", "suspected", [codedText("tunnel-owner-unknown", { interface: name })]);
  const isServerKnown = holder.serverAddresses.length > 0 || holder.family !== "pins-host-route";
  return passes("through-tunnel", isServerKnown ? "likely" : "suspected");
}
