import { roleOf } from "../../../shared/explain/route-role.ts";
import type { Finding } from "../../../shared/health/finding.ts";
import { parseAddress } from "../../../shared/network/address.ts";
import { forwardingOf } from "../../../shared/network/forwarding.ts";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { lookHere } from "../look.ts";
import type { Look } from "../look.ts";
import { routeText } from "../render/findings.ts";
import { flagLines } from "../render/flags.ts";
import { tableLines } from "../render/table.ts";

/** What `holdfast routes` was asked to show. */
export interface RoutesOptions {
  json?: true;
  explain?: true;
}

/** `holdfast routes [ADDR]`: the table with roles; with an address, which route takes it and which do not, and why. */
export async function routes(
  address: string | undefined,
  options: RoutesOptions,
  context: CliContext,
): Promise<ExitCode> {
  const look = await lookHere(context);
  const rows = address === undefined ? allRoutes(look) : candidatesFor(address, look);
  if (options.json)
    context.terminal.print(
      JSON.stringify({ schema: 1, routes: rows.map((route) => routeEntry(route, look)) }, null, 2),
    );
  else if (address === undefined) context.terminal.print(overview(rows, options, look, context));
  else context.terminal.print(whyLines(address, rows, look, context).join("\n"));
  return rows.some((route) => findingFor(route, look) !== undefined) ? EXIT.problems : EXIT.fine;
}

function allRoutes({ snapshot }: Look): Route[] {
  return [...valuesOf(snapshot.routes.inet), ...valuesOf(snapshot.routes.inet6)];
}

function candidatesFor(text: string, { snapshot }: Look): Route[] {
  const address = parseAddress(text);
  if (address === null) throw new CliFailure(EXIT.usage, "cli:usage.not-an-address", { text });
  return forwardingOf(snapshot).candidates(address);
}

function routeEntry(route: Route, look: Look) {
  return { ...route, role: roleOf(route, look.snapshot), finding: findingFor(route, look)?.id ?? null };
}

function findingFor(route: Route, { assessment }: Look): Finding | undefined {
  const key = routeKey(route);
  return assessment.findings.find((finding) => finding.route !== null && routeKey(finding.route) === key);
}

function overview(rows: readonly Route[], options: RoutesOptions, look: Look, context: CliContext): string {
  const { t, terminal } = context;
  const header = ["destination", "gateway", "interface", "role"].map((column) => t(`cli:routes.${column}`));
  const body = rows.map((route) => [
    route.destination,
    route.gateway === "link" ? t("cli:finding.on-link") : route.gateway,
    route.interface ?? "–",
    roleText(route, look, context),
  ]);
  const lines = tableLines([header, ...body]);
  const [first = "", ...others] = lines;
  const explained = options.explain
    ? others.flatMap((line, index) => [line, ...explanation(rows[index], look, context)])
    : others;
  return [terminal.colors.bold(first), ...explained].join("\n");
}

function roleText(route: Route, look: Look, { t, terminal }: CliContext): string {
  const finding = findingFor(route, look);
  const role = t(`cli:role.${roleOf(route, look.snapshot)}`);
  return finding === undefined ? role : `${role}  ${terminal.colors.red(`✖ ${t(`findings:${finding.id}.title`)}`)}`;
}

function explanation(route: Route | undefined, { snapshot }: Look, context: CliContext): string[] {
  const lines = route === undefined ? [] : flagLines(route, snapshot.os, context);
  return lines.map((text) => context.terminal.colors.dim(`    ${text}`));
}

function whyLines(address: string, rows: readonly Route[], look: Look, context: CliContext): string[] {
  const { t, terminal } = context;
  const [winner, ...losers] = rows;
  if (winner === undefined) return [t("cli:routes.no-route", { address })];
  const lost = losers.map((route) => `  ${routeText(route, context)}  ${lossReason(route, winner, context)}`);
  return [
    t("cli:routes.winner", { address }),
    `  ${terminal.colors.bold(routeText(winner, context))}  ${roleText(winner, look, context)}`,
    ...(lost.length === 0 ? [] : ["", t("cli:routes.losers"), ...lost]),
  ];
}

function lossReason(route: Route, winner: Route, { t, terminal }: CliContext): string {
  if (route.table !== winner.table) return terminal.colors.dim(t("cli:routes.later-table", { table: route.table }));
  const shorter = route.destination !== winner.destination;
  return terminal.colors.dim(t(shorter ? "cli:routes.shorter-prefix" : "cli:routes.higher-metric"));
}
