import * as v from "valibot";

/** A DNS configuration that the system uses, from one source. */
export const Resolver = v.strictObject({
  /** Where it was read: `resolv.conf`, `scutil-dns`, `scutil-key`, `networksetup`, `resolvectl`, `resolver-file` (/etc/resolver). */
  origin: v.picklist(["resolv.conf", "scutil-dns", "scutil-key", "networksetup", "resolvectl", "resolver-file"]),
  /** File path, scutil key or network service the entry belongs to; null when there is none. */
  name: v.nullable(v.string()),
  /** Canonical addresses, in order. */
  servers: v.array(v.string()),
  domains: v.array(v.string()),
  /** Interface the entry is tied to, as printed, else null. */
  interface: v.nullable(v.string()),
  /** `vpnc-script` when the text carries its marker `#@VPNC_GENERATED@`, else null. */
  writtenBy: v.nullable(v.picklist(["vpnc-script"])),
  scoped: v.boolean(),
  supplemental: v.boolean(),
});
export type Resolver = v.InferOutput<typeof Resolver>;

/** A file that a VPN script keeps its state in (`/var/run/vpnc/*`). */
export const StateFile = v.strictObject({
  path: v.string(),
  kind: v.picklist(["default-route", "default-route-inet6", "resolver-backup", "pid-file", "other"]),
  /** Process that wrote it, from the file's name, else null. */
  pid: v.nullable(v.number()),
  /** Text of the file, at most 4 KiB; null when not read. */
  content: v.nullable(v.string()),
});
export type StateFile = v.InferOutput<typeof StateFile>;
