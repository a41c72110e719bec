import * as v from "valibot";

/** The end of a log is what matters; more of it than this many characters is not sent. */
export const LONGEST_LOG = 4_000_000;

/** A log that a running VPN client writes, and that this user may read. */
export const DetectedLog = v.strictObject({
  /** Names the log in `clientLog`; the popover never names a path. */
  id: v.pipe(v.string(), v.maxLength(64)),
  client: v.string(),
  pid: v.number(),
  /** Absolute path, for people. */
  path: v.string(),
});
export type DetectedLog = v.InferOutput<typeof DetectedLog>;

/** The text of a log, or the last part of it. Empty when there is nothing in it. */
export const LogText = v.strictObject({ text: v.pipe(v.string(), v.maxLength(LONGEST_LOG)) });
export type LogText = v.InferOutput<typeof LogText>;
