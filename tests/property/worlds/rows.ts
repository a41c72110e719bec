import { LINK } from "../../../shared/snapshot/route.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";

/** A row with what matters given and everything else as the system prints it for plain rows; the family by its destination. */
export function row(os: OperatingSystem, given: Partial<Route> & Pick<Route, "destination" | "interface">): Route {
  const gateway = given.gateway ?? LINK;
  const host = given.host ?? /\/(?:32|128)$/.test(given.destination);
  const family = given.destination.includes(":") ? "inet6" : "inet";
  const isLinuxInet6 = os === "linux" && family === "inet6";
  return {
    family,
    gateway,
    type: "unicast",
    source: null,
    table: "main",
    // The kernel always names the priority of an IPv6 row (IP6_RT_PRIO_USER).
    metric: isLinuxInet6 ? 1024 : null,
    protocol: null,
    scope: os === "linux" && gateway === LINK ? "link" : null,
    scoped: false,
    host,
    flags: os === "darwin" ? darwinFlags(gateway, host, given.scoped === true) : [],
    linkAddress: null,
    metrics: {},
    preference: isLinuxInet6 ? "medium" : null,
    multipath: false,
    unmodelled: [],
    ...given,
  };
}

function darwinFlags(gateway: string, host: boolean, scoped: boolean): string[] {
  return ["U", ...(gateway === LINK ? [] : ["G"]), ...(host ? ["H"] : []), "S", ...(scoped ? ["I"] : [])];
}
