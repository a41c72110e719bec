import { explainRoute } from "../../../shared/explain/explain-route.ts";
import { roleOf } from "../../../shared/explain/route-role.ts";
import { factsOf } from "../../../shared/health/facts.ts";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import { lookFrom } from "../look-from.ts";
import type { Look } from "../look.ts";
import { findingsByRoute, roleText } from "../render/marked-route.ts";
import { explanationLines } from "../render/route-explanation.ts";
import { tableLines } from "../render/table.ts";
import { routeFor } from "./route-for.ts";
import type { RoutesOptions } from "./route-for.ts";

/** `holdfast routes [ADDR]`: the table with roles; with an address, which route takes it and which do not, and why. */
export async function routes(
  address: string | undefined,
  options: RoutesOptions,
  context: CliContext,
): Promise<ExitCode> {
  const look = await lookFrom(options, context);
  if (address !== undefined) return routeFor(address, options, look, context);
  const rows = [...valuesOf(look.snapshot.routes.inet), ...valuesOf(look.snapshot.routes.inet6)];
  context.terminal.print(
    options.json ? tableDocument(rows, options, look) : overview(rows, options, look, context).join("\n"),
  );
  return findingsByRoute(look).size > 0 ? EXIT.problems : EXIT.fine;
}

function tableDocument(rows: readonly Route[], options: RoutesOptions, look: Look): string {
  const found = findingsByRoute(look);
  const facts = factsOf(look.snapshot, look.history);
  const entries = rows.map((route) => ({
    ...route,
    role: roleOf(route, look.snapshot),
    finding: found.get(routeKey(route))?.id ?? null,
    ...(options.explain === true ? { explanation: explainRoute(facts, route) } : {}),
  }));
  return JSON.stringify({ schema: 1, routes: entries }, null, 2);
}

function overview(rows: readonly Route[], options: RoutesOptions, look: Look, context: CliContext): string[] {
  const { t, terminal } = context;
  const found = findingsByRoute(look);
  const facts = factsOf(look.snapshot, look.history);
  const header = ["destination", "gateway", "interface", "role"].map((column) => t(`cli:routes.${column}`));
  const body = rows.map((route) => [
    route.destination,
    route.gateway === "link" ? t("cli:finding.on-link") : route.gateway,
    route.interface ?? "–",
    roleText(route, look, found.get(routeKey(route)), context),
  ]);
  const [first = "", ...others] = tableLines([header, ...body]);
  const explained = (route: Route) =>
    explanationLines(facts, route, context).map((line) => terminal.colors.dim(`    ${line}`));
  return [
    terminal.colors.bold(first),
    ...others.flatMap((line, index) => {
      const route = rows[index];
      return options.explain !== true || route === undefined ? [line] : [line, ...explained(route), ""];
    }),
  ];
}
