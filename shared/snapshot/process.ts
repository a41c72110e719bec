import * as v from "valibot";

/** A running process. */
export const Process = v.strictObject({
  pid: v.number(),
  parentPid: v.nullable(v.number()),
  user: v.nullable(v.string()),
  /** Start time as an opaque text that is the same each time the same process is read (ps lstart, or /proc start ticks). */
  startedAt: v.nullable(v.string()),
  /** Argument vector. From `ps` it is split at blanks, which is right for all that clients' recognition needs. */
  arguments: v.array(v.string()),
  /** Path of the executable where the system tells (/proc/PID/exe), else null. */
  executable: v.nullable(v.string()),
  /** Processes that it has started and that still run; null where only the whole list of processes tells. */
  children: v.nullable(v.array(v.number())),
});
export type Process = v.InferOutput<typeof Process>;

/** Who holds a tunnel interface open. Darwin: lsof's utun unit − 1; Linux: /proc/PID/fdinfo `iff:`. */
export const TunnelOwner = v.strictObject({ interface: v.string(), pid: v.number() });
export type TunnelOwner = v.InferOutput<typeof TunnelOwner>;

/** A connected internet socket of a process. */
export const Socket = v.strictObject({
  pid: v.number(),
  transport: v.picklist(["tcp", "udp"]),
  localAddress: v.string(),
  /** Null when it was not printed. */
  localPort: v.nullable(v.number()),
  remoteAddress: v.string(),
  remotePort: v.number(),
  /** `established`, `syn-sent`, … in lower case; null for udp or when not printed. */
  state: v.nullable(v.string()),
});
export type Socket = v.InferOutput<typeof Socket>;
