import type { Route } from "../snapshot/route.ts";
import type { RouteWord } from "./route-explanation.ts";

/**
 * What a row says beside its flags, as it is printed: own address (RT_IFA of `netstat -l`, `src` on Linux), metric, table,
 * preference and numbers such as `mtu`. Words under `flags:attribute`.
 */
export function explainRouteAttributes(route: Route): RouteWord[] {
  const { source, metric, table, preference, metrics, multipath } = route;
  return [
    ...(source === null ? [] : [attribute(`src ${source}`, "source")]),
    ...(metric === null ? [] : [attribute(`metric ${metric}`, "metric")]),
    ...(table === "main" ? [] : [attribute(`table ${table}`, "table")]),
    ...(preference === null ? [] : [attribute(`pref ${preference}`, "preference")]),
    ...(multipath ? [attribute("nexthop", "multipath")] : []),
    ...Object.entries(metrics).map(([name, value]) => attribute(`${name} ${value}`, name === "mtu" ? "mtu" : "number")),
  ];
}

function attribute(word: string, code: string): RouteWord {
  return { word, code: `attribute.${code}` };
}
