import { formatPrefix } from "../network/prefix.ts";
import type { Route } from "../snapshot/route.ts";
import { LINK } from "../snapshot/route.ts";
import { readDestination, rewriteAddress } from "./address-text.ts";
import type { StepOf } from "./step-of.ts";

/** Where iproute2 is found on most systems; the helper uses the path that it has verified in the same place. */
const IP = "/usr/sbin/ip";

/**
 * `ip route del` with the full selector: the kernel then removes no row but this one. A protocol that is not printed is
 * `boot` (iproute2 leaves that word out); named here because without it any protocol would match.
 */
export function deleteCommand(route: Route): string[] {
  return [IP, familyOption(route), "route", "del", ...selector(route)];
}

/** `ip route add`, which fails when the place is taken (NLM_F_EXCL); never `append`. */
export function addCommand(route: Route): string[] {
  return [IP, familyOption(route), "route", "add", ...selector(route), ...attributes(route)];
}

/**
 * One `ip route change` when the old and the new row hold the same place, so that there is no moment without a route;
 * else delete and add. Not `replace`: that would create the row where the old one has vanished meanwhile. IPv6 rows
 * are deleted and added, because there the kernel may take the new row for a further hop of the old one.
 */
export function replaceCommands(step: StepOf<"replace-route">): string[][] {
  const { route, replacement } = step;
  if (!isChangeable(route, replacement)) return [deleteCommand(route), addCommand(replacement)];
  return [[IP, familyOption(replacement), "route", "change", ...selector(replacement), ...attributes(replacement)]];
}

function isChangeable(old: Route, replacement: Route): boolean {
  return (
    old.family === "inet" &&
    replacement.family === "inet" &&
    old.destination === replacement.destination &&
    old.table === replacement.table &&
    (old.metric ?? 0) === (replacement.metric ?? 0)
  );
}

function familyOption(route: Route): string {
  return route.family === "inet" ? "-4" : "-6";
}

// The order is the one in which iproute2 prints a row, so that a command reads like the row it is about.
function selector(route: Route): string[] {
  return [
    ...(route.type === "unicast" ? [] : [route.type]),
    formatPrefix(readDestination(route.destination)),
    ...(route.gateway === LINK ? [] : ["via", rewriteAddress(route.gateway)]),
    ...(route.interface === null ? [] : ["dev", route.interface]),
    ...["table", route.table],
    ...["proto", route.protocol ?? "boot"],
    ...scope(route),
    ...(route.source === null ? [] : ["src", rewriteAddress(route.source)]),
    ...(route.metric === null ? [] : ["metric", String(route.metric)]),
    ...Object.entries(route.metrics).flatMap(([name, value]) => [name, String(value)]),
  ];
}

// An IPv4 row over the link without a printed scope has the scope `global`; `ip` would take `link` for it.
function scope(route: Route): string[] {
  if (route.scope !== null) return ["scope", route.scope];
  return route.family === "inet" && route.gateway === LINK ? ["scope", "global"] : [];
}

function attributes(route: Route): string[] {
  return [
    ...(route.preference === null || route.preference === "medium" ? [] : ["pref", route.preference]),
    ...(route.flags.includes("onlink") ? ["onlink"] : []),
  ];
}
