import * as v from "valibot";
import { CodedText } from "../snapshot/coded-text.ts";

/** Why the helper could not be installed or removed. */
export const SetupFailureCode = v.picklist([
  /** Only root can: args.command is the line that has the rights. */
  "needs-root",
  /** args.system */
  "unsupported-system",
  /** Nobody was named, and whoever runs this is root itself. */
  "no-user",
  /** args.user */
  "unknown-user",
  /** The Node that the helper runs on is not beside its bundle: args.path. */
  "runtime-missing",
  /** A file is not the one that this version was built with: args.path. */
  "runtime-changed",
  /** An installed package has brought another helper, which only its own command line program may set up: args.command. */
  "from-package",
  /** args.path can be changed by others than root. */
  "place-untrusted",
  /** args.command ended with args.status; args.detail is what it said. */
  "tool-failed",
]);
export type SetupFailureCode = v.InferOutput<typeof SetupFailureCode>;

/** How the helper will be reached: by its sockets without a password; else by polkit or sudo, with one. */
export const InstalledWay = v.picklist(["sockets", "polkit", "sudo"]);
export type InstalledWay = v.InferOutput<typeof InstalledWay>;

/**
 * What `holdfast helper install --json` and `uninstall --json` print, on one line. `way` is null when the helper was removed;
 * `helper-missing` says that there is none to install at args.path.
 */
export const HelperSetupReport = v.variant("ok", [
  v.strictObject({ schema: v.literal(1), ok: v.literal(true), way: v.nullable(InstalledWay) }),
  v.strictObject({
    schema: v.literal(1),
    ok: v.literal(false),
    failure: v.strictObject({
      code: v.picklist([...SetupFailureCode.options, "helper-missing"]),
      args: CodedText.entries.args,
    }),
  }),
]);
export type HelperSetupReport = v.InferOutput<typeof HelperSetupReport>;
