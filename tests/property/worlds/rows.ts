import { LINK } from "../../../shared/snapshot/route.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";

/** A row with what matters given and everything else as the system prints it for plain rows. */
export function row(os: OperatingSystem, given: Partial<Route> & Pick<Route, "destination" | "interface">): Route {
  const gateway = given.gateway ?? LINK;
  const host = given.host ?? given.destination.endsWith("/32");
  return {
    family: "inet",
    gateway,
    type: "unicast",
    source: null,
    table: "main",
    metric: null,
    protocol: null,
    scope: os === "linux" && gateway === LINK ? "link" : null,
    scoped: false,
    host,
    flags: os === "darwin" ? darwinFlags(gateway, host) : [],
    linkAddress: null,
    metrics: {},
    preference: null,
    multipath: false,
    unmodelled: [],
    ...given,
  };
}

function darwinFlags(gateway: string, host: boolean): string[] {
  return ["U", ...(gateway === LINK ? [] : ["G"]), ...(host ? ["H"] : []), "S"];
}
