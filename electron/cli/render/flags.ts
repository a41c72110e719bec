import { explainRouteWords } from "../../../shared/explain/route-flags.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import type { CliContext } from "../context.ts";

/** The flags of a route in words, one line each. */
export function flagLines(route: Route, os: OperatingSystem, { t }: CliContext): string[] {
  return explainRouteWords(os, route).map(({ word, code }) => {
    const meaning = t(`flags:${code}.name`, { word });
    const name = meaning === word ? word : `${word} ${meaning}`;
    return t("cli:label", { name, text: t(`flags:${code}.text`) });
  });
}
