import type { Route } from "../../shared/snapshot/route.ts";

const BARE: Route = {
  family: "inet",
  destination: "203.0.113.9/32",
  gateway: "198.51.100.1",
  interface: "wlan0",
  type: "unicast",
  source: null,
  table: "main",
  metric: null,
  protocol: null,
  scope: null,
  scoped: false,
  host: true,
  flags: [],
  linkAddress: null,
  metrics: {},
  preference: null,
  multipath: false,
  unmodelled: [],
};

/** A Linux row: without changes the gateway pin of an openconnect in the lab. */
export function linuxRoute(changes: Partial<Route> = {}): Route {
  return { ...BARE, ...changes };
}

/** A Darwin row: without changes the stale gateway pin of a Mac that has left its network. */
export function darwinRoute(changes: Partial<Route> = {}): Route {
  return {
    ...BARE,
    destination: "222.66.117.109/32",
    gateway: "10.51.0.1",
    interface: "en0",
    flags: ["U", "G", "H", "S"],
    ...changes,
  };
}
