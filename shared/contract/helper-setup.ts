import * as v from "valibot";
import { CodedText } from "../snapshot/coded-text.ts";

/** The installed helper as it is found on this computer. */
export const FoundHelper = v.variant("state", [
  /** The app runs as root and needs none. */
  v.strictObject({ state: v.literal("unneeded") }),
  v.strictObject({ state: v.literal("absent") }),
  v.strictObject({ state: v.literal("installed"), version: v.nullable(v.string()) }),
  /** It judges by other rules than this app and is not used: `older` or `newer`. */
  v.strictObject({ state: v.literal("older"), version: v.string() }),
  v.strictObject({ state: v.literal("newer"), version: v.string() }),
  /** It could be changed by somebody else than root, which `path` shows, and is not used. */
  v.strictObject({ state: v.literal("untrusted"), path: v.string() }),
  /** It is there for somebody else. */
  v.strictObject({ state: v.literal("other-user") }),
]);
export type FoundHelper = v.InferOutput<typeof FoundHelper>;

/**
 * How it is installed and removed from here: `password`, the desktop asks for one; `terminal`, by these commands, because
 * this desktop cannot ask; `package`, it comes and goes with the system's package; `installer`, by a package that the app brings and
 * the system's installer opens, and removed by this command.
 */
export const HelperSetupWay = v.variant("way", [
  v.strictObject({ way: v.literal("password") }),
  v.strictObject({ way: v.literal("terminal"), install: v.string(), uninstall: v.string() }),
  v.strictObject({ way: v.literal("package") }),
  v.strictObject({ way: v.literal("installer"), uninstall: v.string() }),
]);
export type HelperSetupWay = v.InferOutput<typeof HelperSetupWay>;

/** The installed helper, and what is being done about it. */
export const HelperSetup = v.strictObject({
  found: FoundHelper,
  by: HelperSetupWay,
  activity: v.picklist(["idle", "installing", "uninstalling"]),
  /** Why the last try failed (a key of `app:setup-failure` or `app:error`), null when it did not or there was none. */
  failure: v.nullable(CodedText),
});
export type HelperSetup = v.InferOutput<typeof HelperSetup>;
