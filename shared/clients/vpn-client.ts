import * as v from "valibot";

/** How a client deals with its own packets, which decides what Holdfast may do (openconnect-facts §5). */
export const ClientFamily = v.picklist(["pins-host-route", "marks-sockets", "platform-managed"]);
export type ClientFamily = v.InferOutput<typeof ClientFamily>;

/** A VPN client that was recognised, from its process or from what it left behind. */
export const VpnClient = v.strictObject({
  /** Stable kebab-case kind: `openconnect`, `openvpn`, `wireguard`, `tailscale`, … */
  kind: v.string(),
  family: ClientFamily,
  /** Main process, null when only traces of the client exist. */
  pid: v.nullable(v.number()),
  startedAt: v.nullable(v.string()),
  /** Its tunnel interface, null when it has none or it is not known. */
  interface: v.nullable(v.string()),
  /** Host name or address from its arguments, else null. */
  server: v.nullable(v.string()),
  /** Addresses of its server that are proven by arguments, socket, log or state file; canonical text. */
  serverAddresses: v.array(v.string()),
  /** Network script (`--script`), null when not given or not known. */
  script: v.nullable(v.string()),
  alive: v.boolean(),
  /** Managed by NetworkManager or another supervisor that repairs routes itself: Holdfast explains and defers. */
  managedBy: v.nullable(v.string()),
});
export type VpnClient = v.InferOutput<typeof VpnClient>;
