import { valuesOf } from "../../../shared/snapshot/part.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { World } from "./world.ts";

/** The world as a person reads it: one line for each row, interface, process and further thing seen. */
export function printWorld({ snapshot, history }: World): string {
  const { routes, interfaces, processes, stateFiles, rules, ...rest } = snapshot;
  const others = [rest.tunnelOwners, rest.sockets, rest.neighbours, rest.routerHints, rest.clientLogs];
  return [
    ...[...valuesOf(routes.inet), ...valuesOf(routes.inet6)].map(printRoute),
    ...valuesOf(interfaces).map(
      ({ name, up, carrier, kind, addresses }) =>
        `${name} up=${up} carrier=${carrier} ${kind ?? ""} ${addresses.map((one) => `${one.address}/${one.prefixLength}`).join(" ")}`,
    ),
    ...valuesOf(processes).map((process) => `${process.pid} (${process.parentPid}) ${process.arguments.join(" ")}`),
    ...valuesOf(rules).map((rule) => JSON.stringify(rule, (_, value: unknown) => value ?? undefined)),
    ...valuesOf(stateFiles).map(({ path }) => path),
    ...others.flatMap((part) => valuesOf<unknown>(part)).map((value) => JSON.stringify(value)),
    JSON.stringify(history),
  ].join("\n");
}

function printRoute(route: Route): string {
  const { destination, gateway, interface: name, type, table, metric, protocol, scoped, host, source, flags } = route;
  const words = [destination, "via", gateway, "dev", name, type, `table ${table}`, `metric ${metric}`, protocol];
  return [...words, scoped ? "scoped" : "", host ? "host" : "", source, flags.join("")].join(" ");
}
