import type { Finding } from "../health/finding.ts";
import { LINK } from "../snapshot/route.ts";
import type { CodedText } from "../snapshot/coded-text.ts";

/** Where and how the way is broken; decides what is drawn. */
export interface PathFault {
  /**
   * `detour`: a route leads to a router that is not there. `default-detour`: so does the default route, so that nothing
   * leaves. `gap`: no route leads to the router. `loop`: the server is reached through its own tunnel. `tunnel-cut`:
   * routes lead into a tunnel that is gone. `tunnel-silent`: nothing comes back. `intercepted`: somebody else answers.
   * `contested`: two tunnels want the same. `note`: the way itself is whole, the caption says what is wrong beside it.
   */
  readonly kind:
    | "detour"
    | "default-detour"
    | "gap"
    | "loop"
    | "tunnel-cut"
    | "tunnel-silent"
    | "intercepted"
    | "contested"
    | "note";
  /** The router that is not there, as address text; null where there is none. */
  readonly gateway: string | null;
  /** The tunnel interfaces that the finding is about: none, one, or two that contend. */
  readonly tunnels: readonly string[];
  /** The fact, a key of `app:path.caption`. */
  readonly caption: CodedText;
}

type Draw = (finding: Finding) => PathFault;

const DRAW: Readonly<Record<Finding["id"], Draw>> = {
  "gateway-pin-stale": detour("detour", "not-on-this-network"),
  "gateway-pin-foreign": detour("detour", "another-router"),
  "gateway-pin-missing": (finding) => fault("loop", "own-tunnel", finding, { server: serverOf(finding) }),
  "default-route-missing": (finding) => fault("gap", "no-default-route", finding),
  "default-route-stale": detour("default-detour", "not-on-this-network"),
  "split-default-stale": (finding) =>
    hasNextHop(finding) ? detour("default-detour", "not-on-this-network")(finding) : goneTunnel(finding),
  "tunnel-route-orphaned": goneTunnel,
  "tunnel-dead": (finding) => fault("tunnel-silent", "nothing-comes-back", finding),
  "client-stuck": (finding) => fault("tunnel-silent", "still-reconnecting", finding),
  "resolver-stale": (finding) => fault("note", "stale-resolver", finding),
  "client-residue": (finding) => fault("note", "left-files", finding),
  "script-marks-left": (finding) => fault("note", "left-lines", finding),
  "tunnels-conflict": (finding) => ({ ...fault("contested", "two-tunnels", finding), tunnels: contendersOf(finding) }),
  "gateway-route-unreachable": (finding) =>
    fault("note", "dead-next-hop", finding, {
      destination: finding.route?.destination ?? "",
      gateway: finding.route?.gateway ?? "",
    }),
  "captive-network": (finding) => fault("intercepted", "login-page", finding),
};

/** What the worst finding breaks; null when nothing is wrong. */
export function faultOf(worst: Finding | undefined): PathFault | null {
  return worst === undefined ? null : DRAW[worst.id](worst);
}

function detour(kind: "detour" | "default-detour", caption: string): Draw {
  return (finding) => {
    const gateway = finding.route?.gateway ?? "";
    return { ...fault(kind, caption, finding, { gateway }), gateway };
  };
}

function goneTunnel(finding: Finding): PathFault {
  return fault("tunnel-cut", "tunnel-gone", finding, { interface: finding.route?.interface ?? "" });
}

function fault(kind: PathFault["kind"], code: string, finding: Finding, args: CodedText["args"] = {}): PathFault {
  const tunnel = finding.client?.interface ?? (kind === "tunnel-cut" ? finding.route?.interface : null);
  return { kind, gateway: null, tunnels: tunnel == null ? [] : [tunnel], caption: { code, args } };
}

function contendersOf({ args }: Finding): string[] {
  return [args["first"], args["second"]].filter((name) => typeof name === "string");
}

function hasNextHop({ route }: Finding): boolean {
  return route !== null && route.gateway !== LINK;
}

function serverOf({ client, route }: Finding): string {
  return client?.serverAddresses[0] ?? client?.server ?? route?.destination.replace(/\/\d+$/, "") ?? "";
}
