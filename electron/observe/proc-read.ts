import { errorCode } from "./file-sensor.ts";

/** A value read from /proc, or why there is none: the process has ended, or its data is private to its user. */
export type ProcRead<Value> = { readonly value: Value } | { readonly missing: "gone" | "private" };

/**
 * Reads something in /proc. The callers read synchronously on purpose: such a read takes a few microseconds, and the
 * way through Node's thread pool ten times that.
 */
export function readProc<Value>(read: () => Value): ProcRead<Value> {
  try {
    return { value: read() };
  } catch (error) {
    return { missing: ["EACCES", "EPERM"].includes(errorCode(error)) ? "private" : "gone" };
  }
}

/** The value, or null whatever the reason. */
export function valueOf<Value>(read: ProcRead<Value>): Value | null {
  return "value" in read ? read.value : null;
}
