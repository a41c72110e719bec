import type { Certainty, Finding, Severity } from "../../../shared/health/finding.ts";
import type { CliContext } from "../context.ts";

/** A finding as lines: title and certainty, what it is, the route, and how it is known. */
export function findingLines(finding: Finding, context: CliContext): string[] {
  const { t, terminal } = context;
  const title = terminal.colors.bold(t(`findings:${finding.id}.title`, finding.args));
  const certainty = certaintyWord(finding.certainty, context);
  const route = finding.route === null ? [] : [`  ${terminal.colors.bold(routeText(finding.route, context))}`];
  return [
    `${severityMark(finding.severity, context)} ${t("cli:finding.title", { title, certainty })}`,
    `  ${findingText(finding, context)}`,
    ...route,
    ...finding.evidence.map((evidence) => terminal.colors.dim(`  · ${t(`evidence:${evidence.code}`, evidence.args)}`)),
  ];
}

/** The sentence of a finding in the context's language. */
export function findingText(finding: Finding, { t }: CliContext): string {
  return t(`findings:${finding.id}.text`, finding.args);
}

/** `222.66.117.109/32 → 10.51.0.1 (en0)`. */
export function routeText(
  route: { destination: string; gateway: string; interface: string | null },
  { t }: CliContext,
): string {
  const { destination } = route;
  const gateway = route.gateway === "link" ? t("cli:finding.on-link") : route.gateway;
  if (route.interface === null) return t("cli:finding.route-without-interface", { destination, gateway });
  return t("cli:finding.route", { destination, gateway, interface: route.interface });
}

function certaintyWord(certainty: Certainty, { t }: CliContext): string {
  return t(`app:finding.certainty.${certainty}`);
}

function severityMark(severity: Severity, { terminal }: CliContext): string {
  const { colors } = terminal;
  return { error: colors.red("✖"), warning: colors.yellow("▲"), info: colors.blue("●") }[severity];
}
