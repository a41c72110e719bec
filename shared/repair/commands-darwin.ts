import { formatAddress } from "../network/address.ts";
import { formatPrefix } from "../network/prefix.ts";
import type { Route } from "../snapshot/route.ts";
import { LINK } from "../snapshot/route.ts";
import { readDestination, rewriteAddress } from "./address-text.ts";
import type { StepOf } from "./step-of.ts";

const ROUTE = ["/sbin/route", "-n"];

/**
 * `route delete`. XNU looks at destination, mask and scope only and ignores the gateway (macos-facts §4.3): whoever
 * runs this compares the row first and reads the table afterwards. The gateway is there for the reader.
 */
export function deleteCommand(route: Route): string[] {
  return [...ROUTE, "delete", ...destination(route), ...nextHop(route)];
}

/** `route add`; it fails when the destination is taken (RTM_ADD never replaces), with exit status 0 all the same. */
export function addCommand(route: Route): string[] {
  return [...ROUTE, "add", ...destination(route), ...nextHop(route)];
}

/**
 * Delete, then add. `route change` would be one step, but whether it renews the row's source address is not measured
 * (openconnect-facts §8), and a pin with the old source is as dead as one with the old gateway.
 */
export function replaceCommands(step: StepOf<"replace-route">): string[][] {
  return [deleteCommand(step.route), addCommand(step.replacement)];
}

// Four octets always: `route delete 222.66.117` means 222.66.0.117 (macos-facts §4.4). A row with flag H is found only
// by -host, one with a mask only by -net.
function destination(route: Route): string[] {
  const prefix = readDestination(route.destination);
  const family = route.family === "inet" ? [] : ["-inet6"];
  const scope = route.scoped && route.interface !== null ? ["-ifscope", route.interface] : [];
  if (route.host) return [...family, ...scope, "-host", formatAddress(prefix)];
  return [...family, ...scope, "-net", prefix.length === 0 ? "default" : formatPrefix(prefix)];
}

function nextHop(route: Route): string[] {
  if (route.gateway !== LINK) return [rewriteAddress(route.gateway)];
  return route.interface === null ? [] : ["-interface", route.interface];
}
