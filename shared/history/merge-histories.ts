import type { History } from "./history.ts";
import { MOST_PINS } from "./remember-pins.ts";
import { MOST_PREFIXES, MOST_SERVERS } from "./remember.ts";
import type { SeenPin } from "./seen-pin.ts";

/**
 * What two programs on one machine remember, in one. `base` is what `mine` came from: what is in it and not in `mine` I
 * have struck out, so it does not come back by `theirs`, where it may still be.
 */
export function mergeHistories(base: History, mine: History, theirs: History): History {
  return {
    servers: union(base.servers, mine.servers, theirs.servers).slice(-MOST_SERVERS),
    tunnelPrefixes: union(base.tunnelPrefixes, mine.tunnelPrefixes, theirs.tunnelPrefixes).slice(-MOST_PREFIXES),
    networkChangedAt: latest(mine.networkChangedAt, theirs.networkChangedAt),
    network: mine.network ?? theirs.network,
    pins: mergePins(base.pins, mine.pins, theirs.pins),
  };
}

// Theirs first: the newest are at the end, and mine are the ones that were just seen.
function union(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const struckOut = new Set(base.filter((value) => !mine.includes(value)));
  const own = new Set(mine);
  return [...theirs.filter((value) => !own.has(value) && !struckOut.has(value)), ...mine];
}

function latest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(one) >= Date.parse(other) ? one : other;
}

function mergePins(base: readonly SeenPin[], mine: readonly SeenPin[], theirs: readonly SeenPin[]): SeenPin[] {
  const own = new Set(mine.map(nameOf));
  const struckOut = new Set(base.map(nameOf).filter((name) => !own.has(name)));
  const others = theirs.filter((pin) => !own.has(nameOf(pin)) && !struckOut.has(nameOf(pin)));
  return [...others, ...mine].slice(-MOST_PINS);
}

function nameOf({ family, destination, gateway, interface: name, source }: SeenPin): string {
  return [family, destination, gateway, name, source ?? ""].join(" ");
}
