import { roleOf } from "../../../shared/explain/route-role.ts";
import { factsOf } from "../../../shared/health/facts.ts";
import type { Way } from "../../../shared/preflight/preflight-report.ts";
import { wayToText } from "../../../shared/preflight/way-to-text.ts";
import { outcomeWords } from "../../../shared/preflight/words.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import { CliFailure } from "../cli-failure.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";
import type { FromOption } from "../look-from.ts";
import type { Look } from "../look.ts";
import { routeText } from "../render/findings.ts";
import { findingsByRoute, roleText } from "../render/marked-route.ts";
import { explanationLines } from "../render/route-explanation.ts";

/** What `holdfast routes` was asked to show. */
export interface RoutesOptions extends FromOption {
  json?: true;
  explain?: true;
}

/** `holdfast routes ADDR`: the row that takes the address, what happens then, and the rows that lose, with the reason of each. */
export function routeFor(text: string, options: RoutesOptions, look: Look, context: CliContext): ExitCode {
  const way = wayToText(text, factsOf(look.snapshot, look.history));
  if (way === null) throw new CliFailure(EXIT.usage, "cli:usage.not-an-address", { text });
  context.terminal.print(options.json ? wayDocument(way, look) : wayLines(way, options, look, context).join("\n"));
  return way.works === "no" ? EXIT.problems : EXIT.fine;
}

function wayDocument({ winner, losers, ...way }: Way, look: Look): string {
  const found = findingsByRoute(look);
  const entry = (route: NonNullable<typeof winner>) => ({
    ...route,
    role: roleOf(route, look.snapshot),
    finding: found.get(routeKey(route))?.id ?? null,
  });
  const routes = [
    ...(winner === null ? [] : [{ ...entry(winner), loss: null }]),
    ...losers.map(({ route, reason }) => ({ ...entry(route), loss: reason })),
  ];
  return JSON.stringify({ schema: 1, ...way, routes }, null, 2);
}

function wayLines(way: Way, options: RoutesOptions, look: Look, context: CliContext): string[] {
  const { t, terminal } = context;
  const { address, winner, losers, source, evidence } = way;
  const outcome = outcomeWords(way);
  const found = findingsByRoute(look);
  const proofs = evidence.map(({ code, args }) => `· ${t(`evidence:${code}`, args)}`);
  const lost = losers.map(
    ({ route, reason }) =>
      `  ${routeText(route, context)}  ${terminal.colors.dim(t(`routes:loss.${reason.code}`, reason.args))}`,
  );
  return [
    ...(winner === null
      ? [t("cli:routes.no-winner", { address })]
      : [
          t("cli:routes.winner", { address }),
          `  ${terminal.colors.bold(routeText(winner, context))}  ${roleText(winner, look, found.get(routeKey(winner)), context)}`,
        ]),
    `  ${t(`preflight:outcome.${outcome.code}`, outcome.args)}`,
    ...(source === null ? [] : [`  ${t("cli:label", { name: t("preflight:label.source"), text: source })}`]),
    ...proofs.map((proof) => terminal.colors.dim(`  ${proof}`)),
    ...(winner === null || options.explain !== true
      ? []
      : explanationLines(factsOf(look.snapshot, look.history), winner, context)
          .filter((line) => !proofs.includes(line))
          .map((line) => `    ${line}`)),
    ...(lost.length === 0 ? [] : ["", t("cli:routes.losers"), ...lost]),
  ];
}
