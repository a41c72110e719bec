import * as v from "valibot";

/** The names of what can change between two looks at the machine. */
export const NetworkChangeCode = v.picklist([
  "woke-up",
  "network-joined",
  "network-left",
  "network-changed",
  "default-route-added",
  "default-route-removed",
  "default-route-changed",
  "interface-added",
  "interface-removed",
  "interface-up",
  "interface-down",
  "address-added",
  "address-removed",
  "tunnel-up",
  "tunnel-down",
  "client-started",
  "client-ended",
  "route-added",
  "route-removed",
  "resolver-changed",
]);
export type NetworkChangeCode = v.InferOutput<typeof NetworkChangeCode>;

/**
 * One named change, a coded text. Arguments by code:
 * network-*: interface, address, gateway of the network that is there now (`network-left`: that was there);
 * default-route-*: family, gateway, interface (of the removed one for `-removed`), and for `-changed` also oldGateway,
 * oldInterface; interface-* and tunnel-*: interface; address-*: interface, address (CIDR);
 * client-*: client, pid; route-*: destination, gateway (`link` when there is none), interface; resolver-changed:
 * servers, oldServers (lists).
 */
export const NetworkChange = v.strictObject({
  code: NetworkChangeCode,
  args: v.record(v.string(), v.union([v.string(), v.number(), v.array(v.string())])),
});
export type NetworkChange = v.InferOutput<typeof NetworkChange>;
