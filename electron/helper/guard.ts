import { canonicalAddress } from "../../shared/network/address.ts";
import { formatPrefix, parsePrefix, prefixContains } from "../../shared/network/prefix.ts";
import { isLinkLocalAddress, isLoopbackAddress, isMulticastAddress } from "../../shared/network/special-prefixes.ts";
import type { Step } from "../../shared/repair/step.ts";
import { isComplete, valuesOf } from "../../shared/snapshot/part.ts";
import { LINK } from "../../shared/snapshot/route.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";

/** Interface names that may stand in a command: no leading hyphen, nothing that any program could read as more. */
const INTERFACE = /^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,14}$/;
const WORD = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;
/** Darwin rows that the kernel made for itself: cloned, link-level, multicast, broadcast, redirected. */
const KERNEL_FLAGS = ["W", "L", "m", "b", "D", "M"];

/**
 * The last word on a step, whatever the planner says: it shares no code with rules, plan and veto, and knows only what
 * may never be touched. True when the step must not be carried out. `chosen` are all steps of the same apply.
 */
export function isForbidden(step: Step, chosen: readonly Step[], snapshot: Snapshot): boolean {
  switch (step.op) {
    case "delete-route":
      return isProtected(step.route, snapshot) || isDefault(step.route);
    case "add-route":
      return !isWellFormed(step.route) || (isDefault(step.route) && hasDefault(step.route, snapshot));
    case "replace-route":
      return (
        isProtected(step.route, snapshot) ||
        !isWellFormed(step.replacement) ||
        step.route.destination !== step.replacement.destination ||
        step.route.family !== step.replacement.family
      );
    case "nudge-client":
      return chosen.filter((other) => other.op === "nudge-client" && other.pid === step.pid).length !== 1;
    case "clear-resolver":
    case "remove-state-file":
      // Their workers look at the file itself, its owner and its content.
      return false;
  }
}

function isProtected(route: Route, snapshot: Snapshot): boolean {
  if (!isWellFormed(route) || route.unmodelled.length > 0 || route.multipath) return true;
  if (route.protocol === "kernel" || KERNEL_FLAGS.some((flag) => route.flags.includes(flag))) return true;
  return isOwnNetwork(route, snapshot) || hasLivingOwner(route.interface, snapshot);
}

function isDefault(route: Route): boolean {
  return route.destination.endsWith("/0");
}

function hasDefault({ family, scoped }: Route, snapshot: Snapshot): boolean {
  const part = snapshot.routes[family];
  if (!isComplete(part)) return true;
  return valuesOf(part).some((row) => isDefault(row) && row.table === "main" && row.scoped === scoped);
}

// A unicast row of the main table between ordinary addresses, each text exactly as it is written from its numbers.
function isWellFormed(route: Route): boolean {
  const prefix = parsePrefix(route.destination);
  if (prefix === null || formatPrefix(prefix) !== route.destination || prefix.family !== route.family) return false;
  const special = [isLoopbackAddress, isLinkLocalAddress, isMulticastAddress].some((test) => test(prefix));
  const zero = prefix.family === "inet" && prefix.length >= 8 && prefix.value >> 24n === 0n;
  if (special || zero || route.destination.startsWith("255.255.255.255/")) return false;
  if (route.type !== "unicast" || route.table !== "main" || !INTERFACE.test(route.interface ?? "")) return false;
  const addresses = [route.gateway, route.source].filter((text) => text !== null && text !== LINK);
  const words = [route.protocol, route.scope, route.preference].filter((word) => word !== null);
  return (
    addresses.every((text) => canonicalAddress(text ?? "") === text) && words.every((word) => WORD.test(word ?? ""))
  );
}

// The network that an interface is on: the row that everything else on that link depends on.
function isOwnNetwork(route: Route, snapshot: Snapshot): boolean {
  const prefix = parsePrefix(route.destination);
  const own = valuesOf(snapshot.interfaces).find((entry) => entry.name === route.interface);
  if (route.gateway !== LINK || prefix === null || own === undefined) return false;
  return own.addresses.some(({ address, prefixLength }) => {
    const network = parsePrefix(`${address}/${address.includes(":") ? 128 : 32}`);
    return network !== null && prefixLength === prefix.length && prefixContains(prefix, network);
  });
}

// A tunnel that is up belongs to somebody, unless it is a Linux tun device that is known to outlive its owner.
function hasLivingOwner(name: string | null, snapshot: Snapshot): boolean {
  const link = valuesOf(snapshot.interfaces).find((entry) => entry.name === name);
  if (valuesOf(snapshot.tunnelOwners).some((owner) => owner.interface === name)) return true;
  if (link === undefined || !link.up || !(link.pointToPoint || link.kind === "wireguard")) return false;
  return link.persistent !== true || !isComplete(snapshot.tunnelOwners);
}
