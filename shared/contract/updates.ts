import * as v from "valibot";
import { CodedText } from "../snapshot/coded-text.ts";

/** The most characters of a release's notes that are shown. */
export const MOST_NOTES = 4000;

/** A newer Holdfast, as its publisher describes it. */
export const Release = v.strictObject({
  version: v.pipe(v.string(), v.maxLength(100)),
  /** Plain text, shown as it is; empty when there is none. */
  notes: v.pipe(v.string(), v.maxLength(MOST_NOTES)),
});
export type Release = v.InferOutput<typeof Release>;

/**
 * How this Holdfast is updated: not by itself, because it runs from its `source` or was built with `no-feed`; by the
 * system's package manager, which the desktop asks a `password` for, or which is run in a `terminal`; by putting the new
 * one in its place and a `restart`; or not from here, but from the publisher's `page`.
 */
export const UpdateWay = v.picklist(["source", "no-feed", "password", "terminal", "restart", "page"]);
export type UpdateWay = v.InferOutput<typeof UpdateWay>;

/** Why there is no update, or it was not installed. */
export const UpdateFailureCode = v.picklist([
  /** The address that this build was given cannot be used. */
  "feed-unusable",
  "feed-unreachable",
  "feed-slow",
  /** There is nothing at that address. */
  "feed-missing",
  /** args.status */
  "feed-broken",
  "feed-unreadable",
  /** It points to somebody else. */
  "feed-elsewhere",
  /** The release has no package for this kind of installation. */
  "no-package",
  /** What came is not what was announced. */
  "hash-mismatch",
  "no-space",
  /** args.detail */
  "download-failed",
  /** It is not what it was when it came. */
  "file-changed",
  /** args.command does the same in a terminal. */
  "needs-rights",
  /** args.detail is what the package manager said, args.command does the same in a terminal. */
  "install-failed",
  /** args.path could not be replaced; args.detail is the system's name of the reason. */
  "not-replaced",
]);
export type UpdateFailureCode = v.InferOutput<typeof UpdateFailureCode>;

/** What the user can do about updates. */
export const UpdateAct = v.picklist(["check", "download", "install"]);
export type UpdateAct = v.InferOutput<typeof UpdateAct>;

/** Where an update stands. */
export const UpdateProgress = v.variant("state", [
  v.strictObject({ state: v.literal("unchecked") }),
  v.strictObject({ state: v.literal("checking") }),
  /** There is none. */
  v.strictObject({ state: v.literal("current") }),
  v.strictObject({ state: v.literal("available"), release: Release }),
  v.strictObject({ state: v.literal("downloading"), release: Release, percent: v.number() }),
  /** It is here and is what its publisher announced. `command` installs it in a terminal, where that is the way. */
  v.strictObject({ state: v.literal("downloaded"), release: Release, command: v.nullable(v.string()) }),
  v.strictObject({ state: v.literal("installing"), release: Release }),
  /** `error` is a key of `app:update-failure` or `app:error`. What is here may be installed once more (`release`), or it is looked for anew (null). */
  v.strictObject({ state: v.literal("failed"), error: CodedText, release: v.nullable(Release) }),
]);
export type UpdateProgress = v.InferOutput<typeof UpdateProgress>;

/** How this Holdfast is updated, and how that goes. */
export const Updates = v.strictObject({ way: UpdateWay, progress: UpdateProgress });
export type Updates = v.InferOutput<typeof Updates>;
