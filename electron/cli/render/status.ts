import { headlineOf } from "../../../shared/explain/headline.ts";
import type { Assessment, HealthState } from "../../../shared/health/finding.ts";
import type { CliContext } from "../context.ts";
import { findingLines } from "./findings.ts";

/** One screen: state in words, network, clients, findings, and what could not be read. */
export function statusLines(assessment: Assessment, context: CliContext): string[] {
  const { t, terminal } = context;
  const headline = headlineOf(assessment);
  return [
    `${stateMark(assessment.state, context)} ${terminal.colors.bold(t(`app:headline.${headline.code}.title`, headline.args))}`,
    `  ${t(`app:headline.${headline.code}.text`, headline.args)}`,
    "",
    networkLine(assessment, context),
    ...assessment.clients.map((client) => clientLine(client, context)),
    ...assessment.findings.flatMap((finding) => ["", ...findingLines(finding, context)]),
    ...unobservedLines(assessment, context),
  ];
}

/** Parts that could not be read, each with the reason; no lines when everything was. */
function unobservedLines({ unobserved }: Assessment, { t, terminal }: CliContext): string[] {
  if (unobserved.length === 0) return [];
  const lines = unobserved.map(
    ({ part, reason }) =>
      `  ${t("cli:label", { name: t(`app:part.${part}`), text: t(`app:reason.${reason.code}`, reason.args) })}`,
  );
  return [
    "",
    terminal.colors.dim(t("app:unobserved.title", { count: unobserved.length })),
    ...lines.map(terminal.colors.dim),
  ];
}

function networkLine({ network }: Assessment, { t }: CliContext): string {
  if (network === null) return t("cli:status.no-network");
  const { interface: name, gateway, address } = network;
  return t(address === null ? "cli:status.network-without-address" : "cli:status.network", {
    interface: name,
    gateway: gateway ?? "",
    address: address ?? "",
  });
}

function clientLine(client: Assessment["clients"][number], { t }: CliContext): string {
  const { kind, pid, interface: name, server, serverAddresses } = client;
  return t(name === null ? "cli:status.client-without-tunnel" : "cli:status.client", {
    client: kind,
    pid: pid ?? 0,
    interface: name ?? "",
    server: serverAddresses[0] ?? server ?? "–",
  });
}

function stateMark(state: HealthState, { terminal }: CliContext): string {
  const { green, red, yellow, dim } = terminal.colors;
  const marks: Record<HealthState, string> = {
    off: dim("○"),
    up: green("●"),
    recovering: yellow("◐"),
    degraded: yellow("◉"),
    broken: red("✖"),
    residue: red("◎"),
    offline: dim("⊘"),
    unknown: dim("?"),
  };
  return marks[state];
}
